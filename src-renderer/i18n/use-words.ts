import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { NAMESPACES } from './namespaces.ts';

/** Translates a key of any namespace: `t('board:lane.new')`. A key that does not exist is a type error. */
export type Words = TFunction<typeof NAMESPACES>;

/**
 * The translator, in a component: draws again when the language changes. Cards call it some ten times each while a lane
 * scrolls, and all words are in the bundle: nothing has to be looked after but the language.
 */
export function useWords(): Words {
  return useSyncExternalStore(subscribe, wordsNow);
}

function subscribe(onChange: () => void): () => void {
  i18next.on('languageChanged', onChange);
  return () => i18next.off('languageChanged', onChange);
}

let known: { readonly language: string; readonly words: Words } | null = null;

/** The same translator until the language changes. */
function wordsNow(): Words {
  const { language } = i18next;
  if (known?.language !== language) known = { language, words: i18next.getFixedT(language, NAMESPACES) };
  return known.words;
}

/** The translator outside components (stores, toasts). */
export function currentWords(): Words {
  return i18next.getFixedT(null, NAMESPACES);
}

/** Tag of the language on screen, for Intl. */
export function currentLocale(): string {
  return i18next.language;
}
