import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { dayNumber } from '../../i18n/clock-text.ts';
import { checkText, codeText } from '../../i18n/code-text.ts';
import { currentLocale, type Words } from '../../i18n/use-words.ts';
import { formatCountry, formatDay, numberTail } from '../../i18n/format.ts';

export interface CardLine {
  readonly text: string;
  readonly tone: 'plain' | 'busy' | 'soon' | 'late';
  /** A number that is compared by its end: too long, it is cut in the middle. */
  readonly isNumber?: boolean;
}

/** "俄罗斯 · Ozon 快递": where to and with what. */
export function destination(card: CardView): string {
  const country = card.country === null ? null : formatCountry(card.country);
  return [country, card.service].filter((part) => part !== null).join(' · ');
}

/** A word before the clock that says which one it is; null for the plain one that every order has. */
export function dueWord(card: CardView, t: Words): string | null {
  const { dueKind } = card;
  if (dueKind === null || dueKind === 'ship-by' || dueKind === 'case') return null;
  return t(`board:dueWord.${dueKind}`);
}

/** The same in a sentence. */
export function dueTitle(card: CardView, t: Words): string {
  return card.dueKind === null ? '' : t(`board:dueTitle.${card.dueKind}`);
}

/** The one line of "what" on a slim card: the kind of case, else where to. Never both kinds of fact in one place. */
export function slimTitle(card: CardView, nowMs: number, t: Words): string {
  if (card.lane === 'after-sales') {
    return card.caseKind === null ? t('board:card.platformDispute') : codeText('caseKind', card.caseKind, {}, t);
  }
  const country = card.country === null ? t('board:card.countryUnknown') : formatCountry(card.country);
  if (card.sinceMs === null) return country;
  if (card.lane === 'delivered')
    return t('board:card.on', { country, day: formatDay(card.sinceMs, nowMs, currentLocale(), t) });
  return t('board:card.day', { country, day: dayNumber(card.sinceMs, nowMs) });
}

/** The latest fact: what goes on, what waits, what was said. Null when there is nothing to say. */
export function latestFact(card: CardView, shape: 'wide' | 'slim', t: Words): CardLine | null {
  if (card.step !== null && !isStuck(card)) return { text: codeText('step', card.step.step, {}, t), tone: 'busy' };
  if (card.holdReason !== null) {
    return { text: t('board:card.held', { reason: codeText('holdReason', card.holdReason, {}, t) }), tone: 'plain' };
  }
  if (card.check !== null && !card.check.blocking) {
    return { text: checkText(card.check, t).title, tone: 'plain' };
  }
  return shape === 'slim' ? slimFact(card, t) : null;
}

function slimFact(card: CardView, t: Words): CardLine | null {
  if (card.lane === 'exception') {
    return card.stage === 'rejected'
      ? { text: t('board:card.rejected'), tone: 'late' }
      : { text: t('board:card.markedByHand'), tone: 'plain' };
  }
  if (card.lane === 'in-transit') {
    if (card.stage === 'to-hand-over') return { text: t('board:card.notScanned'), tone: 'plain' };
    return card.trackingNumber === null
      ? { text: codeText('stage', card.stage, {}, t), tone: 'plain' }
      : { text: card.trackingNumber, tone: 'plain', isNumber: true };
  }
  if (card.lane === 'delivered' || card.lane === 'after-sales') return { text: card.title, tone: 'plain' };
  return null;
}

/** True when someone must do something before the card goes on. */
export function isStuck(card: CardView): boolean {
  return card.step !== null && ['print-unknown', 'print-failed', 'push-failed'].includes(card.step.step);
}

/** What a screen reader says of a card. */
export function cardLabel(card: CardView, isSelected: boolean, t: Words): string {
  const label = t('board:card.label', {
    platform: t(`common:platform.${card.platform}`),
    number: numberTail(card.remoteId),
    title: card.title,
    count: card.quantity,
  });
  const marks = [
    isSelected ? t('board:card.selected') : null,
    label,
    card.dueAtMs === null ? null : dueTitle(card, t),
    card.hasBuyerNote ? t('board:card.buyerNote') : null,
  ];
  return marks.filter((part) => part !== null).join(t('board:listSeparator'));
}
