import type { AfterSale, AfterSaleAction, AfterSaleStage } from '../../../core/case/after-sale.ts';
import { type JsonNode, plain } from '../shared/json.ts';
import { type ParsedCase, oddCase } from './parsed-case.ts';
import { isStopOrCancel, type ReceiptShape, reasonOf, receiptSchema } from './receipt-schema.ts';
import { safeWord } from './safe-word.ts';
import { readSeoulTime } from './seoul-time.ts';

interface State {
  readonly stage: AfterSaleStage;
  readonly openActions: readonly AfterSaleAction[];
}

/** `receiptStatus` → whose turn it is, and what the API would take (Coupang Open API, returns and cancels). */
const STATES: Readonly<Record<string, State>> = {
  RELEASE_STOP_UNCHECKED: { stage: 'wait-seller', openActions: ['stop-shipment', 'already-shipped'] },
  RETURNS_UNCHECKED: { stage: 'wait-seller', openActions: ['confirm-received'] },
  VENDOR_WAREHOUSE_CONFIRM: { stage: 'wait-seller', openActions: ['approve-refund'] },
  REQUEST_COUPANG_CHECK: { stage: 'wait-platform', openActions: [] },
  RETURNS_COMPLETED: { stage: 'closed', openActions: [] },
};

/**
 * One request of the return list as a case. What began as a cancel, or as a request to stop a parcel, stays a
 * 'cancel-request' also when it ends as a return: the platform gives it no new number. Pure; never throws.
 */
export function parseReceipt(node: JsonNode): ParsedCase {
  const read = receiptSchema.safeParse(plain(node));
  if (!read.success) return oddCase(node, 'receiptId', read.error);
  const receipt = read.data;
  const openedAtMs = readSeoulTime(receipt.createdAt);
  if (openedAtMs === null) return oddCase(node, 'receiptId', 'createdAt');
  const status = receipt.receiptStatus ?? '';
  const state = Object.hasOwn(STATES, status) ? STATES[status] : undefined;
  const afterSale: AfterSale = {
    ...partsOf(receipt),
    stage: state?.stage ?? 'unknown',
    rawStatus: [status, receipt.releaseStopStatus].filter((part) => part !== null).join(' '),
    openedAtMs,
    updatedAtMs: readSeoulTime(receipt.modifiedAt) ?? openedAtMs,
    openActions: state?.openActions ?? [],
  };
  return { ok: true, afterSale, warnings: state === undefined ? [`unknown-status:${safeWord(status)}`] : [] };
}

type Parts = Omit<AfterSale, 'stage' | 'rawStatus' | 'openedAtMs' | 'updatedAtMs' | 'openActions'>;

function partsOf(receipt: ReceiptShape): Parts {
  const [pickUp] = receipt.returnDeliveryDtos.filter((one) => one.deliveryInvoiceNo !== null);
  return {
    platform: 'coupang',
    kind: isStopOrCancel(receipt) ? 'cancel-request' : 'return',
    remoteId: receipt.receiptId,
    orderRemoteId: receipt.returnItems.find((item) => item.shipmentBoxId !== null)?.shipmentBoxId ?? null,
    orderNumber: receipt.orderId,
    reason: reasonOf(receipt),
    messages:
      receipt.cancelReason === null
        ? []
        : [{ by: 'buyer', atMs: readSeoulTime(receipt.createdAt), text: receipt.cancelReason }],
    amount: null,
    items: receipt.returnItems.map((item) => ({
      remoteSku: item.vendorItemId,
      title: item.vendorItemName ?? item.vendorItemId,
      quantity: item.cancelCount,
    })),
    rating: null,
    trackingNumber: pickUp?.deliveryInvoiceNo ?? null,
    carrier: pickUp?.deliveryCompanyCode ?? null,
    // An unanswered request to stop is one day taken for "already shipped"; when, is not told.
    dueAtMs: null,
  };
}
