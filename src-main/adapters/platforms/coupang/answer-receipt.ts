import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { type JsonNode, jsonInteger, member, plain } from '../shared/json.ts';
import { codeOf } from './acknowledge.ts';
import { faultOutcome, writeOutcome } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { readReceipt } from './read-receipt.ts';
import { type ReceiptShape, wasShippedAnyway, wasStopped } from './receipt-schema.ts';
import { bareNumber, fitsCarrier } from './units-carriers.ts';

type Answer = EffectOf<'answer-case'>;

/** What one answer means for a request: it has come about, it can, or it cannot any more. */
export type Standing = 'done' | 'open' | { readonly failed: string };

/** Pure. Looks at the present state only, so that an answer given in WING counts as well. */
export function standingOf({ action }: Answer, receipt: ReceiptShape): Standing {
  const { receiptStatus: status } = receipt;
  const isOver = status === 'RETURNS_COMPLETED';
  switch (action) {
    case 'stop-shipment':
      if (wasStopped(receipt)) return 'done';
      if (wasShippedAnyway(receipt)) return { failed: 'already-shipped' };
      return status === 'RELEASE_STOP_UNCHECKED' ? 'open' : { failed: 'not-open' };
    case 'already-shipped':
      if (wasShippedAnyway(receipt)) return 'done';
      if (wasStopped(receipt)) return { failed: 'already-stopped' };
      return status === 'RELEASE_STOP_UNCHECKED' ? 'open' : { failed: 'not-open' };
    case 'confirm-received':
      if (isOver || status === 'VENDOR_WAREHOUSE_CONFIRM') return 'done';
      return status === 'RETURNS_UNCHECKED' ? 'open' : { failed: 'not-open' };
    case 'approve-refund':
      if (isOver) return 'done';
      return status === 'VENDOR_WAREHOUSE_CONFIRM' ? 'open' : { failed: 'goods-not-received' };
    default:
      return { failed: 'action-not-offered' };
  }
}

/** Path and body of an answer; null when the effect lacks what it needs. */
function callOf(
  answer: Answer,
  receipt: ReceiptShape,
  vendorId: string,
): { readonly call: string; readonly body: JsonNode } | null {
  const common = { vendorId, receiptId: jsonInteger(receipt.receiptId) };
  switch (answer.action) {
    case 'stop-shipment':
      return { call: 'stoppedShipment', body: { ...common, cancelCount: receipt.cancelCountSum } };
    case 'already-shipped': {
      const { carrier, trackingNumber } = answer;
      if (carrier === null || trackingNumber === null || !fitsCarrier(carrier, bareNumber(trackingNumber))) return null;
      const invoice = { deliveryCompanyCode: carrier, invoiceNumber: bareNumber(trackingNumber) };
      return { call: 'completedShipment', body: { ...common, ...invoice } };
    }
    case 'confirm-received':
      return { call: 'receiveConfirmation', body: common };
    case 'approve-refund':
      return { call: 'approval', body: { ...common, cancelCount: receipt.cancelCountSum } };
    default:
      return null;
  }
}

/** Answers a cancel request or a return, whole: the platform takes no part of one. */
export async function answerReceipt(context: ConnectorContext, answer: Answer): Promise<Outcome> {
  const read = await readReceipt(context, answer.remoteId, 'push');
  // Nothing has been written yet, so a look that failed is simply repeated.
  if (!read.ok) return faultOutcome(read.fault, 'read');
  if (read.node === null) return { kind: 'rejected', code: 'withdrawn' };
  const standing = standingOf(answer, read.shape);
  if (standing === 'done') return { kind: 'done' };
  if (standing !== 'open') return { kind: 'rejected', code: standing.failed };
  const asked = callOf(answer, read.shape, context.settings.vendorId);
  if (asked === null) return { kind: 'rejected', code: 'INVALID_INVOICE_NUMBER' };
  const path = context.paths.vendor('v4', `returnRequests/${answer.remoteId}/${asked.call}`);
  const sent = await context.proxy.call({ method: 'PUT', path, body: asked.body }, 'push');
  if (!sent.ok) return writeOutcome(sent.fault);
  return isRefusedInside(sent.body) ? { kind: 'rejected', code: 'answer-refused' } : { kind: 'done' };
}

/** HTTP 200 whatever came of it: the verdict is in `data.resultCode`, where there is one. */
export function isRefusedInside(body: JsonNode): boolean {
  const code = plain(member(member(body, 'data'), 'resultCode'));
  return typeof code === 'string' && code.toUpperCase() === 'FAIL';
}

export async function confirmReceiptAnswer(context: ConnectorContext, answer: Answer): Promise<Confirmation> {
  const read = await readReceipt(context, answer.remoteId, 'push');
  if (!read.ok) return { kind: 'unknown', code: codeOf({ kind: 'fault', fault: read.fault }) };
  if (read.node === null) return { kind: 'failed', code: 'withdrawn' };
  const standing = standingOf(answer, read.shape);
  if (standing === 'done') return { kind: 'done' };
  return standing === 'open' ? { kind: 'not-done' } : { kind: 'failed', code: standing.failed };
}
