import type { EffectPackage } from '../../../core/order/effects.ts';
import { type JsonNode, jsonInteger } from '../shared/json.ts';
import type { OzonMethodName } from './paths.ts';
import type { PostingEffect } from './posting-effect.ts';
import type { Round } from './pull-cursor.ts';

export const PAGE_SIZE = 100;
const DAY_MS = 24 * 60 * 60_000;
/** Half a year each way: as wide as an open posting can lie, within the year that a period may span. */
const OPEN_WINDOW_MS = 180 * DAY_MS;

/** Times go out in whole seconds, the form of Ozon's own examples. */
export const apiTime = (atMs: number): string =>
  new Date(Math.floor(atMs / 1000) * 1000).toISOString().replace('.000Z', 'Z');

const WITH = { analytics_data: true, barcodes: true, financial_data: false, legal_info: false };

/** v4 list: one page of a round. The same filter goes with every page (ozon.md §3). */
export function listBody(filter: Round['filter'], page: string): JsonNode {
  const changed =
    filter.changedFromMs === null
      ? {}
      : { last_changed_status_date: { from: apiTime(filter.changedFromMs), to: apiTime(filter.toMs) } };
  return {
    cursor: page,
    limit: PAGE_SIZE,
    sort_dir: 'ASC',
    filter: { since: apiTime(filter.sinceMs), to: apiTime(filter.toMs), ...changed },
    with: WITH,
  };
}

/** v4 unfulfilled list: exactly one pair of dates, the cutoff pair; none or both is refused with 400. */
export function unfulfilledBody(nowMs: number, page: string): JsonNode {
  return {
    cursor: page,
    limit: PAGE_SIZE,
    sort_dir: 'ASC',
    filter: { cutoff_from: apiTime(nowMs - OPEN_WINDOW_MS), cutoff_to: apiTime(nowMs + OPEN_WINDOW_MS) },
    with: { analytics_data: false, barcodes: false, financial_data: false, legal_info: false },
  };
}

export function getBody(remoteId: string): JsonNode {
  return {
    posting_number: remoteId,
    with: { ...WITH, product_exemplars: false, related_postings: false, translit: false },
  };
}

/** Open cancel requests of buyers; of one posting when it is named. */
export function cancelRequestsBody(lastId: string, remoteId: string | null): JsonNode {
  return {
    filters: { state: 'ON_APPROVAL', ...(remoteId === null ? {} : { posting_number: [remoteId] }) },
    limit: jsonInteger('500'),
    last_id: jsonInteger(lastId),
    with: { counter: true },
  };
}

export type MappedEffect =
  | { readonly ok: true; readonly method: OzonMethodName; readonly body: JsonNode }
  /** Ozon would refuse it for certain, or it cannot be written down; nothing is sent. */
  | { readonly ok: false; readonly code: string };

/** An effect as the call and body that make it. Pure. */
export function mapEffect(effect: PostingEffect): MappedEffect {
  const { remoteId } = effect;
  switch (effect.kind) {
    case 'confirm':
      return mapShip(remoteId, effect.packages);
    case 'push-tracking': {
      const body = { tracking_numbers: [{ posting_number: remoteId, tracking_number: effect.trackingNumber }] };
      return { ok: true, method: 'setTracking', body };
    }
    case 'push-in-transit':
      return { ok: true, method: 'setDelivering', body: { posting_number: [remoteId] } };
    case 'push-last-mile':
      return { ok: true, method: 'setLastMile', body: { posting_number: [remoteId] } };
    case 'push-delivered':
      return { ok: true, method: 'setDelivered', body: { posting_number: [remoteId] } };
    case 'cancel': {
      if (!isDigits(effect.reasonId)) return { ok: false, code: 'cancel-reason-invalid' };
      const reason = { cancel_reason_id: jsonInteger(effect.reasonId), cancel_reason_message: effect.message };
      return { ok: true, method: 'cancel', body: { posting_number: remoteId, ...reason } };
    }
  }
}

/** `product_id` must carry the SKU here, not the catalogue id (ozon.md §1). One entry a SKU: totals must match exactly. */
function mapShip(remoteId: string, packages: readonly EffectPackage[]): MappedEffect {
  const items = packages.flatMap((one) => one.items);
  if (packages.length === 0 || packages.some((one) => one.items.length === 0))
    return { ok: false, code: 'package-empty' };
  if (!items.every((item) => isDigits(item.remoteSku))) return { ok: false, code: 'sku-invalid' };
  if (!items.every((item) => Number.isSafeInteger(item.quantity) && item.quantity > 0))
    return { ok: false, code: 'quantity-invalid' };
  const body = {
    packages: packages.map((one) => ({ products: mergedProducts(one) })),
    posting_number: remoteId,
    with: { additional_data: true },
  };
  return { ok: true, method: 'ship', body };
}

function mergedProducts(one: EffectPackage): JsonNode[] {
  const quantities = new Map<string, number>();
  for (const { remoteSku, quantity } of one.items)
    quantities.set(remoteSku, (quantities.get(remoteSku) ?? 0) + quantity);
  return [...quantities].map(([sku, quantity]) => ({ product_id: jsonInteger(sku), quantity }));
}

const isDigits = (text: string): boolean => /^\d{1,19}$/.test(text);
