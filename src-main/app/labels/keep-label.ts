import { ContractError } from '../../contract/errors.ts';
import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { Order } from '../../core/order/order.ts';
import { parcelId } from '../../core/order/parcel-id.ts';
import type { CommandId, LabelId, OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { applyCommand, touchedBy, type Applied } from '../orders/apply-command.ts';
import { checkContextFor } from '../orders/check-context.ts';
import { announce } from '../orders/run-command.ts';
import type { LabelRow } from '../ports/store-printing.ts';

export interface KeptLabel {
  readonly order: Order;
  readonly label: LabelRow;
  /** For undo: one command put the label on the parcel, and its number. */
  readonly outcome: OutcomeList;
}

/** What the seller has: the label, and the number on it where that is known. */
export interface LabelInHand extends Pick<LabelRow, 'source' | 'fileName' | 'document'> {
  readonly number: { readonly trackingNumber: string; readonly carrier: string | null } | null;
}

type Accepted = Extract<Applied, { readonly ok: true }>;

/**
 * Keeps a label on an order's first parcel, with its number, in one unit of work, and tells the window. A number that the
 * order does not take (the platform gives it, or it is there already) leaves the label alone. Throws ContractError
 * 'not-found', or 'refused' with the code.
 */
export async function keepLabel(
  deps: AppDeps,
  orderId: OrderId,
  { number, ...inHand }: LabelInHand,
): Promise<KeptLabel> {
  const parcel = { parcelId: parcelId(orderId, 1) };
  const label: LabelRow = {
    ...inHand,
    ...parcel,
    id: deps.ids.next() as LabelId,
    orderId,
    sha256: deps.sha256(inHand.document.bytes),
    createdAtMs: deps.clock.nowMs(),
  };
  const commandId = deps.ids.next() as CommandId;
  const run = { commandId, actor: 'seller', holdMs: deps.preferences.read().undoWindowMs } as const;
  const steps = await deps.store.write(async (tx): Promise<readonly [Accepted, ...Accepted[]]> => {
    const order = await tx.order(orderId);
    if (order === null) throw new ContractError('not-found');
    const context = await checkContextFor(tx, [order]);
    await tx.saveLabel(label);
    const attach = { kind: 'attach-label', ...parcel, labelId: label.id } as const;
    const attached = await applyCommand(deps, tx, order, attach, run, context);
    if (!attached.ok) throw new ContractError('refused', { code: attached.refusal });
    if (number === null) return [attached];
    const assign = { kind: 'assign-tracking', ...parcel, ...number, items: null } as const;
    const assigned = await applyCommand(deps, tx, attached.order, assign, run, context);
    return assigned.ok ? [attached, assigned] : [attached];
  });
  const outcome = outcomeOf(orderId, commandId, steps);
  await announce(deps, outcome, steps.flatMap(touchedBy));
  return { order: (steps.at(-1) ?? steps[0]).order, label, outcome };
}

function outcomeOf(orderId: OrderId, commandId: CommandId, steps: readonly Accepted[]): OutcomeList {
  const effectCount = steps.reduce((sum, step) => sum + step.effectCount, 0);
  const held = steps.find((step) => step.effectCount > 0);
  return { commandId, undoUntilMs: held?.effectsDueAtMs ?? null, effectCount, results: [{ orderId, ok: true }] };
}
