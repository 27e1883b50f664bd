import type { CheckContext } from '../../core/order/checks.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand } from '../orders/apply-command.ts';
import type { Writes } from '../ports/store.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';

/** What a record of a printed label leaves to be undone. */
export interface Recorded {
  readonly effectCount: number;
  readonly effectsDueAtMs: number | null;
  /** Orders whose goods lie in the same parcel: they are labelled along. */
  readonly companions: readonly OrderId[];
}

export const NOTHING_HELD: Recorded = { effectCount: 0, effectsDueAtMs: null, companions: [] };

/**
 * Writes that the paper is out, in the unit of work that settles the job: the card moves, the tracking number goes
 * to the outbox and is held there for the undo window.
 */
export async function recordLabelled(
  deps: Pick<AppDeps, 'clock' | 'ids' | 'preferences'>,
  tx: Writes,
  order: Order,
  job: PrintJobRow,
  context: CheckContext,
): Promise<Recorded> {
  const run = { commandId: job.commandId, actor: 'seller', holdMs: deps.preferences.read().undoWindowMs } as const;
  const command = { kind: 'record-labelled', parcelId: job.parcelId, printJobId: job.id } as const;
  const applied = await applyCommand(deps, tx, order, command, run, context);
  await tx.appendJournal([
    {
      orderId: order.id,
      atMs: deps.clock.nowMs(),
      actor: 'app',
      commandId: null,
      body: { kind: 'print-settled', state: job.state, copy: job.copy },
    },
  ]);
  if (!applied.ok) return NOTHING_HELD;
  const companions = applied.companions.map(({ id }) => id);
  const { effectCount, effectsDueAtMs } = applied;
  return { effectCount, effectsDueAtMs: effectCount === 0 ? null : effectsDueAtMs, companions };
}
