import i18next from 'i18next';
import { NAMESPACES } from './namespaces.ts';
import { RESOURCES } from './resources.ts';

export type Locale = keyof typeof RESOURCES;

/** Starts the translations; all words are in the bundle, so this is done before the first draw. */
export function setUpWords(locale: Locale): void {
  void i18next.init({
    lng: locale,
    resources: RESOURCES,
    ns: [...NAMESPACES],
    defaultNS: 'common',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
}

/** Changes the language of the whole window. */
export function changeLocale(locale: Locale): void {
  if (i18next.language !== locale) void i18next.changeLanguage(locale);
}
