import { ContractError } from '../../contract/errors.ts';
import type { MethodInput } from '../../contract/index.ts';
import type { OutcomeList } from '../../contract/methods/outcome.ts';
import { laneOf } from '../../core/order/lane-of.ts';
import { LIFECYCLE } from '../../core/order/moves.ts';
import type { Order } from '../../core/order/order.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { CommandId, OrderId, PrintBatchId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand, type Applied, type CommandRun } from '../orders/apply-command.ts';
import { checkContextFor } from '../orders/check-context.ts';
import { SUPERSEDED } from '../orders/effects-before.ts';
import { announce } from '../orders/run-command.ts';
import type { Writes } from '../ports/store.ts';
import { newBatch, newJob, putJob, type BatchPlan } from '../printing/new-job.ts';
import { labelPrinterId } from '../printing/printer-of-role.ts';
import { rememberMeasure } from './buying-habits.ts';
import { lookBeforeBuying, type Look } from './look-before-buying.ts';
import { isLive, purchaseOf, type Purchase } from './purchase.ts';

type Wish = MethodInput<'labels.buy'>;

/**
 * Buys the label of an order's first parcel from its platform: an effect that waits for the undo window, at most one a
 * parcel. What the seller saw and agreed to is the offer's price. `isPrintedAfter` adds the print job, which waits for
 * the label; undo takes both back. Refused as 'label-already-bought', or as 'purchase-unsure' while nobody can say
 * whether an earlier purchase was made, or for what keeps a label from being printed. Throws ContractError 'not-found',
 * 'refused' (with the `code`), or 'printer-missing' where it is to be printed.
 */
export async function buyLabel(deps: AppDeps, connections: Connections, wish: Wish): Promise<OutcomeList> {
  const orderId = wish.orderId as OrderId;
  const holdMs = deps.preferences.read().undoWindowMs;
  const run = { commandId: deps.ids.next() as CommandId, actor: 'seller', holdMs } as const;
  const look = await lookBeforeBuying(deps, connections, orderId);
  const outcome = await deps.store.write(async (tx): Promise<OutcomeList> => {
    const order = await tx.order(orderId);
    if (order === null) throw new ContractError('not-found');
    const bought = look.kind === 'unsure' ? 'purchase-unsure' : await buy(deps, tx, order, { ...wish, look }, run);
    if (typeof bought === 'string') return refusedOutcome(orderId, bought);
    await rememberMeasure(deps, tx, order, wish.measure);
    if (wish.isPrintedAfter) await printAfter(deps, tx, order, run.commandId);
    const undoUntilMs = deps.clock.nowMs() + holdMs;
    const results: OutcomeList['results'] = [{ orderId, ok: true }];
    return { commandId: run.commandId, undoUntilMs, effectCount: bought.effectCount, results };
  });
  await announce(deps, outcome);
  return outcome;
}

function refusedOutcome(orderId: OrderId, refusal: string): OutcomeList {
  return { commandId: null, undoUntilMs: null, effectCount: 0, results: [{ orderId, ok: false, refusal }] };
}

/** A text is the reason why not; then nothing was written. Throws ContractError 'refused' to take back what was. */
async function buy(
  deps: AppDeps,
  tx: Writes,
  order: Order,
  { offer, measure, look }: Wish & { readonly look: Look },
  run: CommandRun,
): Promise<{ readonly effectCount: number } | string> {
  const lane = laneOf(order);
  if (lane === null) return 'order-closed';
  const before = purchaseOf(await tx.effectsOfOrder(order.id));
  if (before !== null && (isLive(before) || look.kind !== 'free' || look.settledId !== before.id))
    return 'label-already-bought';
  const move = LIFECYCLE[lane].labelled;
  if ('refusal' in move) return move.refusal;
  if (deps.connectors.get(order.facts.platform)?.manifest.labels !== 'bought') return 'step-not-offered';
  // A label that the platform sells is made for one order's goods.
  if ((await tx.companions([order.id])).has(order.id)) return 'label-for-one-order';
  if (before !== null) await supersede(deps, tx, before);
  const context = await checkContextFor(tx, [order]);
  const apply = (to: Order, command: Parameters<typeof applyCommand>[3]): Promise<Applied> =>
    applyCommand(deps, tx, to, command, run, context);
  const confirmed = lane === 'new' ? await apply(order, { kind: 'confirm' }) : null;
  if (confirmed?.ok === false) throw new ContractError('refused', { code: confirmed.refusal });
  const { id, carrier, service, price } = offer;
  const bought = await apply(confirmed?.order ?? order, {
    kind: 'buy-label',
    parcelId: parcelId(order.id, 1),
    offer: { id, carrier, service, price },
    measure,
  });
  if (!bought.ok) throw new ContractError('refused', { code: bought.refusal });
  return { effectCount: (confirmed?.effectCount ?? 0) + bought.effectCount };
}

/** A purchase that gave up is no longer to be tried: it would pay beside the new one, and the new one waits behind it. */
async function supersede({ clock }: Pick<AppDeps, 'clock'>, tx: Writes, before: Purchase): Promise<void> {
  await tx.saveEffect({ ...before, state: 'undone', settledAtMs: clock.nowMs(), lastCode: SUPERSEDED });
}

/** The job that waits for the label, unless one is there already. */
async function printAfter(deps: AppDeps, tx: Writes, order: Order, commandId: CommandId): Promise<void> {
  const key = `${parcelId(order.id, 1)}:1`;
  const known = await tx.printJobByKey(key);
  if (known !== null && known.state !== 'cancelled' && known.state !== 'failed') return;
  const printerId = await labelPrinterId(tx, null);
  const plan: BatchPlan = { batchId: deps.ids.next() as PrintBatchId, printerId, commandId };
  await tx.savePrintBatch(newBatch(deps, plan, { sort: 'given', isReversed: false }));
  await putJob(tx, newJob(deps, order, { ...plan, position: 1, key, copy: 1, labelId: null, reprintReason: null }));
}
