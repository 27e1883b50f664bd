import { isGone, livePieces, type Box } from './box.ts';
import type { Receipt, ReceiptStatus } from './claims.ts';
import type { CoupangEvent } from './events.ts';
import { moveBox } from './rules/box-life.ts';
import { completeReceipt, hold, linesOf, openCancel, openReturn, openStopRequest } from './rules/receipts.ts';
import { askQuestion, callCentre } from './rules/inquiries.ts';
import { collectExchange, openExchange, withdrawExchange } from './rules/exchanges.ts';
import type { WorldStore } from './store.ts';
import type { CoupangTimings } from './timings.ts';
import type { CoupangVendor } from './world.ts';

const changedMind: Receipt['reason'] = {
  category1: '고객변심',
  category2: '단순변심(사유없음)',
  text: '',
  code: 'CHANGEMIND',
};
const defect: Receipt['reason'] = {
  category1: '상품불량',
  category2: '사용중 제품결함',
  text: '받자마자 작동하지 않습니다.',
  code: 'DEFECT',
};

/** The ids of what the event made. */
export interface Happened {
  receiptId?: string;
  exchangeId?: string;
  inquiryId?: string;
}

/** Lets one thing happen at a time. Throws when it makes no sense as things stand. */
export function happen(store: WorldStore, event: CoupangEvent, atMs: number, timings: CoupangTimings): Happened {
  switch (event.event) {
    case 'add-order':
      for (const box of event.boxes) store.addBox(structuredClone(box));
      return {};
    case 'buyer-cancels':
      return buyerCancels(store, event, atMs, timings);
    case 'decide-held':
      return decideHeld(store, store.knownBox(event.shipmentBoxId), event.isCancelled, atMs);
    case 'buyer-returns':
      return buyerReturns(store, event, atMs);
    case 'buyer-exchanges':
      return { exchangeId: openExchange(store, shippedBox(store, event.shipmentBoxId), event, atMs).exchangeId };
    case 'withdraw-exchange':
      withdrawExchange(store, event.exchangeId, atMs);
      return {};
    case 'collect-exchange':
      collectExchange(store, event.exchangeId, atMs);
      return {};
    case 'ask-question':
      return { inquiryId: askQuestion(store, event, atMs) };
    case 'call-centre':
      return { inquiryId: callCentre(store, store.knownBox(event.shipmentBoxId), event, atMs) };
    case 'withdraw':
    case 'collect-return':
    case 'ask-coupang-check':
    case 'coupang-decides':
      return happenToReceipt(store, event, atMs);
    case 'hold-for-cancel':
    case 'change-address':
    case 'change-ship-date':
    case 'first-scan':
    case 'deliver':
      return happenToBox(store.knownBox(event.shipmentBoxId), event, atMs);
    default:
      return happenToVendor(store.world.vendor, event, atMs);
  }
}

type Part = { shipmentBoxId: string; vendorItemId?: string; count?: number };

/** Before preparation it is done at once; while the seller packs it is a request; afterwards it is too late. */
function buyerCancels(store: WorldStore, part: Part, atMs: number, timings: CoupangTimings): Happened {
  const box = store.knownBox(part.shipmentBoxId);
  if (box.status !== 'ACCEPT' && box.status !== 'INSTRUCT') {
    throw new Error(`box ${box.shipmentBoxId} cannot be cancelled any more: ${box.status}`);
  }
  const lines = linesOf(box, part.vendorItemId, part.count);
  const wish = { box, lines, reason: changedMind, fault: 'CUSTOMER' as const, atMs };
  const receipt = box.status === 'ACCEPT' ? openCancel(store, wish) : openStopRequest(store, wish, timings);
  return { receiptId: receipt.receiptId };
}

function buyerReturns(store: WorldStore, part: Part, atMs: number): Happened {
  const box = shippedBox(store, part.shipmentBoxId);
  const lines = linesOf(box, part.vendorItemId, part.count);
  return { receiptId: openReturn(store, { box, lines, reason: defect, fault: 'VENDOR', atMs }).receiptId };
}

/** A cancel that was pending comes true, or the buyer keeps the order. */
function decideHeld(store: WorldStore, box: Box, isCancelled: boolean, atMs: number): Happened {
  for (const item of box.items) item.holdCountForCancel = 0;
  if (!isCancelled) return {};
  const wish = { box, lines: linesOf(box), reason: changedMind, fault: 'CUSTOMER' as const, atMs };
  return { receiptId: openCancel(store, wish).receiptId };
}

function shippedBox(store: WorldStore, shipmentBoxId: string): Box {
  const box = store.knownBox(shipmentBoxId);
  if (box.status === 'ACCEPT' || box.status === 'INSTRUCT' || isGone(box)) {
    throw new Error(`box ${shipmentBoxId} has not been shipped: ${box.status}`);
  }
  return box;
}

type ReceiptEvent = Extract<CoupangEvent, { receiptId: string }>;

/** From where each of them may happen. The buyer may withdraw until the courier comes, the call centre later too. */
const isReadyFor: Readonly<Record<ReceiptEvent['event'], readonly ReceiptStatus[]>> = {
  withdraw: ['RELEASE_STOP_UNCHECKED', 'RETURNS_UNCHECKED', 'VENDOR_WAREHOUSE_CONFIRM', 'REQUEST_COUPANG_CHECK'],
  'collect-return': ['RETURNS_UNCHECKED'],
  'ask-coupang-check': ['RETURNS_UNCHECKED', 'VENDOR_WAREHOUSE_CONFIRM'],
  'coupang-decides': ['REQUEST_COUPANG_CHECK'],
};

function happenToReceipt(store: WorldStore, { event, receiptId }: ReceiptEvent, atMs: number): Happened {
  const receipt = store.receipt(receiptId);
  if (receipt === undefined) throw new Error(`there is no receipt ${receiptId}`);
  if (receipt.status === 'RETURNS_COMPLETED' || receipt.withdrawnAtMs !== null) {
    throw new Error(`receipt ${receiptId} is over`);
  }
  if (!isReadyFor[event].includes(receipt.status))
    throw new Error(`receipt ${receiptId} is not ready: ${receipt.status}`);
  receipt.modifiedAtMs = atMs;
  if (event === 'ask-coupang-check') receipt.status = 'REQUEST_COUPANG_CHECK';
  else if (event === 'withdraw') {
    receipt.withdrawnAtMs = atMs;
    receipt.autoShippedAtMs = null;
    hold(store, receipt, -1);
  } else if (event === 'coupang-decides') completeReceipt(store, receipt, 'CS_CONFIRM', atMs);
  else if (receipt.isQuickRefund) completeReceipt(store, receipt, 'UNDEFINED', atMs);
  return { receiptId };
}

type BoxEvent = Extract<
  CoupangEvent,
  { event: 'hold-for-cancel' | 'change-address' | 'change-ship-date' | 'first-scan' | 'deliver' }
>;

function happenToBox(box: Box, event: BoxEvent, atMs: number): Happened {
  if (event.event === 'hold-for-cancel') {
    if (box.items.some((item) => item.holdCountForCancel > 0))
      throw new Error(`box ${box.shipmentBoxId} is held already`);
    for (const item of box.items) item.holdCountForCancel = livePieces(item);
  } else if (event.event === 'change-address') {
    if (box.status !== 'ACCEPT') throw new Error(`box ${box.shipmentBoxId} is being prepared: ${box.status}`);
    box.receiver = { ...box.receiver, ...event.receiver };
  } else if (event.event === 'change-ship-date') {
    for (const item of box.items) item.estimatedShippingDate = event.estimatedShippingDate;
  } else if (event.event === 'first-scan') {
    if (box.status !== 'DEPARTURE') throw new Error(`box ${box.shipmentBoxId} has not departed: ${box.status}`);
    box.script = box.script.filter((change) => change.status !== 'DELIVERING');
    moveBox(box, 'DELIVERING', atMs);
  } else {
    if (box.status !== 'DEPARTURE' && box.status !== 'DELIVERING') {
      throw new Error(`box ${box.shipmentBoxId} is not on its way: ${box.status}`);
    }
    box.script = [];
    if (box.status === 'DEPARTURE') moveBox(box, 'DELIVERING', atMs);
    moveBox(box, 'FINAL_DELIVERY', atMs);
  }
  return {};
}

type VendorEvent = Extract<
  CoupangEvent,
  { event: 'expire-key' | 'renew-key' | 'change-own-ip' | 'allow-ips' | 'block-vendor' }
>;

const keyLifeMs = 180 * 86_400_000;

function happenToVendor(vendor: CoupangVendor, event: VendorEvent, atMs: number): Happened {
  if (event.event === 'expire-key') vendor.keyExpiresAtMs = atMs;
  else if (event.event === 'change-own-ip') vendor.seenFromIp = event.seenFromIp;
  else if (event.event === 'allow-ips') vendor.allowedIps = event.ips;
  else if (event.event === 'block-vendor') vendor.isBlocked = event.isBlocked;
  else {
    vendor.accessKey = event.accessKey;
    vendor.secretKey = event.secretKey;
    vendor.keyExpiresAtMs = atMs + keyLifeMs;
  }
  return {};
}
