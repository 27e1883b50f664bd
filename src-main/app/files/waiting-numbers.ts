import type { EffectOf } from '../../core/order/effects.ts';
import type { Order } from '../../core/order/order.ts';
import { readRawRows } from '../../core/order-file/raw-rows.ts';
import type { ShipParcel } from '../../core/order-file/ship-file.ts';
import type { Reads } from '../ports/store.ts';
import type { EffectRow } from '../ports/store-outbox.ts';
import type { ShopRow } from '../ports/store-rows.ts';

/** More numbers than anybody ships between two exports. */
const MOST_ROWS = 10_000;

/** A parcel's number on its way into a file, with the rows of the outbox that it settles. */
export interface WaitingNumber extends ShipParcel {
  readonly order: Order;
  readonly rows: readonly NumberRow[];
}

export type NumberRow = EffectRow & { readonly effect: EffectOf<'push-tracking'> };

/**
 * Rows of the outbox whose numbers a bulk-ship file can tell the platform: where files are all there is, every one that
 * can no longer be undone; beside an API those that it refused.
 */
export async function waitingRows(reads: Reads, shop: ShopRow, nowMs: number): Promise<NumberRow[]> {
  const waiting = shop.mode === 'file' ? await reads.waitingEffects(shop.id, MOST_ROWS) : [];
  const gaveUp = (await reads.effectsInState('gave-up', MOST_ROWS)).filter((row) => row.shopId === shop.id);
  const due = waiting.filter((row) => row.state === 'unconfirmed' || row.dueAtMs <= nowMs);
  return [...due, ...gaveUp].filter(isNumberRow).sort((left, right) => left.sequence - right.sequence);
}

export function isNumberRow(row: EffectRow): row is NumberRow {
  return row.effect.kind === 'push-tracking';
}

/** Numbers by parcel: of several that one parcel was given, the last counts, and settles all. */
export async function waitingNumbers(
  reads: Reads,
  rows: readonly NumberRow[],
  nowMs: number,
): Promise<WaitingNumber[]> {
  const byParcel = new Map<string, NumberRow[]>();
  for (const row of rows) byParcel.set(row.effect.parcelId, [...(byParcel.get(row.effect.parcelId) ?? []), row]);
  const orderIds = [...new Set(rows.flatMap((row) => row.orderId ?? []))];
  const orders = new Map((await reads.orders(orderIds)).map((order) => [order.id, order]));
  const numbers: WaitingNumber[] = [];
  for (const group of byParcel.values()) {
    const last = group.at(-1);
    const order = last === undefined || last.orderId === null ? undefined : orders.get(last.orderId);
    if (last !== undefined && order !== undefined) numbers.push(await numberOf(reads, order, last, group, nowMs));
  }
  return numbers;
}

async function numberOf(
  reads: Reads,
  order: Order,
  { effect }: NumberRow,
  rows: readonly NumberRow[],
  nowMs: number,
): Promise<WaitingNumber> {
  const parcel = order.work.parcels.find((candidate) => candidate.id === effect.parcelId);
  const raw = await reads.rawPayload(order.id);
  return {
    order,
    rows,
    facts: order.facts,
    raw: raw === null ? null : readRawRows(raw),
    trackingNumber: effect.trackingNumber,
    carrier: effect.carrier,
    items: effect.items,
    isLast: effect.isLast,
    shippedAtMs: Math.min(nowMs, parcel?.handedOverAtMs ?? parcel?.labelledAtMs ?? nowMs),
  };
}
