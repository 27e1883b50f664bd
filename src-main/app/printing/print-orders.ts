import { ContractError } from '../../contract/errors.ts';
import type { OutcomeList } from '../../contract/methods/outcome.ts';
import { laneOf } from '../../core/order/lane-of.ts';
import { LIFECYCLE } from '../../core/order/moves.ts';
import type { Order } from '../../core/order/order.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { CheckContext } from '../../core/order/checks.ts';
import type { CommandId, LabelId, OrderId, PrinterId, PrintJobId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand } from '../orders/apply-command.ts';
import { labelOfOrder } from '../labels/label-of-order.ts';
import { checkContextFor, skusOf } from '../orders/check-context.ts';
import { announce } from '../orders/run-command.ts';
import type { Reads, Writes } from '../ports/store.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';
import { NOTHING_HELD, recordLabelled, type Recorded } from './record-labelled.ts';

/**
 * One key to paper, for a selection. Each order gets at most one print job for its first copy — the key of the job is
 * the parcel — so a second press finds the first job and prints nothing. A new order is confirmed on the way, at
 * once: the label cannot be had before. Throws ContractError 'printer-missing'.
 */
export async function printOrders(deps: AppDeps, ids: readonly OrderId[]): Promise<OutcomeList> {
  const printerId = await defaultPrinterId(deps.store.read);
  const commandId = deps.ids.next() as CommandId;
  const outcome = await deps.store.write(async (tx) => {
    const found = new Map((await tx.orders(ids)).map((order) => [order.id, order]));
    const context = await checkContextFor(tx, [...found.values()].flatMap(skusOf));
    const answers: Answer[] = [];
    const results: OutcomeList['results'] = [];
    for (const orderId of new Set(ids)) {
      const order = found.get(orderId);
      const answer =
        order === undefined ? refused('not-found') : await request(deps, tx, order, { printerId, commandId, context });
      answers.push(answer);
      results.push(answer.refusal === null ? { orderId, ok: true } : { orderId, ok: false, refusal: answer.refusal });
    }
    return {
      commandId: answers.some((answer) => answer.isNew) ? commandId : null,
      undoUntilMs: answers.map((answer) => answer.recorded.effectsDueAtMs).find((dueAtMs) => dueAtMs !== null) ?? null,
      effectCount: answers.reduce((sum, answer) => sum + answer.recorded.effectCount, 0),
      results,
    };
  });
  // A confirm goes to the outbox on the way, although it is not held and so not counted.
  await announce(deps, { ...outcome, effectCount: 1 });
  return outcome;
}

/** The printer that labels go to. Throws ContractError 'printer-missing' when none is set up. */
export async function defaultPrinterId(reads: Reads): Promise<PrinterId> {
  const printers = await reads.printers();
  const printer = printers.find((candidate) => candidate.isDefault) ?? printers[0];
  if (printer === undefined) throw new ContractError('printer-missing');
  return printer.id;
}

interface Request {
  readonly printerId: PrinterId;
  readonly commandId: CommandId;
  readonly context: CheckContext;
}

/** What came of one order: why not, or whether there is anything new to take back, and what it holds in the outbox. */
interface Answer {
  readonly refusal: string | null;
  readonly isNew: boolean;
  readonly recorded: Recorded;
}

const FOUND: Answer = { refusal: null, isNew: false, recorded: NOTHING_HELD };
const refused = (refusal: string): Answer => ({ ...FOUND, refusal });

async function request(deps: AppDeps, tx: Writes, order: Order, asked: Request): Promise<Answer> {
  const key = `${parcelId(order.id, 1)}:1`;
  const known = await tx.printJobByKey(key);
  if (known !== null && known.state !== 'cancelled' && known.state !== 'failed')
    return pressedAgain(deps, tx, order, known, asked);
  const lane = laneOf(order);
  if (lane === null) return refused('order-closed');
  const move = LIFECYCLE[lane].labelled;
  if ('refusal' in move) return refused(move.refusal);
  const label = await labelOfOrder(tx, order);
  if (label === null && !order.facts.steps.includes('platform-label')) return refused('label-file-missing');
  if (lane === 'new') {
    const run = { commandId: deps.ids.next() as CommandId, actor: 'seller', holdMs: 0 } as const;
    const applied = await applyCommand(deps, tx, order, { kind: 'confirm' }, run, asked.context);
    if (!applied.ok) return refused(applied.refusal);
  }
  const { printerId, commandId } = asked;
  await putJob(
    tx,
    newJob(deps, order, { printerId, commandId, key, copy: 1, labelId: label?.id ?? null, reprintReason: null }),
  );
  return { ...FOUND, isNew: true };
}

/** The paper exists or is on its way. If its record was undone, it is written again; nothing is printed. */
async function pressedAgain(
  deps: AppDeps,
  tx: Writes,
  order: Order,
  known: PrintJobRow,
  asked: Request,
): Promise<Answer> {
  if (known.state === 'unknown') return refused('print-unknown');
  const isOut = known.state === 'sent' || known.state === 'confirmed';
  if (!isOut) return FOUND;
  const isRecorded = order.work.parcels.some((parcel) => parcel.id === known.parcelId && parcel.labelledAtMs !== null);
  if (isRecorded) return refused('already-labelled');
  const recorded = await recordLabelled(deps, tx, order, { ...known, commandId: asked.commandId }, asked.context);
  return { refusal: null, isNew: true, recorded };
}

/** What differs between a first print and a reprint. */
export interface JobPlan {
  readonly printerId: PrinterId;
  readonly commandId: CommandId;
  readonly key: string;
  readonly copy: number;
  readonly labelId: LabelId | null;
  readonly reprintReason: string | null;
}

/** Adds a job, in the place of one of the same copy that failed or was taken back. */
export async function putJob(tx: Writes, job: PrintJobRow): Promise<void> {
  const { row, isNew } = await tx.addPrintJob(job);
  if (!isNew) await tx.savePrintJob({ ...job, id: row.id });
}

/** A job at its beginning: waiting for the platform unless its label is at hand. */
export function newJob(deps: Pick<AppDeps, 'clock' | 'ids'>, order: Order, plan: JobPlan): PrintJobRow {
  const nowMs = deps.clock.nowMs();
  const hasLabel = plan.labelId !== null;
  return {
    ...plan,
    id: deps.ids.next() as PrintJobId,
    orderId: order.id,
    parcelId: parcelId(order.id, 1),
    state: hasLabel ? 'queued' : 'waiting',
    step: hasLabel ? 'printer' : 'confirm',
    ticket: null,
    attempts: 0,
    dueAtMs: nowMs,
    createdAtMs: nowMs,
    settledAtMs: null,
    byteCount: 0,
    previewPng: null,
    warnings: [],
  };
}
