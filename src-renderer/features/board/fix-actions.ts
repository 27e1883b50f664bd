import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { checkText, codeText } from '../../i18n/code-text.ts';
import type { Words } from '../../i18n/use-words.ts';
import { HELD_STEPS } from '../../printing/paper-look.ts';
import { openHoldDialog } from '../../stores/dialogs.ts';
import { openOrder, openProduct } from '../../stores/route.ts';
import { showError } from '../../stores/toast.ts';
import { runOnCards } from './act.ts';
import { refreshCards } from './board-store.ts';
import { canMerge } from './card-height.ts';
import { mergeSiblings } from './merge.ts';

/** The foot of a card that wants a hand: what is wrong, the facts, one button and one way out. */
export interface Fix {
  readonly tone: 'soon' | 'late' | 'info';
  readonly title: string;
  readonly detail: string | null;
  readonly primary: FixAction;
  readonly wayOut: FixAction | null;
}

export interface FixAction {
  readonly text: string;
  readonly run: () => void;
}

/**
 * The strip of a card, or null. Stuck work comes before checks: it is about what happens right now. What would only save
 * a parcel comes last.
 */
export function fixOf(card: CardView, t: Words): Fix | null {
  return stuckFix(card, t) ?? checkFix(card, t) ?? mergeFix(card, t);
}

/** One parcel instead of several. */
function mergeFix(card: CardView, t: Words): Fix | null {
  if (!canMerge(card)) return null;
  return {
    tone: 'info',
    title: t('board:card.sameBuyer', { count: card.siblingCount + 1 }),
    detail: null,
    primary: { text: t('board:merge.oneParcel'), run: () => void mergeSiblings(card.orderId) },
    wayOut: null,
  };
}

function stuckFix(card: CardView, t: Words): Fix | null {
  if (card.step === null) return null;
  const { step, code } = card.step;
  const title = codeText('step', step, {}, t);
  const reason = code === null ? null : codeText('fault', code, {}, t);
  if (step === 'print-unknown') {
    return {
      tone: 'soon',
      title,
      detail: t('board:fix.unknownHint'),
      primary: { text: t('board:fix.cameOut'), run: () => void answerPrint(card.orderId, true) },
      wayOut: { text: t('board:fix.notOut'), run: () => void answerPrint(card.orderId, false) },
    };
  }
  if (step === 'print-failed' && HELD_STEPS.some((held) => held === code)) {
    return {
      tone: 'late',
      title: t('board:fix.heldBack', { why: reason ?? '' }),
      detail: t('board:fix.heldHint'),
      primary: openAction(card, t),
      wayOut: { text: t('board:fix.leaveOut'), run: () => void leaveOut(card.orderId) },
    };
  }
  if (step === 'print-failed') {
    const retry = { text: t('board:fix.retryPrint'), run: () => void retryPrint(card.orderId) };
    return { tone: 'late', title, detail: reason, primary: retry, wayOut: openAction(card, t) };
  }
  if (step !== 'push-failed') return null;
  return {
    tone: 'late',
    title,
    detail: reason,
    primary: { text: t('board:fix.retryPush'), run: () => void settlePush(card.orderId, 'outbox.retry') },
    wayOut: { text: t('board:fix.byHand'), run: () => void settlePush(card.orderId, 'outbox.doneByHand') },
  };
}

function checkFix(card: CardView, t: Words): Fix | null {
  const { check } = card;
  if (check === null || !check.blocking) return null;
  const words = checkText(check, t);
  const isGrave = check.code === 'cancelled-after-label' || check.code === 'cancel-requested';
  const more = card.checkCount > 1 ? t('board:card.moreChecks', { count: card.checkCount - 1 }) : null;
  return {
    tone: isGrave ? 'late' : 'soon',
    title: words.title,
    detail: [words.detail, more].filter((part) => part !== null && part !== '').join(t('board:listSeparator')),
    primary: checkAction(card, check, t),
    wayOut: {
      text: codeText('accept', check.code, {}, t),
      run: () =>
        void runOnCards([card.orderId], 'accept-check', () =>
          invoke('orders.acceptCheck', { id: card.orderId, check: check.code }),
        ),
    },
  };
}

/** What mends a check: the goods' place for what is short, else the order. */
function checkAction(card: CardView, check: NonNullable<CardView['check']>, t: Words): FixAction {
  if (check.code !== 'out-of-stock') return openAction(card, t);
  const sku = check.params['sku'];
  if (sku === undefined) {
    return { text: t('board:fix.holdStock'), run: () => openHoldDialog([card.orderId], 'out-of-stock') };
  }
  return { text: t('board:fix.openStock'), run: () => openProduct(sku) };
}

function openAction(card: CardView, t: Words): FixAction {
  return { text: t('board:fix.open'), run: () => openOrder(card.orderId) };
}

async function jobOf(orderId: string, state: 'unknown' | 'failed'): Promise<string> {
  const { jobs } = await invoke('printing.jobs', { limit: 200 });
  const job = jobs.find((candidate) => candidate.orderId === orderId && candidate.state === state);
  if (job === undefined) throw new CallError('not-found');
  return job.id;
}

async function answerPrint(orderId: string, cameOut: boolean): Promise<void> {
  await settle(orderId, async () => invoke('printing.answer', { jobId: await jobOf(orderId, 'unknown'), cameOut }));
}

async function retryPrint(orderId: string): Promise<void> {
  await settle(orderId, async () => invoke('printing.retry', { jobId: await jobOf(orderId, 'failed') }));
}

async function leaveOut(orderId: string): Promise<void> {
  await settle(orderId, async () => invoke('printing.cancel', { jobId: await jobOf(orderId, 'failed') }));
}

async function settlePush(orderId: string, method: 'outbox.retry' | 'outbox.doneByHand'): Promise<void> {
  await settle(orderId, async () => {
    const { effects } = await invoke('outbox.list', {});
    const effect = effects.find((candidate) => candidate.orderId === orderId && candidate.state === 'gave-up');
    if (effect === undefined) throw new CallError('not-found');
    return invoke(method, { id: effect.id });
  });
}

async function settle(orderId: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    await refreshCards([orderId]);
  } catch (thrown) {
    showError(thrown);
  }
}
