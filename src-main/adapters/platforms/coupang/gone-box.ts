import type { OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import type { Cancellation, OrderFacts, OrderLine } from '../../../core/order/facts.ts';
import { type JsonNode, plain, writeJson } from '../shared/json.ts';
import type { RememberedBox } from './box-memory.ts';
import type { CallFault } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { listReceipts, type ReceiptQuery } from './list-receipts.ts';
import { isStopOrCancel, type ReceiptShape, reasonOf, receiptSchema, wasShippedAnyway } from './receipt-schema.ts';
import { readSeoulTime, seoulDay } from './seoul-time.ts';
import { isSent } from './units-status.ts';

const WINDOW_DAYS = 30;
const MOST_PAGES = 6;

type GoneSnapshot =
  /** Null when neither we nor the platform's receipts know anything of the box. */
  { readonly ok: true; readonly snapshot: OrderSnapshot | null } | { readonly ok: false; readonly fault: CallFault };

interface Receipt {
  readonly node: JsonNode;
  readonly shape: ReceiptShape;
}

/**
 * A box that the platform no longer shows because all of it is cancelled or returned, put together from what was seen
 * of it before and from the receipt that ended it. Never throws.
 */
export async function goneSnapshot(
  context: ConnectorContext,
  remoteId: string,
  placedAtMs: number | null,
): Promise<GoneSnapshot> {
  const box = await context.boxes.recall(remoteId, placedAtMs);
  const found = await findReceipt(context, remoteId, box);
  if (!found.ok) return found;
  if (found.receipt === null && box === null) return { ok: true, snapshot: null };
  return { ok: true, snapshot: toSnapshot(remoteId, box, found.receipt, placedAtMs ?? context.proxy.nowMs()) };
}

/** Of the order when it is known, else in everything that ended lately. The newest that names the box. */
async function findReceipt(
  context: ConnectorContext,
  remoteId: string,
  box: RememberedBox | null,
): Promise<
  { readonly ok: true; readonly receipt: Receipt | null } | { readonly ok: false; readonly fault: CallFault }
> {
  const today = seoulDay(context.proxy.nowMs());
  const orderId = box?.remoteOrderNumber;
  const lists = orderId === undefined ? (['CANCEL', 'CC'] as const) : (['CANCEL', null] as const);
  // Before preparation it was a cancel, afterwards a request to stop it.
  const inOrder = box === null || box.rawStatus === 'ACCEPT' ? lists : lists.toReversed();
  for (const list of inOrder) {
    const query = { list, fromDay: today - WINDOW_DAYS, toDay: today, ...(orderId === undefined ? {} : { orderId }) };
    const found = await searchPages(context, query, remoteId);
    if (!found.ok || found.receipt !== null) return found;
  }
  return { ok: true, receipt: null };
}

async function searchPages(context: ConnectorContext, query: Omit<ReceiptQuery, 'token'>, remoteId: string) {
  let token = '';
  let newest: Receipt | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await listReceipts(context, { ...query, token });
    if (!answer.ok) {
      // Whether cancels may be asked for without an order is not certain; a refusal is no reason to stop.
      if (answer.fault.kind === 'api' && answer.fault.status === 400) break;
      return answer;
    }
    for (const node of answer.nodes) {
      const shape = receiptSchema.safeParse(plain(node)).data;
      if (shape?.returnItems.some((item) => item.shipmentBoxId === remoteId)) newest = { node, shape };
    }
    if (answer.next === '' || answer.next === token) break;
    token = answer.next;
  }
  return { ok: true as const, receipt: newest };
}

function toSnapshot(
  remoteId: string,
  box: RememberedBox | null,
  receipt: Receipt | null,
  fallbackMs: number,
): OrderSnapshot {
  const shape = receipt?.shape ?? null;
  const facts: OrderFacts = {
    platform: 'coupang',
    remoteId,
    remoteOrderNumber: box?.remoteOrderNumber ?? shape?.orderId ?? remoteId,
    stage: 'cancelled',
    rawStatus: shape?.receiptStatus ?? box?.rawStatus ?? '',
    rawSubstatus: shape?.receiptType ?? null,
    placedAtMs: box?.placedAtMs ?? readSeoulTime(shape?.createdAt ?? null) ?? fallbackMs,
    shipByMs: box?.shipByMs ?? null,
    deliverByMs: null,
    lines: (box?.lines ?? linesOf(shape)).map((line) => ({ ...line, quantity: 0 })),
    buyerId: null,
    buyerName: null,
    country: 'KR',
    address: null,
    isAddressSealed: false,
    buyerNote: null,
    steps: box?.steps ?? [],
    openSteps: [],
    alerts: [],
    trackingNumber: null,
    remoteParcels: [],
    total: box?.total ?? null,
    service: box?.service ?? null,
    cancellation: cancellationOf(box, shape),
    scanCodes: [],
  };
  const raw = receipt === null ? writeJson({ shipmentBoxId: remoteId, isGone: true }) : writeJson(receipt.node);
  return { facts, raw, warnings: shape === null ? ['cancel-receipt-missing'] : [] };
}

function linesOf(receipt: ReceiptShape | null): OrderLine[] {
  return (receipt?.returnItems ?? []).map(({ vendorItemId, vendorItemName }) => ({
    remoteId: vendorItemId,
    remoteSku: vendorItemId,
    sku: vendorItemId,
    title: vendorItemName ?? vendorItemId,
    variant: null,
    quantity: 0,
    unitPrice: null,
  }));
}

/** Whose fault a cancel is says who wanted it; a return is the buyer's wish whosever fault it is. */
const CANCELLED_BY: Readonly<Record<string, Cancellation['by']>> = {
  VENDOR: 'seller',
  CUSTOMER: 'buyer',
  COUPANG: 'platform',
  WMS: 'platform',
};

function cancellationOf(box: RememberedBox | null, receipt: ReceiptShape | null): Cancellation {
  const wasSent = isSent(box?.rawStatus ?? '');
  if (receipt === null) return { reason: '', by: 'unknown', afterHandOver: wasSent };
  const isCancel = isStopOrCancel(receipt) && !wasShippedAnyway(receipt);
  return {
    reason: reasonOf(receipt) ?? '',
    by: isCancel ? (CANCELLED_BY[receipt.faultByType ?? ''] ?? 'unknown') : 'buyer',
    afterHandOver: !isCancel || wasSent,
  };
}
