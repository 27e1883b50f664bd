import i18next, { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { NAMESPACES } from './namespaces.ts';

/** Translates a key of any namespace: `t('board:lane.new')`. A key that does not exist is a type error. */
export type Words = TFunction<typeof NAMESPACES>;

/** The translator, in a component: draws again when the language changes. */
export function useWords(): Words {
  return useTranslation(NAMESPACES).t;
}

/** The translator outside components (stores, toasts). */
export function currentWords(): Words {
  return i18next.getFixedT(null, NAMESPACES);
}

/** Tag of the language on screen, for Intl. */
export function currentLocale(): string {
  return i18next.language;
}
