/** Country names as Ozon writes them, in Russian or English, → ISO 3166-1 alpha-2. Lower case, ё as е. */
const COUNTRIES: Readonly<Record<string, string>> = {
  россия: 'RU',
  'российская федерация': 'RU',
  russia: 'RU',
  'russian federation': 'RU',
  беларусь: 'BY',
  белоруссия: 'BY',
  'республика беларусь': 'BY',
  belarus: 'BY',
  казахстан: 'KZ',
  'республика казахстан': 'KZ',
  kazakhstan: 'KZ',
  кыргызстан: 'KG',
  киргизия: 'KG',
  kyrgyzstan: 'KG',
  армения: 'AM',
  armenia: 'AM',
  узбекистан: 'UZ',
  uzbekistan: 'UZ',
  азербайджан: 'AZ',
  azerbaijan: 'AZ',
  грузия: 'GE',
  georgia: 'GE',
  таджикистан: 'TJ',
  tajikistan: 'TJ',
  туркменистан: 'TM',
  туркмения: 'TM',
  turkmenistan: 'TM',
  молдова: 'MD',
  moldova: 'MD',
  монголия: 'MN',
  mongolia: 'MN',
  турция: 'TR',
  turkey: 'TR',
  türkiye: 'TR',
  израиль: 'IL',
  israel: 'IL',
  сербия: 'RS',
  serbia: 'RS',
  китай: 'CN',
  china: 'CN',
  оаэ: 'AE',
  'объединенные арабские эмираты': 'AE',
  'united arab emirates': 'AE',
};

/** ISO code of a country name (or of a code already); null when the text names none that we know. */
export function countryCode(name: string): string | null {
  const key = name.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');
  if (Object.hasOwn(COUNTRIES, key)) return COUNTRIES[key] ?? null;
  return /^[a-z]{2}$/.test(key) ? key.toUpperCase() : null;
}
