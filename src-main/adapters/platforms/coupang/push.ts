import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { Effect, EffectOf } from '../../../core/order/effects.ts';
import { acknowledge, confirmAcknowledged } from './acknowledge.ts';
import { answerExchange, confirmExchangeAnswer } from './answer-exchange.ts';
import { answerInquiry, confirmInquiryAnswer } from './answer-inquiry.ts';
import { answerReceipt, confirmReceiptAnswer } from './answer-receipt.ts';
import type { ConnectorContext } from './context.ts';
import { cancelBox, confirmCancelled } from './push-cancel.ts';
import { completeDelivery, confirmDelivered } from './push-delivered.ts';
import { confirmStock, pushStock } from './push-stock.ts';
import { confirmTracking, pushTracking } from './push-tracking.ts';

const NOT_OFFERED = 'step-not-offered';

/** Tells the platform. Never rejects for what a platform may do. */
export async function push(context: ConnectorContext, effect: Effect): Promise<Outcome> {
  switch (effect.kind) {
    case 'confirm':
      return await acknowledge(context, effect);
    case 'push-tracking':
      return await pushTracking(context, effect);
    case 'push-delivered':
      return await completeDelivery(context, effect.remoteId);
    case 'cancel':
      return await cancelBox(context, effect);
    case 'push-stock':
      return await pushStock(context, effect);
    case 'answer-case':
      return (await answersOf(effect)?.answer(context, effect)) ?? { kind: 'rejected', code: NOT_OFFERED };
    default:
      return { kind: 'rejected', code: NOT_OFFERED };
  }
}

/** Looks whether an effect has come about. */
export async function confirm(context: ConnectorContext, effect: Effect): Promise<Confirmation> {
  switch (effect.kind) {
    case 'confirm':
      return await confirmAcknowledged(context, effect);
    case 'push-tracking':
      return await confirmTracking(context, effect);
    case 'push-delivered':
      return await confirmDelivered(context, effect.remoteId);
    case 'cancel':
      return await confirmCancelled(context, effect.remoteId);
    case 'push-stock':
      return await confirmStock(context, effect);
    case 'answer-case':
      return (await answersOf(effect)?.confirm(context, effect)) ?? { kind: 'failed', code: NOT_OFFERED };
    default:
      return { kind: 'failed', code: NOT_OFFERED };
  }
}

interface Answers {
  readonly answer: (context: ConnectorContext, effect: EffectOf<'answer-case'>) => Promise<Outcome>;
  readonly confirm: (context: ConnectorContext, effect: EffectOf<'answer-case'>) => Promise<Confirmation>;
}

const RECEIPT: Answers = { answer: answerReceipt, confirm: confirmReceiptAnswer };

/** Null for a kind of case that this platform has no calls for, or an id that cannot be one of its own. */
function answersOf({ caseKind, remoteId }: EffectOf<'answer-case'>): Answers | null {
  if (caseKind === 'inquiry') return { answer: answerInquiry, confirm: confirmInquiryAnswer };
  if (!/^\d{1,19}$/.test(remoteId)) return null;
  if (caseKind === 'exchange') return { answer: answerExchange, confirm: confirmExchangeAnswer };
  return caseKind === 'cancel-request' || caseKind === 'return' ? RECEIPT : null;
}
