import type { PrinterLanguage, PrinterProfile, PrinterQuirk } from './printer-profile.ts';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What a language can be told; null: it has no command for it that all its printers understand. */
export interface LanguageLimits {
  /** Darkness on the language's own scale, whole numbers. */
  readonly density: Range | null;
  /** Whole inches per second. */
  readonly speedIps: Range | null;
  readonly canCut: boolean;
  readonly quirks: readonly PrinterQuirk[];
}

/**
 * The scales of the languages: TSPL DENSITY 0–15 and SPEED 1–12 (TSPL/TSPL2 Programming Language), ZPL ~SD 0–30 and ^PR
 * 1–14 (ZPL II Programming Guide), EPL D 0–15 and S 1–6 (EPL2 Programmer's Manual), CPCL CONTRAST 0–3 and SPEED 0–5 (CPCL
 * Programming Manual). EPL's and CPCL's speeds are steps, one of them near an inch per second. ESC/POS has commands for
 * both only in newer printers of one maker, and others print them as text.
 */
export const LANGUAGE_LIMITS: Readonly<Record<PrinterLanguage, LanguageLimits>> = {
  tspl: {
    density: { min: 0, max: 15 },
    speedIps: { min: 1, max: 12 },
    canCut: true,
    quirks: ['gap-in-dots', 'leading-nuls'],
  },
  zpl: { density: { min: 0, max: 30 }, speedIps: { min: 1, max: 14 }, canCut: true, quirks: ['z64'] },
  epl: { density: { min: 0, max: 15 }, speedIps: { min: 1, max: 6 }, canCut: true, quirks: [] },
  cpcl: { density: { min: 0, max: 3 }, speedIps: { min: 1, max: 5 }, canCut: true, quirks: [] },
  escpos: { density: null, speedIps: null, canCut: true, quirks: ['short-bands'] },
  page: { density: null, speedIps: null, canCut: false, quirks: [] },
};

/** The profile's darkness as its language can say it; null leaves the printer's setting alone. */
export function densityOf({ language, density }: Pick<PrinterProfile, 'language' | 'density'>): number | null {
  return within(density, LANGUAGE_LIMITS[language].density);
}

/** The profile's speed as its language can say it; null leaves the printer's setting alone. */
export function speedOf({ language, speedIps }: Pick<PrinterProfile, 'language' | 'speedIps'>): number | null {
  return within(speedIps, LANGUAGE_LIMITS[language].speedIps);
}

function within(value: number | null, range: Range | null): number | null {
  return value === null || range === null ? null : Math.max(range.min, Math.min(range.max, Math.round(value)));
}
