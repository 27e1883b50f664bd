import { ContractError } from '../../contract/errors.ts';
import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { CommandId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import { settleStock } from '../stock/settle-stock.ts';
import { checkContextFor, withChecks } from './check-context.ts';
import { SUPERSEDED } from './effects-before.ts';
import { announce } from './run-command.ts';
import { undoPlans, type UndoPlan } from './undo-plan.ts';

/**
 * Takes a command back: its effects are withdrawn from the outbox, its print jobs that have not started are
 * cancelled, and each order's work is folded again without its events. Refused as a whole once any effect has left, and
 * for one order, with those that share its parcel, when something newer stands on it. Throws ContractError 'not-found'
 * or 'already-left'.
 */
export async function undoCommand(deps: AppDeps, commandId: CommandId): Promise<OutcomeList> {
  const outcome = await deps.store.write(async (tx) => {
    const entries = (await tx.entriesOfCommand(commandId)).filter((entry) => entry.undoneAtMs === null);
    const effects = await tx.effectsOfCommand(commandId);
    if (effects.some(hasLeft)) throw new ContractError('already-left');
    const cancelledJobs = await cancelJobs(deps, tx, commandId);
    const waiting = effects.filter((effect) => effect.state === 'queued');
    if (entries.length + cancelledJobs.length + waiting.length === 0) throw await nothingToUndo(tx, commandId);
    const results: OutcomeList['results'] = cancelledJobs.map((orderId) => ({ orderId, ok: true }));
    const orderIds = new Set(entries.map((entry) => entry.orderId));
    for (const plan of await undoPlans(tx, commandId, [...orderIds])) {
      const { orderId, refusal } = plan;
      if (refusal === null) {
        await takeBack(
          deps,
          tx,
          plan,
          effects.filter((effect) => effect.orderId === orderId),
        );
      }
      results.push(refusal === null ? { orderId, ok: true } : { orderId, ok: false, refusal });
    }
    const withoutEntry = waiting.filter((effect) => effect.orderId === null || !orderIds.has(effect.orderId));
    results.push(...(await withdraw(deps, tx, withoutEntry)));
    return { commandId: null, undoUntilMs: null, effectCount: 0, results };
  });
  await announce(deps, { ...outcome, effectCount: 1 });
  return outcome;
}

const hasLeft = (row: EffectRow): boolean => row.state !== 'undone' && (row.state !== 'queued' || row.attempts > 0);

async function takeBack(
  deps: AppDeps,
  tx: Writes,
  { order, work, commandId }: Extract<UndoPlan, { readonly refusal: null }>,
  effects: readonly EffectRow[],
): Promise<void> {
  const nowMs = deps.clock.nowMs();
  await tx.markUndone(order.id, commandId, nowMs);
  for (const row of effects) {
    await reviveSuperseded(tx, row);
    await tx.saveEffect({ ...row, state: 'undone', settledAtMs: nowMs });
  }
  const context = await checkContextFor(tx, [order]);
  const after = withChecks({ ...order, work, updatedAtMs: nowMs }, context);
  await tx.saveOrder(after);
  await settleStock(tx, order, after, commandId);
}

/** Effects that changed nothing in an order's work: an answer to a case, a stock figure. */
async function withdraw(deps: AppDeps, tx: Writes, effects: readonly EffectRow[]): Promise<OutcomeList['results']> {
  const nowMs = deps.clock.nowMs();
  for (const row of effects) await tx.saveEffect({ ...row, state: 'undone', settledAtMs: nowMs });
  return effects.flatMap(({ orderId }) => (orderId === null ? [] : [{ orderId, ok: true as const }]));
}

/** A tracking number that this command replaced before it was sent waits for its turn again. */
async function reviveSuperseded(tx: Writes, { effect, orderId, sequence, createdAtMs }: EffectRow): Promise<void> {
  if (effect.kind !== 'push-tracking' || orderId === null) return;
  const replaced = (await tx.effectsOfOrder(orderId)).findLast(
    (row) =>
      row.effect.kind === 'push-tracking' &&
      row.effect.parcelId === effect.parcelId &&
      row.lastCode === SUPERSEDED &&
      row.settledAtMs === createdAtMs &&
      row.sequence < sequence,
  );
  if (replaced !== undefined) await tx.saveEffect({ ...replaced, state: 'queued', settledAtMs: null, lastCode: null });
}

/** A label whose bytes are leaving is the one command with nothing in the journal that is too late to take back. */
async function nothingToUndo(tx: Writes, commandId: CommandId): Promise<ContractError> {
  const jobs = await tx.printJobsInStates(['sending', 'unknown']);
  return new ContractError(jobs.some((job) => job.commandId === commandId) ? 'already-left' : 'not-found');
}

async function cancelJobs(deps: AppDeps, tx: Writes, commandId: CommandId): Promise<OrderId[]> {
  const waiting = (await tx.printJobsInStates(['waiting', 'queued'])).filter((job) => job.commandId === commandId);
  for (const job of waiting)
    await tx.savePrintJob({ ...job, state: 'cancelled', step: 'undone', settledAtMs: deps.clock.nowMs() });
  return waiting.map((job) => job.orderId);
}
