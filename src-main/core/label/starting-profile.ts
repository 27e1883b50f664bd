import { familyOf, headDotsOf, type PrinterWords } from './printer-families.ts';
import { DEFAULT_PROFILE, type PrinterLanguage, type PrinterProfile } from './printer-profile.ts';

/** The usual 4-inch heads, and the head for 80 mm rolls (printing.md §2). */
const LABEL_HEAD_DOTS = { 203: 832, 300: 1_248, 600: 2_496 } as const;
const RECEIPT_HEAD_MM = 72;
const A4 = { mediaWidthMm: 210, mediaHeightMm: 297 };
const SHEET_DPI = 300;

/**
 * The profile to begin with for a printer of which only so much is known: 100×150 mm labels, an 80 or 58 mm roll for a
 * receipt printer, A4 for an office printer. The test label corrects it.
 */
export function startingProfile(traits: {
  readonly model: string | null;
  readonly language: PrinterLanguage | null;
  readonly dpi: PrinterProfile['dpi'] | null;
}): PrinterProfile {
  const words: PrinterWords = { maker: null, model: traits.model, commands: null };
  const family = familyOf(words);
  const language = traits.language ?? family?.language ?? DEFAULT_PROFILE.language;
  const quirks = family !== null && family.language === language ? family.quirks : [];
  const base: PrinterProfile = { ...DEFAULT_PROFILE, language, quirks };
  if (language === 'page' && family?.kind !== 'label') {
    const dpi = traits.dpi ?? SHEET_DPI;
    return { ...base, ...A4, dpi, gapMm: 0, mediaTracking: 'continuous', headDots: headDotsOf(A4.mediaWidthMm, dpi) };
  }
  const dpi = traits.dpi ?? family?.dpi ?? DEFAULT_PROFILE.dpi;
  const headMm = family?.headMm ?? null;
  if (language === 'escpos') {
    const isWide = headMm === null || headMm >= RECEIPT_HEAD_MM;
    const paper = { mediaWidthMm: isWide ? 80 : 58, gapMm: 0, mediaTracking: 'continuous' } as const;
    // Narrow ones are torn off by hand.
    return {
      ...base,
      ...paper,
      dpi,
      headDots: headDotsOf(headMm ?? RECEIPT_HEAD_MM, dpi),
      cut: isWide ? 'each' : 'none',
    };
  }
  if (headMm === null) return { ...base, dpi, headDots: LABEL_HEAD_DOTS[dpi] };
  const mediaWidthMm = Math.min(DEFAULT_PROFILE.mediaWidthMm, Math.floor(headMm));
  return { ...base, dpi, mediaWidthMm, headDots: headDotsOf(headMm, dpi) };
}
