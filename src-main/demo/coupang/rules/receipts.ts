import { isGone, livePieces, type Box } from '../box.ts';
import type { Receipt, ReceiptLine } from '../claims.ts';
import type { WorldStore } from '../store.ts';
import type { CoupangTimings } from '../timings.ts';

/** Below this sum a return is refunded without waiting for the seller's word (coupang.md section 9). */
const quickRefundBelowKrw = 100_000;

export interface ReceiptWish {
  box: Box;
  lines: ReceiptLine[];
  reason: Receipt['reason'];
  fault: Receipt['fault'];
  atMs: number;
}

/** A cancel before preparation: final at once. */
export function openCancel(store: WorldStore, wish: ReceiptWish): Receipt {
  const receipt = newReceipt(store, wish, {
    receiptType: 'CANCEL',
    status: 'RETURNS_COMPLETED',
    releaseStop: '비대상',
    completeType: 'UNDEFINED',
    completedAtMs: wish.atMs,
  });
  hold(store, receipt, 1);
  finish(store, receipt);
  return receipt;
}

/** The buyer wants out while the seller packs. */
export function openStopRequest(store: WorldStore, wish: ReceiptWish, timings: CoupangTimings): Receipt {
  const autoShippedAtMs = wish.atMs + timings.stopRequestLifeMs;
  const receipt = newReceipt(store, wish, {
    status: 'RELEASE_STOP_UNCHECKED',
    releaseStop: '미처리',
    autoShippedAtMs,
  });
  hold(store, receipt, 1);
  return receipt;
}

/** The goods are on their way or there, and come back. */
export function openReturn(store: WorldStore, wish: ReceiptWish): Receipt {
  const receipt = newReceipt(store, wish, { deliveryType: '연동택배' });
  hold(store, receipt, 1);
  return receipt;
}

function newReceipt(store: WorldStore, wish: ReceiptWish, differing: Partial<Receipt>): Receipt {
  const { box, lines, reason, fault, atMs } = wish;
  const receipt: Receipt = {
    receiptId: store.newSmallId(),
    orderId: box.orderId,
    paymentId: box.paymentId,
    receiptType: 'RETURN',
    status: 'RETURNS_UNCHECKED',
    releaseStop: '비대상',
    createdAtMs: atMs,
    modifiedAtMs: atMs,
    requester: {
      name: box.orderer.name,
      safeNumber: box.orderer.safeNumber,
      address: box.receiver.addr1,
      addressDetail: box.receiver.addr2,
      zipCode: box.receiver.postCode,
    },
    reason,
    fault,
    lines,
    deliveryId: store.newSmallId(),
    deliveryType: '',
    isQuickRefund: worthKrw(box, lines) < quickRefundBelowKrw,
    isRefunded: false,
    completeType: 'UNDEFINED',
    completedAtMs: null,
    pickUp: null,
    withdrawnAtMs: null,
    autoShippedAtMs: null,
    effects: { stopped: 0, shipped: 0, received: 0, approved: 0, pickUps: 0 },
    ...differing,
  };
  store.addReceipt(receipt);
  return receipt;
}

function worthKrw(box: Box, lines: readonly ReceiptLine[]): number {
  const priceOf = (id: string): number => box.items.find((item) => item.vendorItemId === id)?.unitPriceKrw ?? 0;
  return lines.reduce((sum, line) => sum + priceOf(line.vendorItemId) * line.count, 0);
}

/** The pieces wait for a decision (`direction` 1), or wait no longer (-1). */
export function hold(store: WorldStore, receipt: Receipt, direction: 1 | -1): void {
  for (const line of receipt.lines) {
    const item = itemOf(store, line);
    if (item !== undefined) item.holdCountForCancel += direction * line.count;
  }
}

/** The pieces are cancelled for good; a box that has none left vanishes and does nothing more. */
export function finish(store: WorldStore, receipt: Receipt): void {
  hold(store, receipt, -1);
  for (const line of receipt.lines) {
    const item = itemOf(store, line);
    if (item !== undefined) item.cancelCount = Math.min(item.shippingCount, item.cancelCount + line.count);
    const box = store.box(line.shipmentBoxId);
    if (box !== undefined && isGone(box)) box.script = [];
  }
}

/** Ends a request that was open. */
export function completeReceipt(
  store: WorldStore,
  receipt: Receipt,
  completeType: Receipt['completeType'],
  atMs: number,
): void {
  receipt.status = 'RETURNS_COMPLETED';
  receipt.completeType = completeType;
  receipt.completedAtMs = atMs;
  receipt.modifiedAtMs = atMs;
  receipt.isRefunded = true;
  receipt.autoShippedAtMs = null;
  finish(store, receipt);
}

function itemOf(store: WorldStore, line: ReceiptLine): Box['items'][number] | undefined {
  return store.box(line.shipmentBoxId)?.items.find((item) => item.vendorItemId === line.vendorItemId);
}

export function countOf(receipt: Receipt): number {
  return receipt.lines.reduce((sum, line) => sum + line.count, 0);
}

/** Requests to stop this box that nobody has answered. */
export function openStopRequests(store: WorldStore, box: Box): Receipt[] {
  return store.world.receipts.filter(
    (receipt) =>
      receipt.status === 'RELEASE_STOP_UNCHECKED' &&
      receipt.withdrawnAtMs === null &&
      receipt.lines.some((line) => line.shipmentBoxId === box.shipmentBoxId),
  );
}

/** One item in so many pieces, or everything in the box that is still free. Throws when there is not so much. */
export function linesOf(box: Box, vendorItemId?: string, count?: number): ReceiptLine[] {
  const lines: ReceiptLine[] = [];
  for (const item of box.items) {
    if (vendorItemId !== undefined && item.vendorItemId !== vendorItemId) continue;
    const free = livePieces(item) - item.holdCountForCancel;
    const wanted = count ?? free;
    if (wanted > free) throw new Error(`box ${box.shipmentBoxId} has ${free} of ${item.vendorItemId}, not ${wanted}`);
    if (wanted > 0) lines.push({ shipmentBoxId: box.shipmentBoxId, vendorItemId: item.vendorItemId, count: wanted });
  }
  if (lines.length === 0) throw new Error(`box ${box.shipmentBoxId} has nothing left of that`);
  return lines;
}
