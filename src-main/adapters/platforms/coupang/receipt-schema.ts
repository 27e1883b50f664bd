import { z } from 'zod';
import { count, countOrZero, identity, identityOrNull, list, text } from './schema-parts.ts';

/** What is read from one request of the return list: a cancel, a request to stop a parcel, or a return. */
export const receiptSchema = z.object({
  receiptId: identity,
  orderId: identityOrNull,
  receiptType: text,
  receiptStatus: text,
  createdAt: text,
  modifiedAt: text,
  cancelReasonCategory1: text,
  cancelReasonCategory2: text,
  cancelReason: text,
  cancelCountSum: countOrZero,
  releaseStopStatus: text,
  faultByType: text,
  reasonCodeText: text,
  returnItems: list(
    z.object({
      vendorItemId: identity,
      vendorItemName: text,
      cancelCount: count,
      shipmentBoxId: identityOrNull,
    }),
  ),
  returnDeliveryDtos: list(z.object({ deliveryCompanyCode: text, deliveryInvoiceNo: text })),
});
export type ReceiptShape = z.infer<typeof receiptSchema>;

/** The states of `releaseStopStatus`: what came of a buyer's wish that the parcel stay. '비대상': it never was one. */
const NO_STOP = '비대상';
const STOPPED = '처리(출고중지)';
const SHIPPED: readonly string[] = ['처리(이미출고)', '자동처리(이미출고)'];

/** True for a cancel or a request to stop a parcel, also once it has become a return; false for a return from the start. */
export function isStopOrCancel({ receiptType, releaseStopStatus, receiptStatus }: ReceiptShape): boolean {
  if (receiptType === 'CANCEL' || receiptStatus === 'RELEASE_STOP_UNCHECKED') return true;
  return releaseStopStatus !== null && releaseStopStatus !== NO_STOP && isKnownStop(releaseStopStatus);
}

const isKnownStop = (word: string): boolean => word === '미처리' || word === STOPPED || SHIPPED.includes(word);

export const wasStopped = ({ releaseStopStatus }: ReceiptShape): boolean => releaseStopStatus === STOPPED;

export const wasShippedAnyway = ({ releaseStopStatus }: ReceiptShape): boolean =>
  releaseStopStatus !== null && SHIPPED.includes(releaseStopStatus);

/** The platform's reason, the shortest wording that says it. */
export const reasonOf = (receipt: ReceiptShape): string | null =>
  receipt.reasonCodeText ??
  ([receipt.cancelReasonCategory1, receipt.cancelReasonCategory2].filter((part) => part !== null).join(' / ') || null);
