import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { Effect } from '../../../core/order/effects.ts';
import { answerCase, confirmAnswer } from './answer-case.ts';
import { buyLabel, confirmPurchase } from './buy-label.ts';
import type { ConnectorContext } from './context.ts';
import { rejected } from './outcomes.ts';
import { confirmTracking, pushTracking } from './ship.ts';
import { confirmStock, pushStock } from './stock.ts';

/** Sends one effect. Never throws for what a platform may do. */
export async function push(context: ConnectorContext, effect: Effect, key: string): Promise<Outcome> {
  switch (effect.kind) {
    case 'push-tracking':
      return await pushTracking(context, effect);
    case 'buy-label':
      return await buyLabel(context, effect, key);
    case 'answer-case':
      return await answerCase(context, effect);
    case 'push-stock':
      return await pushStock(context, effect);
    default:
      return rejected('not-supported');
  }
}

/** Looks whether an effect has come about; 'not-done' means that it may be pushed again. */
export async function confirm(context: ConnectorContext, effect: Effect, key: string): Promise<Confirmation> {
  switch (effect.kind) {
    case 'push-tracking':
      return await confirmTracking(context, effect);
    case 'buy-label':
      return await confirmPurchase(context, effect, key);
    case 'answer-case':
      return await confirmAnswer(context, effect);
    case 'push-stock':
      return await confirmStock(context, effect);
    default:
      return { kind: 'failed', code: 'not-supported' };
  }
}
