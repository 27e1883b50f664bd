import type { EffectOf } from '../../../core/order/effects.ts';
import { type JsonNode, jsonInteger } from '../shared/json.ts';
import { piecesOf } from './parse-lines.ts';
import type { ItemShape, WorkSheet } from './sheet-schema.ts';
import { bareNumber } from './units-carriers.ts';

export type Entries =
  | { readonly ok: true; readonly entries: readonly JsonNode[] }
  | { readonly ok: false; readonly code: string };

type Push = EffectOf<'push-tracking'>;

/** One entry for each item that is still alive, all with the same carrier and number. */
export function wholeEntries(sheet: WorkSheet, push: Push): Entries {
  const items = liveItems(sheet);
  if (items.length === 0) return { ok: false, code: 'order-cancelled' };
  return { ok: true, entries: items.map((item) => entry(sheet, push, item, { split: false, later: false })) };
}

/**
 * A part of the box (split delivery): what leaves now carries the number, what stays a day. Later parts only name what
 * they hold. An item goes in one parcel, whole: the platform keeps one number for it.
 */
export function partEntries(sheet: WorkSheet, push: Push): Entries {
  const items = liveItems(sheet);
  const leaving = items.filter((item) => push.items?.some((part) => part.remoteSku === item.vendorItemId));
  const isCut = leaving.some((item) => piecesIn(push, item) !== piecesOf(item, sheet.status ?? ''));
  if (leaving.length === 0) return { ok: false, code: 'items-already-sent' };
  if (isCut) return { ok: false, code: 'one-number-a-line' };
  const now = leaving.map((item) => entry(sheet, push, item, { split: true, later: sheet.splitShipping }));
  if (sheet.splitShipping) return { ok: true, entries: now };
  if (!sheet.ableSplitShipping || items.length < 2) return { ok: false, code: 'split-not-allowed' };
  const staying = items.filter((item) => !leaving.includes(item));
  return {
    ok: true,
    entries: [...now, ...staying.map((item) => entry(sheet, null, item, { split: true, later: false }))],
  };
}

/** True when the push names less than the box holds, or the box has been split before. */
export function isPart(sheet: WorkSheet, { items }: Push): boolean {
  if (sheet.splitShipping && sheet.status === 'INSTRUCT') return true;
  if (items === null) return false;
  return liveItems(sheet).some((item) => {
    const named = items.filter((part) => part.remoteSku === item.vendorItemId);
    return named.reduce((sum, part) => sum + part.quantity, 0) < piecesOf(item, sheet.status ?? '');
  });
}

const piecesIn = ({ items }: Push, item: ItemShape): number =>
  (items ?? []).reduce((sum, part) => (part.remoteSku === item.vendorItemId ? sum + part.quantity : sum), 0);

/** Items of which something is to leave, each id once. */
function liveItems({ orderItems }: WorkSheet): ItemShape[] {
  const seen = new Set<string>();
  return orderItems.filter((item) => {
    const isNew = !seen.has(item.vendorItemId);
    seen.add(item.vendorItemId);
    return isNew && item.shippingCount > item.cancelCount;
  });
}

/** `push` null: this item leaves later. */
function entry(
  { shipmentBoxId, orderId }: WorkSheet,
  push: Push | null,
  item: ItemShape,
  { split, later }: { readonly split: boolean; readonly later: boolean },
): JsonNode {
  return {
    shipmentBoxId: jsonInteger(shipmentBoxId),
    orderId: jsonInteger(orderId),
    vendorItemId: jsonInteger(item.vendorItemId),
    deliveryCompanyCode: push?.carrier ?? '',
    invoiceNumber: push === null ? '' : bareNumber(push.trackingNumber),
    splitShipping: split,
    preSplitShipped: later,
    estimatedShippingDate:
      push === null ? (item.plannedShippingDate ?? item.estimatedShippingDate ?? '').slice(0, 10) : '',
  };
}
