import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { member, plain } from '../shared/json.ts';
import { codeOf } from './acknowledge.ts';
import { writeOutcome } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { inventoryPath, stockPath } from './paths.ts';

const MOST_PIECES = 99_999;

/** What may be sold of one option from now on ("Changing quantity of each product item"); all of it is in the path. */
export async function pushStock({ proxy }: ConnectorContext, effect: EffectOf<'push-stock'>): Promise<Outcome> {
  const { remoteId, quantity } = effect;
  if (!/^\d{1,19}$/.test(remoteId)) return { kind: 'rejected', code: 'not-found' };
  if (!Number.isInteger(quantity) || quantity < 0 || quantity > MOST_PIECES)
    return { kind: 'rejected', code: 'quantity-out-of-range' };
  const answer = await proxy.call({ method: 'PUT', path: stockPath(remoteId, quantity) }, 'push');
  if (answer.ok) return { kind: 'done' };
  const { fault } = answer;
  return fault.kind === 'api' && fault.status === 400
    ? { kind: 'rejected', code: 'stock-refused' }
    : writeOutcome(fault);
}

export async function confirmStock({ proxy }: ConnectorContext, effect: EffectOf<'push-stock'>): Promise<Confirmation> {
  const answer = await proxy.call({ method: 'GET', path: inventoryPath(effect.remoteId) }, 'push');
  if (!answer.ok) {
    const { fault } = answer;
    return fault.kind === 'api' && fault.status === 400
      ? { kind: 'failed', code: 'not-found' }
      : { kind: 'unknown', code: codeOf({ kind: 'fault', fault }) };
  }
  const left = plain(member(member(answer.body, 'data'), 'amountInStock'));
  return left === String(effect.quantity) ? { kind: 'done' } : { kind: 'not-done' };
}
