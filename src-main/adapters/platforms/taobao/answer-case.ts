import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { agreeRefund } from './agree-refund.ts';
import { agreeReturn } from './agree-return.ts';
import { confirmRatingReply, replyToRating } from './answer-rating.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, outcomeCode } from './errors.ts';
import { refuseRefund } from './refuse-refund.ts';
import { fetchRefund } from './refund-reader.ts';
import type { RefundShape } from './refund-schema.ts';
import { tellShipment } from './tell-shipment.ts';
import { refundStage } from './units-refund.ts';

type Answer = EffectOf<'answer-case'>;

/** Answers a case. The refund is read just before, since its version locks every write. Never throws for what a platform may do. */
export async function answerCase(context: ConnectorContext, effect: Answer): Promise<Outcome> {
  if (effect.caseKind === 'review') return await replyToRating(context, effect);
  const found = await fetchRefund(context.proxy, effect.remoteId);
  if (!found.ok) return faultOutcome(found.fault, 'read', context.timings);
  if (found.refund === null) return { kind: 'rejected', code: 'case-unknown' };
  const seen = progressOf(found.refund, effect);
  if (seen === 'done') return { kind: 'done' };
  if (seen === 'impossible') return { kind: 'rejected', code: 'case-closed' };
  switch (effect.action) {
    case 'accept':
      return await agreeReturn(context, found.refund, effect);
    case 'approve-refund':
      return await agreeRefund(context, found.refund, effect);
    case 'refuse':
      return await refuseRefund(context, found.refund, effect);
    case 'stop-shipment':
    case 'already-shipped':
      return await tellShipment(context, found.refund, effect);
    default:
      return { kind: 'rejected', code: 'action-without-api' };
  }
}

/** Looks what state the case is in. */
export async function confirmAnswer(context: ConnectorContext, effect: Answer): Promise<Confirmation> {
  if (effect.caseKind === 'review') return await confirmRatingReply(context, effect);
  const found = await fetchRefund(context.proxy, effect.remoteId);
  if (!found.ok) return { kind: 'unknown', code: outcomeCode(faultOutcome(found.fault, 'read', context.timings)) };
  if (found.refund === null) return { kind: 'failed', code: 'case-unknown' };
  const seen = progressOf(found.refund, effect);
  return seen === 'impossible' ? { kind: 'failed', code: 'case-closed' } : { kind: seen };
}

/** States in which an answer has come about: the one it leads to, and those behind it. */
const REACHED: Readonly<Partial<Record<Answer['action'], readonly string[]>>> = {
  accept: ['WAIT_BUYER_RETURN_GOODS', 'WAIT_SELLER_CONFIRM_GOODS', 'SUCCESS'],
  'approve-refund': ['SUCCESS'],
  refuse: ['SELLER_REFUSE_BUYER'],
  'stop-shipment': ['SUCCESS'],
};

/**
 * What is told of a stopped parcel leaves no trace but the money's return: telling it twice is harmless, so it counts as
 * not done until then.
 */
function progressOf(refund: RefundShape, { action }: Answer): 'done' | 'not-done' | 'impossible' {
  if (REACHED[action]?.includes(refund.status ?? '') === true) return 'done';
  return refundStage(refund) === 'closed' ? 'impossible' : 'not-done';
}
