import type { PlatformId } from '../shared/platform.ts';

/** Languages that our slips are written in. */
export const PAPER_LANGUAGES = ['zh-CN', 'zh-TW', 'en', 'ru', 'ko', 'ja', 'es', 'pt', 'fr', 'de'] as const;
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number];

/** Countries by the language that a parcel's buyer reads; where several are spoken, the one most parcels are read in. */
const COUNTRIES: Record<Exclude<PaperLanguage, 'en'>, string> = {
  'zh-CN': 'CN',
  'zh-TW': 'TW HK MO',
  ru: 'RU BY KZ KG TJ',
  ko: 'KR',
  ja: 'JP',
  es: 'ES MX CL CO PE AR UY EC BO PY VE CR PA GT SV HN NI DO CU PR',
  pt: 'PT BR AO MZ',
  fr: 'FR MC RE GP MQ GF',
  de: 'DE AT CH LI',
};
const ENGLISH = 'US GB CA AU NZ IE SG MY PH IN ZA';

const LANGUAGE_OF: ReadonlyMap<string, PaperLanguage> = new Map(
  ([...Object.entries(COUNTRIES), ['en', ENGLISH]] as [PaperLanguage, string][]).flatMap(([language, countries]) =>
    countries.split(' ').map((country): [string, PaperLanguage] => [country, language]),
  ),
);

const USUAL: Record<PlatformId, PaperLanguage> = {
  amazon: 'en',
  ozon: 'ru',
  coupang: 'ko',
  aliexpress: 'en',
  taobao: 'zh-CN',
};

/** What the buyer reads: by the country, else what is usual on the platform. */
export function buyerLanguage(country: string | null, platform: PlatformId): PaperLanguage {
  return LANGUAGE_OF.get(country ?? '') ?? USUAL[platform];
}

export function isPaperLanguage(tag: string): tag is PaperLanguage {
  return PAPER_LANGUAGES.some((language) => language === tag);
}
