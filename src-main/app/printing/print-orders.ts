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
import type { Writes } from '../ports/store.ts';
import type { PrintJobRow } from '../ports/store-printing.ts';
import { recordLabelled } from './record-labelled.ts';

/**
 * One key to paper, for a selection. Each order gets at most one print job for its first copy — the key of the job is
 * the parcel — so a second press finds the first job and prints nothing. A new order is confirmed on the way, at
 * once: the label cannot be had before. Throws ContractError 'printer-missing'.
 */
export async function printOrders(deps: AppDeps, ids: readonly OrderId[]): Promise<OutcomeList> {
  const printerId = await defaultPrinterId(deps);
  const commandId = deps.ids.next() as CommandId;
  const outcome = await deps.store.write(async (tx) => {
    const found = new Map((await tx.orders(ids)).map((order) => [order.id, order]));
    const context = await checkContextFor(tx, [...found.values()].flatMap(skusOf));
    const results: OutcomeList['results'] = [];
    for (const orderId of new Set(ids)) {
      const order = found.get(orderId);
      const refusal = order === undefined ? 'not-found' : await request(deps, tx, order, { printerId, commandId, context });
      results.push(refusal === null ? { orderId, ok: true } : { orderId, ok: false, refusal });
    }
    return { commandId: results.some((result) => result.ok) ? commandId : null, undoUntilMs: null, effectCount: 0, results };
  });
  await announce(deps, { ...outcome, effectCount: 1 });
  return outcome;
}

/** The printer that labels go to. Throws ContractError 'printer-missing' when none is set up. */
export async function defaultPrinterId(deps: Pick<AppDeps, 'store'>): Promise<PrinterId> {
  const printers = await deps.store.read.printers();
  const printer = printers.find((candidate) => candidate.isDefault) ?? printers[0];
  if (printer === undefined) throw new ContractError('printer-missing');
  return printer.id;
}

interface Request {
  readonly printerId: PrinterId;
  readonly commandId: CommandId;
  readonly context: CheckContext;
}

/** Null when a job stands (new or found); else why not. */
async function request(deps: AppDeps, tx: Writes, order: Order, asked: Request): Promise<string | null> {
  const key = `${parcelId(order.id, 1)}:1`;
  const known = await tx.printJobByKey(key);
  if (known !== null && known.state !== 'cancelled' && known.state !== 'failed') return pressedAgain(deps, tx, order, known, asked);
  const lane = laneOf(order);
  if (lane === null) return 'order-closed';
  const move = LIFECYCLE[lane].labelled;
  if ('refusal' in move) return move.refusal;
  const label = await labelOfOrder(tx, order);
  if (label === null && !order.facts.steps.includes('platform-label')) return 'label-file-missing';
  if (lane === 'new') {
    const run = { commandId: deps.ids.next() as CommandId, actor: 'seller', holdMs: 0 } as const;
    const applied = await applyCommand(deps, tx, order, { kind: 'confirm' }, run, asked.context);
    if (!applied.ok) return applied.refusal;
  }
  const job = newJob(deps, order, { ...asked, key, copy: 1, labelId: label?.id ?? null, reprintReason: null });
  if (known === null) await tx.addPrintJob(job);
  else await tx.savePrintJob({ ...job, id: known.id });
  return null;
}

/** The paper exists or is on its way. If its record was undone, it is written again; nothing is printed. */
async function pressedAgain(deps: AppDeps, tx: Writes, order: Order, known: PrintJobRow, asked: Request): Promise<string | null> {
  if (known.state === 'unknown') return 'print-unknown';
  const isOut = known.state === 'sent' || known.state === 'confirmed';
  if (!isOut) return null;
  const isRecorded = order.work.parcels.some((parcel) => parcel.id === known.parcelId && parcel.labelledAtMs !== null);
  if (isRecorded) return 'already-labelled';
  await recordLabelled(deps, tx, order, { ...known, commandId: asked.commandId }, asked.context);
  return null;
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
