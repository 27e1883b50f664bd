import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { answerCancel, confirmCancel } from './answer-cancel.ts';
import { answerDispute, confirmDispute } from './answer-dispute.ts';
import { answerReview, confirmReview } from './answer-review.ts';
import type { ConnectorContext } from './context.ts';
import { rejected } from './outcomes.ts';

export type Answer = EffectOf<'answer-case'>;

/** Sends the seller's answer to a case. Never throws. */
export async function answerCase(context: ConnectorContext, effect: Answer): Promise<Outcome> {
  switch (effect.caseKind) {
    case 'cancel-request':
      return await answerCancel(context, effect);
    case 'dispute':
      return await answerDispute(context, effect);
    case 'review':
      return await answerReview(context, effect);
    default:
      return rejected('not-supported');
  }
}

/** Looks whether the answer has arrived. */
export async function confirmAnswer(context: ConnectorContext, effect: Answer): Promise<Confirmation> {
  switch (effect.caseKind) {
    case 'cancel-request':
      return await confirmCancel(context, effect);
    case 'dispute':
      return await confirmDispute(context, effect);
    case 'review':
      return await confirmReview(context, effect);
    default:
      return { kind: 'failed', code: 'not-supported' };
  }
}
