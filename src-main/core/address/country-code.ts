/**
 * Country codes that are not, or no longer, ISO 3166-1 alpha-2 → the alpha-2 code of today. Those that AliExpress writes
 * are in its own documents ("country" of the receipt address); the rest are ISO 3166-3 and common mistakes.
 */
const ODD_CODES: Readonly<Record<string, string>> = {
  UK: 'GB',
  SRB: 'RS',
  MNE: 'ME',
  KS: 'XK',
  TLS: 'TL',
  TP: 'TL',
  GGY: 'GG',
  JEY: 'JE',
  ALA: 'AX',
  ZR: 'CD',
  YU: 'RS',
  SU: 'RU',
  EL: 'GR',
  BU: 'MM',
  ASC: 'AC',
  KOS: 'XK',
};

/** The ISO 3166-1 alpha-2 code behind a platform's country code (XK for Kosovo); null for a text that is no such code. */
export function isoCountry(code: string): string | null {
  const key = code.trim().toUpperCase();
  if (Object.hasOwn(ODD_CODES, key)) return ODD_CODES[key] ?? null;
  return /^[A-Z]{2}$/.test(key) ? key : null;
}
