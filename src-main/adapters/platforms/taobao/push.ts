import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { Effect } from '../../../core/order/effects.ts';
import { answerCase, confirmAnswer } from './answer-case.ts';
import { buyLabel, confirmLabel } from './buy-label.ts';
import { cancelAll } from './cancel-waybill.ts';
import type { ConnectorContext } from './context.ts';
import { confirmCancel, pushCancel } from './push-cancel.ts';
import { confirmStock, pushStock } from './push-stock.ts';
import { confirmTracking, pushTracking } from './push-tracking.ts';

/** Sends one effect. Never throws for what a platform may do. */
export async function push(context: ConnectorContext, effect: Effect, key: string): Promise<Outcome> {
  switch (effect.kind) {
    case 'push-tracking':
      return await pushTracking(context, effect);
    case 'buy-label':
      return await buyLabel(context, effect, key);
    case 'cancel': {
      const outcome = await pushCancel(context, effect);
      if (outcome.kind === 'done') await cancelAll(context, effect.remoteId);
      return outcome;
    }
    case 'answer-case':
      return await answerCase(context, effect);
    case 'push-stock':
      return await pushStock(context, effect);
    default:
      // There are no such calls: shipping a parcel is all that this platform wants to hear of it.
      return { kind: 'rejected', code: 'effect-without-api' };
  }
}

/** Looks whether an effect has come about. 'not-done' means that it may be pushed again. */
export async function confirm(context: ConnectorContext, effect: Effect, key: string): Promise<Confirmation> {
  switch (effect.kind) {
    case 'push-tracking':
      return await confirmTracking(context, effect);
    case 'buy-label':
      return await confirmLabel(context, effect, key);
    case 'cancel':
      return await confirmCancel(context, effect);
    case 'answer-case':
      return await confirmAnswer(context, effect);
    case 'push-stock':
      return await confirmStock(context, effect);
    default:
      return { kind: 'failed', code: 'effect-without-api' };
  }
}
