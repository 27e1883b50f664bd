import * as z from 'zod';
import type { OzonPosting } from '../posting.ts';
import { int64Field, instantField, numberText } from '../schema/fields.ts';
import type { WorldStore } from '../store.ts';

const changedBetween = z.strictObject({ from: instantField.optional(), to: instantField.optional() });

/** Filters that both v4 lists know. Ids are `string<int64>` in the schema and numbers in the official example. */
export const sharedFilter = {
  statuses: z.array(z.string()).optional(),
  delivery_method_ids: z.array(int64Field).max(1000).optional(),
  provider_ids: z.array(int64Field).max(1000).optional(),
  warehouse_ids: z.array(int64Field).max(1000).optional(),
  last_changed_status_date: changedBetween.optional(),
};

/** Filters that only `/v4/posting/fbs/list` knows. */
export const listOnlyFilter = {
  order_id: int64Field.optional(),
  order_numbers: z.array(numberText).max(100).optional(),
  integration_type_flow: z.array(z.string()).optional(),
  is_blr_traceable: z.boolean().optional(),
};

const sharedShape = z.strictObject(sharedFilter);
const listOnlyShape = z.strictObject(listOnlyFilter);
type SharedFilter = z.output<typeof sharedShape>;
type ListOnlyFilter = z.output<typeof listOnlyShape>;

export function fitsShared(store: WorldStore, posting: OzonPosting, filter: SharedFilter): boolean {
  const changed = filter.last_changed_status_date;
  const method = store.method(posting.methodId);
  return (
    isIn(filter.statuses, posting.status) &&
    isIn(filter.delivery_method_ids, posting.methodId) &&
    isIn(filter.provider_ids, method.providerId) &&
    isIn(filter.warehouse_ids, method.warehouseId) &&
    isBetween(posting.statusChangedAtMs, changed?.from, changed?.to)
  );
}

export function fitsListOnly(posting: OzonPosting, filter: ListOnlyFilter): boolean {
  return (
    (filter.order_id === undefined || filter.order_id === '0' || filter.order_id === posting.orderId) &&
    isIn(filter.order_numbers, posting.orderNumber) &&
    isIn(filter.integration_type_flow, posting.integration) &&
    filter.is_blr_traceable !== true
  );
}

/** An empty list filters nothing: the platform cannot tell it from an absent one. */
function isIn(wanted: readonly string[] | undefined, value: string): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.includes(value);
}

/**
 * Both ends belong to the period. An answer writes whole seconds, so a moment within a second counts as that second.
 */
export function isBetween(atMs: number, fromMs: number | undefined, toMs: number | undefined): boolean {
  const secondMs = Math.floor(atMs / 1000) * 1000;
  return (
    (fromMs === undefined || secondMs >= Math.floor(fromMs / 1000) * 1000) && (toMs === undefined || secondMs <= toMs)
  );
}
