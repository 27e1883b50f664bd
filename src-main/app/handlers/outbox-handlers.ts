import { ContractError } from '../../contract/errors.ts';
import type { EffectId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { effectView } from '../orders/order-view.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import type { Workers } from '../workers.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

const LISTED = ['queued', 'running', 'unconfirmed', 'gave-up'] as const;

/** The outbox as the seller sees it: what waits, what runs, what gave up and how to go on. */
export function outboxHandlers(deps: AppDeps, workers: Workers): HandlersOf<'outbox'> {
  return {
    'outbox.list': async () => {
      const reads = deps.store.read;
      const rows = (await Promise.all(LISTED.map((state) => reads.effectsInState(state, 500)))).flat();
      const orderIds = rows.flatMap((row) => row.orderId ?? []);
      const cards = await reads.cardsById([...new Set(orderIds)]);
      const numbers = new Map(cards.map((card) => [card.orderId, card.remoteId]));
      return {
        nowMs: deps.clock.nowMs(),
        effects: rows.map((row) => ({
          ...effectView(row),
          orderId: row.orderId,
          remoteId: (row.orderId === null ? row.effect.remoteId : numbers.get(row.orderId)) ?? '',
          createdAtMs: row.createdAtMs,
        })),
      };
    },
    'outbox.retry': async ({ id }) => {
      const nowMs = deps.clock.nowMs();
      await changeGivenUp(deps, id, (row) => ({
        ...row,
        state: 'queued',
        attempts: 0,
        dueAtMs: nowMs,
        settledAtMs: null,
      }));
      workers.wake();
      return DONE;
    },
    'outbox.doneByHand': async ({ id }) => {
      await changeGivenUp(deps, id, (row) => ({ ...row, state: 'by-hand', settledAtMs: deps.clock.nowMs() }));
      workers.wake();
      return DONE;
    },
  };
}

async function changeGivenUp(deps: AppDeps, id: string, change: (row: EffectRow) => EffectRow): Promise<void> {
  const orderId = await deps.store.write(async (tx) => {
    const row = await tx.effect(id as EffectId);
    if (row === null || row.state !== 'gave-up') throw new ContractError('not-found');
    await tx.saveEffect(change(row));
    return row.orderId;
  });
  const revision = await deps.store.read.revision();
  deps.events.emit('outbox.changed', { revision });
  if (orderId !== null) deps.events.emit('orders.changed', { ids: [orderId], revision });
}
