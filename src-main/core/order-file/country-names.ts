import { isoCountry } from '../address/country-code.ts';

/** Names that the platforms' files use and the language data has otherwise. Plain, lower case. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'united states of america': 'US',
  usa: 'US',
  'great britain': 'GB',
  england: 'GB',
  korea: 'KR',
  'south korea': 'KR',
  'republic of korea': 'KR',
  'korea, republic of': 'KR',
  대한민국: 'KR',
  한국: 'KR',
  'russian federation': 'RU',
  俄罗斯联邦: 'RU',
  'российская федерация': 'RU',
  'республика беларусь': 'BY',
  белоруссия: 'BY',
  'республика казахстан': 'KZ',
  киргизия: 'KG',
  молдавия: 'MD',
  'czech republic': 'CZ',
  turkey: 'TR',
  'hong kong': 'HK',
  'hong kong,china': 'HK',
  中国香港: 'HK',
  香港: 'HK',
  'macao,china': 'MO',
  澳门: 'MO',
  台湾: 'TW',
  中国台湾: 'TW',
  'taiwan,china': 'TW',
  taiwan: 'TW',
  中国大陆: 'CN',
  'mainland china': 'CN',
  holland: 'NL',
  'viet nam': 'VN',
  'slovak republic': 'SK',
  macedonia: 'MK',
};

const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'ru', 'ko'] as const;
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

let names: ReadonlyMap<string, string> | null = null;

/** ISO 3166-1 alpha-2 of a country's code or of its name in English, Chinese, Russian or Korean; null when nobody knows it. */
export function countryOf(text: string): string | null {
  const key = plain(text);
  if (key === '') return null;
  names ??= namesOfAll();
  const other = Object.hasOwn(OTHER_NAMES, key) ? OTHER_NAMES[key] : undefined;
  return names.get(key) ?? other ?? (key.length <= 3 ? isoCountry(key) : null);
}

function namesOfAll(): Map<string, string> {
  const all = new Map<string, string>();
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const first of LETTERS) {
      for (const second of LETTERS) {
        const code = isoCountry(first + second);
        const name = code === null || code === 'ZZ' ? undefined : display.of(code);
        if (code !== null && name !== undefined && !all.has(plain(name))) all.set(plain(name), code);
      }
    }
  }
  return all;
}

/** Without what stands in brackets, case, width and the letter ё. */
function plain(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replaceAll('ё', 'е');
  return bare.replace(/\s+/g, ' ').trim();
}
