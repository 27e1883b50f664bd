import type { Words } from '../../i18n/use-words.ts';

type LooseWords = (key: string, params: { readonly defaultValue: string }) => string;

/** What a field of an order file is called; one that the window has no word for keeps its own. */
export function fieldName(field: string, t: Words): string {
  return (t as unknown as LooseWords)(`files:field.${field}`, { defaultValue: field });
}

/** The same for a kind of file. */
export function formatName(format: string, t: Words): string {
  return (t as unknown as LooseWords)(`files:format.${format}`, { defaultValue: format });
}
