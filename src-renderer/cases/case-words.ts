import type { AfterSaleView } from '../../src-main/contract/methods/after-sales.ts';
import type { CaseView } from '../../src-main/contract/methods/cases.ts';
import { codeText } from '../i18n/code-text.ts';
import { formatMoment, formatMoney } from '../i18n/format.ts';
import type { Words } from '../i18n/use-words.ts';
import type { Tone } from '../ui/chip.tsx';

/** What a case is about in one line: kind, and money or stars. */
export function caseTitle(afterSale: AfterSaleView, t: Words): string {
  const { kind, amount, rating } = afterSale;
  const figure = amount !== null ? formatMoney(amount) : rating !== null ? t('cases:stars', { count: rating }) : null;
  const name = t(`cases:kind.${kind}`);
  return figure === null ? name : `${name} · ${figure}`;
}

/** What a case of ours is about: kind, and why where that is known. */
export function ourTitle({ kind, reason }: Pick<CaseView, 'kind' | 'reason'>, t: Words): string {
  const name = codeText('caseKind', kind, {}, t);
  return reason === null ? name : `${name} · ${codeText('caseReason', reason, {}, t)}`;
}

/** When, and where it is known how, a case of ours ended. */
export function endedText({ closedAtMs, outcome }: CaseView, t: Words): string {
  const when = formatMoment(closedAtMs ?? 0);
  return outcome === null
    ? t('cases:closedAt', { when })
    : t('cases:closedAs', { when, outcome: codeText('caseOutcome', outcome, {}, t) });
}

/** Whose turn it is, in the colour of its meaning. */
export function stageTone(stage: AfterSaleView['stage']): Tone {
  if (stage === 'wait-seller') return 'soon';
  if (stage === 'closed') return 'plain';
  return stage === 'unknown' ? 'late' : 'info';
}

/** True while something can still be done or happen. */
export function isOpenCase(afterSale: AfterSaleView): boolean {
  return afterSale.stage !== 'closed';
}

/** True while an answer is on its way: a second one would cross it. */
export function isAnswering(afterSale: AfterSaleView): boolean {
  return afterSale.effects.some(({ state }) => ['queued', 'running', 'unconfirmed'].includes(state));
}
