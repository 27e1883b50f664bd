import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { Order } from '../../core/order/order.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { CheckContext } from '../../core/order/checks.ts';
import type { CommandId, OrderId, PrintBatchId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand } from '../orders/apply-command.ts';
import { labelOfOrder } from '../labels/label-of-order.ts';
import { purchaseOf } from '../labels/purchase.ts';
import { checkContextFor } from '../orders/check-context.ts';
import { announce } from '../orders/run-command.ts';
import type { Writes } from '../ports/store.ts';
import type { PrinterRow, PrintJobRow } from '../ports/store-printing.ts';
import { newBatch, newJob, putJob, type BatchPlan } from './new-job.ts';
import { parcelsToPrint, printAnswer, type ParcelToPrint } from './parcels-to-print.ts';
import { labelPrinterId, missingPrinter, printerForLabel } from './printer-of-role.ts';
import { NOTHING_HELD, recordLabelled, type Recorded } from './record-labelled.ts';
import { sortBatch, type BatchOrdering } from './sort-batch.ts';

export interface PrintOutcome {
  readonly outcome: OutcomeList;
  /** Null when no label is printed that was not asked for before. */
  readonly batchId: PrintBatchId | null;
}

/**
 * One key to paper, for a selection. Each order gets at most one print job for its first copy — the key of the job is
 * the parcel — so a second press finds the first job and prints nothing. The new jobs of a press are one batch. A new
 * order is confirmed on the way, at once: the label cannot be had before. Throws ContractError 'printer-missing'.
 */
export async function printOrders(
  deps: AppDeps,
  ids: readonly OrderId[],
  ordering: BatchOrdering = orderingOf(deps),
): Promise<PrintOutcome> {
  const commandId = deps.ids.next() as CommandId;
  const batchId = deps.ids.next() as PrintBatchId;
  const { answers, leads, wanted, touched } = await deps.store.write(async (tx) => {
    const plan: BatchPlan = { batchId, printerId: await labelPrinterId(tx, null), commandId };
    const { parcels, leads } = await parcelsToPrint(tx, ids);
    const orders = parcels.flatMap(({ order, companions }) => [order, ...companions]);
    const context = await checkContextFor(tx, orders);
    const printers = await tx.printers();
    const press: Press = { ...plan, printers, context, orders: [], byOrder: new Map() };
    for (const parcel of parcels) press.byOrder.set(parcel.order.id, await request(deps, tx, parcel, press));
    const sorted = sortBatch(press.orders, ordering);
    const [first] = sorted;
    if (first !== undefined) await tx.savePrintBatch(newBatch(deps, { ...plan, ...first.plan }, ordering));
    for (const [index, wish] of sorted.entries())
      await putJob(tx, newJob(deps, wish, { ...plan, ...wish.plan, position: index + 1 }));
    return { answers: press.byOrder, leads, wanted: press.orders, touched: orders.map(({ id }) => id) };
  });
  const outcome = outcomeOf(ids, answers, leads, commandId);
  // A confirm goes to the outbox on the way, although it is not held and so not counted.
  await announce(deps, { ...outcome, effectCount: 1 }, outcome.results.some(({ ok }) => ok) ? touched : []);
  return { outcome, batchId: wanted.length > 0 ? batchId : null };
}

function orderingOf(deps: Pick<AppDeps, 'preferences'>): BatchOrdering {
  const { batchSort, batchIsReversed } = deps.preferences.read();
  return { sort: batchSort, isReversed: batchIsReversed };
}

/** An order that gets a new job. */
type Wish = Pick<Order, 'id' | 'facts'> & {
  readonly plan: Pick<PrintJobRow, 'key' | 'copy' | 'labelId' | 'reprintReason' | 'printerId'>;
};

interface Press extends BatchPlan {
  readonly printers: readonly PrinterRow[];
  readonly context: CheckContext;
  readonly orders: Wish[];
  readonly byOrder: Map<OrderId, Answer>;
}

/** What came of one order: why not, or whether there is anything new to take back, and what it holds in the outbox. */
interface Answer {
  readonly refusal: string | null;
  readonly isNew: boolean;
  readonly recorded: Recorded;
}

const FOUND: Answer = { refusal: null, isNew: false, recorded: NOTHING_HELD };
const refused = (refusal: string): Answer => ({ ...FOUND, refusal });

/** A companion's answer is that of the order that leads its parcel. */
function outcomeOf(
  ids: readonly OrderId[],
  answers: ReadonlyMap<OrderId, Answer>,
  leads: ReadonlyMap<OrderId, OrderId>,
  commandId: CommandId,
): OutcomeList {
  const all = [...answers.values()];
  return {
    commandId: all.some((answer) => answer.isNew) ? commandId : null,
    undoUntilMs: all.map((answer) => answer.recorded.effectsDueAtMs).find((dueAtMs) => dueAtMs !== null) ?? null,
    effectCount: all.reduce((sum, answer) => sum + answer.recorded.effectCount, 0),
    results: [...new Set(ids)].map((orderId) => {
      const { refusal } = answers.get(leads.get(orderId) ?? orderId) ?? refused('not-found');
      return refusal === null ? { orderId, ok: true } : { orderId, ok: false, refusal };
    }),
  };
}

async function request(deps: AppDeps, tx: Writes, parcel: ParcelToPrint, press: Press): Promise<Answer> {
  const { order, companions } = parcel;
  const key = `${parcelId(order.id, 1)}:1`;
  const known = await tx.printJobByKey(key);
  if (known !== null && known.state !== 'cancelled' && known.state !== 'failed')
    return pressedAgain(deps, tx, order, known, press);
  const answer = printAnswer(parcel);
  if (typeof answer === 'string') return refused(answer);
  const label = await labelOfOrder(tx, order);
  const missing = label === null ? await whyNoLabel(deps, tx, parcel) : null;
  if (missing !== null) return refused(missing);
  const kind = label?.document.kind ?? null;
  const printer = printerForLabel(press.printers, kind);
  if (printer === null) return refused(missingPrinter(kind));
  for (const one of answer.toConfirm) {
    const run = { commandId: deps.ids.next() as CommandId, actor: 'seller', holdMs: 0 } as const;
    const applied = await applyCommand(deps, tx, one, { kind: 'confirm' }, run, press.context);
    if (!applied.ok) return refused(applied.refusal);
  }
  const plan = { key, copy: 1, labelId: label?.id ?? null, reprintReason: null, printerId: printer.id };
  const lines = [order, ...companions].flatMap(({ facts }) => facts.lines);
  press.orders.push({ id: order.id, facts: { ...order.facts, lines }, plan });
  return { ...FOUND, isNew: true };
}

/** A label that costs money is never bought by the key: its price has to be seen first. */
async function whyNoLabel(
  { connectors }: AppDeps,
  tx: Writes,
  { order: { id, facts }, companions }: ParcelToPrint,
): Promise<string | null> {
  // A platform's label is for one order's goods.
  if (!facts.steps.includes('platform-label') || companions.length > 0) return 'label-file-missing';
  if (connectors.get(facts.platform)?.manifest.labels !== 'bought') return null;
  const purchase = purchaseOf(await tx.effectsOfOrder(id));
  return purchase === null || purchase.state === 'gave-up' ? 'label-not-bought' : null;
}

/** The paper exists or is on its way. If its record was undone, it is written again; nothing is printed. */
async function pressedAgain(
  deps: AppDeps,
  tx: Writes,
  order: Order,
  known: PrintJobRow,
  press: Press,
): Promise<Answer> {
  if (known.state === 'unknown') return refused('print-unknown');
  const isOut = known.state === 'sent' || known.state === 'confirmed';
  if (!isOut) return FOUND;
  const isRecorded = order.work.parcels.some((parcel) => parcel.id === known.parcelId && parcel.labelledAtMs !== null);
  if (isRecorded) return refused('already-labelled');
  const recorded = await recordLabelled(deps, tx, order, { ...known, commandId: press.commandId }, press.context);
  return { refusal: null, isNew: true, recorded };
}
