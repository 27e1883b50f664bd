import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import { codeText } from '../../i18n/code-text.ts';
import type { Words } from '../../i18n/use-words.ts';

type Reason = TodayView['stuck']['reasons'][number];

/** What stops an order, in a few words. */
export function reasonText({ check, hold }: Pick<Reason, 'check' | 'hold'>, t: Words): string {
  if (check !== null) return t(`today:check.${check}`);
  return hold === null ? t('today:stuck.other') : codeText('holdReason', hold, {}, t);
}
