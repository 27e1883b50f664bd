import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { Words } from '../../i18n/use-words.ts';
import { textKey } from './connect-form.ts';

type Platform = CardView['platform'];
type LooseWords = (key: string, params: Readonly<Record<string, string>> & { readonly defaultValue: string }) => string;

/**
 * Texts of a field of a platform's form: its own, else those all platforms share, else the bare key. Manifests may
 * bring fields that this window has no words for; they must still be fillable.
 */
export function fieldText(
  platform: Platform,
  fieldKey: string,
  part: 'label' | 'help' | 'malformed',
  t: Words,
): string {
  const loose = t as unknown as LooseWords;
  const key = textKey(fieldKey);
  const fallback = part === 'label' ? fieldKey : part === 'malformed' ? t('shops:fieldFault.malformed') : '';
  const shared = loose(`connect:any.field.${key}.${part}`, { defaultValue: fallback });
  return loose(`connect:${platform}.field.${key}.${part}`, { defaultValue: shared });
}

/** Text of one choice of a field that only takes a few values. */
export function optionText(platform: Platform, fieldKey: string, option: string, t: Words): string {
  const loose = t as unknown as LooseWords;
  return loose(`connect:${platform}.field.${textKey(fieldKey)}.option.${option}`, { defaultValue: option });
}

/** The steps to a platform's credentials, in their order. */
export function howSteps(platform: Platform, t: Words): string[] {
  const loose = t as unknown as LooseWords;
  return ['1', '2', '3', '4', '5', '6']
    .map((step) => loose(`connect:${platform}.how.${step}`, { defaultValue: '' }))
    .filter((step) => step !== '');
}

/** What mends a fault of this platform, where it has words of its own; null: the general ones. */
export function platformRemedy(platform: Platform, code: string, detail: string, t: Words): string | null {
  const text = (t as unknown as LooseWords)(`connect:${platform}.remedy.${code}`, { detail, defaultValue: '' });
  return text === '' ? null : text;
}
