import { LANGUAGE_LIMITS, type Range } from './language-limits.ts';
import type { PrinterLanguage, PrinterProfile } from './printer-profile.ts';

export type SeenShade = 'pale' | 'good' | 'dark';

/** On a language's own scale: what its printers come with, and a step that can be seen. */
const DENSITY_STEPS: Readonly<Partial<Record<PrinterLanguage, { readonly usual: number; readonly step: number }>>> = {
  tspl: { usual: 8, step: 2 },
  zpl: { usual: 15, step: 4 },
  epl: { usual: 8, step: 2 },
  cpcl: { usual: 0, step: 1 },
};
const INK = { step: 16, min: 64, max: 240 };

/**
 * Warms or cools the head by one step; where the language cannot, or its scale is at its end, more or fewer of the greys
 * become dots.
 */
export function adjustShade(
  { language, density, inkThreshold }: PrinterProfile,
  shade: SeenShade,
): Pick<PrinterProfile, 'density' | 'inkThreshold'> {
  if (shade === 'good') return { density, inkThreshold };
  const way = shade === 'pale' ? 1 : -1;
  const range = LANGUAGE_LIMITS[language].density;
  const scale = DENSITY_STEPS[language];
  if (range !== null && scale !== undefined) {
    const known = density ?? scale.usual;
    const changed = between(known + way * scale.step, range);
    if (changed !== known) return { density: changed, inkThreshold };
  }
  return { density, inkThreshold: between(inkThreshold + way * INK.step, INK) };
}

function between(value: number, { min, max }: Range): number {
  return Math.min(max, Math.max(min, value));
}
