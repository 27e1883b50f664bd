import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { Words } from '../../i18n/use-words.ts';
import { textKey } from './connect-form.ts';

type Platform = CardView['platform'];
type LooseWords = (key: string, params: { readonly defaultValue: string }) => string;

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
  const shared = loose(`shops:field.any.${key}.${part}`, { defaultValue: fallback });
  return loose(`shops:field.${platform}.${key}.${part}`, { defaultValue: shared });
}

/** Text of one choice of a field that only takes a few values. */
export function optionText(platform: Platform, fieldKey: string, option: string, t: Words): string {
  const loose = t as unknown as LooseWords;
  return loose(`shops:field.${platform}.${textKey(fieldKey)}.option.${option}`, { defaultValue: option });
}
