/** A postcode as it is written in each country (UPU addressing sheets), for the hint under the field. */
const EXAMPLES: Readonly<Record<string, string>> = {
  AT: '1010',
  AU: '2000',
  BE: '1000',
  BR: '01310-100',
  BY: '220030',
  CA: 'K1A 0B1',
  CH: '3000',
  CN: '200000',
  CZ: '110 00',
  DE: '10115',
  ES: '28013',
  FR: '75008',
  GB: 'SW1A 1AA',
  IL: '9414219',
  IN: '110001',
  IT: '00184',
  JP: '100-0001',
  KG: '720001',
  KR: '04524',
  KZ: '050000',
  MX: '06000',
  MY: '50050',
  NL: '1012 JS',
  PL: '00-001',
  PT: '1100-148',
  RU: '101000',
  SE: '111 20',
  SG: '048619',
  TH: '10200',
  TR: '06050',
  TW: '100',
  UA: '01001',
  US: '97214',
  UZ: '100000',
  VN: '100000',
};

/** What a postcode of the country looks like; null where we do not know, or where there are none. */
export function postcodeExample(country: string): string | null {
  return EXAMPLES[country] ?? null;
}
