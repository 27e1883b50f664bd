import type { Notebook } from '../../../app/ports/notebook.ts';
import type { OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import { readBought } from './bought-labels.ts';
import type { OrderShape } from './schema.ts';
import { stepsOf } from './units-status.ts';

/**
 * A label that is bought makes its order SHIPPED at once, while the parcel still stands on the desk. Where every package is
 * of a label that we bought, and no carrier has seen it yet (PENDING: "before carrier handoff"), the order still is to be
 * handed over.
 */
export async function asOfOwnLabels(
  notebook: Notebook,
  shape: OrderShape,
  snapshot: OrderSnapshot,
): Promise<OrderSnapshot> {
  if (snapshot.facts.stage !== 'declared') return snapshot;
  const live = shape.packages.filter((one) => one.packageStatus?.status !== 'CANCELLED');
  if (live.length === 0 || live.some((one) => one.packageStatus?.status !== 'PENDING')) return snapshot;
  const numbers = (await readBought(notebook, shape.orderId)).map((label) => label.trackingNumber);
  if (!live.every((one) => one.trackingNumber !== null && numbers.includes(one.trackingNumber))) return snapshot;
  const stage = 'to-hand-over';
  const steps = stepsOf(stage, shape.fulfillment?.fulfilledBy ?? null, shape.programs);
  return { ...snapshot, facts: { ...snapshot.facts, stage, ...steps } };
}
