import type { Box } from '../box.ts';
import type { Exchange } from '../claims.ts';
import type { WorldStore } from '../store.ts';
import { linesOf } from './receipts.ts';

/** The buyer wants the same thing again, whole. One item an exchange. */
export function openExchange(
  store: WorldStore,
  box: Box,
  part: { vendorItemId?: string; count?: number },
  atMs: number,
): Exchange {
  const [line] = linesOf(box, part.vendorItemId, part.count);
  if (line === undefined) throw new Error(`box ${box.shipmentBoxId} has nothing to exchange`);
  const exchange: Exchange = {
    exchangeId: store.newSmallId(),
    orderId: box.orderId,
    status: 'RECEIPT',
    fault: 'VENDOR',
    reasonCode: 'WRONGSIZECOL',
    reasonDetail: '베이지색 주문했는데 브라운이 왔습니다',
    createdAtMs: atMs,
    modifiedAtMs: atMs,
    line,
    collectStatus: 'BeforeDirection',
    collectedAtMs: null,
    pickUp: null,
    newBoxAtMs: null,
    newBox: null,
    effects: { received: 0, rejected: 0, invoices: [], pickUps: 0 },
  };
  store.world.exchanges.push(exchange);
  return exchange;
}

/** Throws when the exchange is not there or no longer open. */
export function withdrawExchange(store: WorldStore, exchangeId: string, atMs: number): void {
  const exchange = openOne(store, exchangeId);
  exchange.status = 'CANCEL';
  exchange.modifiedAtMs = atMs;
}

/** The courier has brought the old goods back. */
export function collectExchange(store: WorldStore, exchangeId: string, atMs: number): void {
  const exchange = openOne(store, exchangeId);
  exchange.collectStatus = 'CompleteCollect';
  exchange.collectedAtMs = atMs;
  exchange.modifiedAtMs = atMs;
}

function openOne(store: WorldStore, exchangeId: string): Exchange {
  const exchange = store.exchange(exchangeId);
  if (exchange === undefined) throw new Error(`there is no exchange ${exchangeId}`);
  if (exchange.status !== 'RECEIPT') throw new Error(`exchange ${exchangeId} is not open: ${exchange.status}`);
  return exchange;
}
