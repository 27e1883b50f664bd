import type { AfterSaleStage } from '../../../src-main/core/case/after-sale.ts';
import type { RemoteStage } from '../../../src-main/core/order/facts.ts';
import { type Box, isGone } from '../../../src-main/demo/coupang/box.ts';
import type { Exchange, Receipt, Ticket } from '../../../src-main/demo/coupang/claims.ts';
import type { CoupangWorld } from '../../../src-main/demo/coupang/world.ts';
import type { BookedCase, BookedOrder } from '../connector-bench.ts';

/** Ids that the connector has told of. */
export interface Seen {
  readonly boxes: Set<string>;
  readonly cases: Set<string>;
}

/** The simulator's statuses in our words, written down a second time on purpose. */
const STAGES: Readonly<Record<Box['status'], RemoteStage>> = {
  ACCEPT: 'to-confirm',
  INSTRUCT: 'to-hand-over',
  DEPARTURE: 'to-hand-over',
  DELIVERING: 'in-transit',
  NONE_TRACKING: 'in-transit',
  FINAL_DELIVERY: 'delivered',
};

/** Boxes that are shown, and those that were shown to us once and are cancelled now. */
export function bookedBoxes(world: CoupangWorld, nowMs: number, seen: Seen): BookedOrder[] {
  return world.boxes
    .filter((box) => box.visibleAtMs <= nowMs && (!isGone(box) || seen.boxes.has(box.shipmentBoxId)))
    .map((box) => ({
      remoteId: box.shipmentBoxId,
      stage: stageOf(box),
      placedAtMs: box.orderedAtMs,
      shipByMs: Date.parse(`${box.items[0]?.estimatedShippingDate}T23:59:59.999+09:00`),
    }));
}

function stageOf(box: Box): RemoteStage {
  if (isGone(box)) return 'cancelled';
  return box.shipmentType === 'THIRD_PARTY' || box.status === 'FINAL_DELIVERY' ? STAGES[box.status] : 'in-transit';
}

/** Every case, those that were withdrawn before we heard of them left out. */
export function bookedCases(world: CoupangWorld, seen: Seen): BookedCase[] {
  const receipts = world.receipts
    .filter((receipt) => receipt.withdrawnAtMs === null || seen.cases.has(receipt.receiptId))
    .map((receipt): BookedCase => ({
      kind: receipt.receiptType === 'RETURN' && receipt.releaseStop === '비대상' ? 'return' : 'cancel-request',
      remoteId: receipt.receiptId,
      stage: receiptStage(receipt),
    }));
  const exchanges = world.exchanges.map((exchange): BookedCase => ({
    kind: 'exchange',
    remoteId: exchange.exchangeId,
    stage: exchangeStage(exchange),
  }));
  const questions = world.questions.map((question): BookedCase => ({
    kind: 'inquiry',
    remoteId: `Q${question.inquiryId}`,
    stage: question.replies.length > 0 ? 'closed' : 'wait-seller',
  }));
  const tickets = world.tickets.map((ticket): BookedCase => ({
    kind: 'inquiry',
    remoteId: `T${ticket.inquiryId}`,
    stage: ticketStage(ticket),
  }));
  return [...receipts, ...exchanges, ...questions, ...tickets];
}

function receiptStage({ status, withdrawnAtMs }: Receipt): AfterSaleStage {
  if (withdrawnAtMs !== null || status === 'RETURNS_COMPLETED') return 'closed';
  return status === 'REQUEST_COUPANG_CHECK' ? 'wait-platform' : 'wait-seller';
}

function exchangeStage({ status, newBox }: Exchange): AfterSaleStage {
  if (status === 'RECEIPT') return 'wait-seller';
  if (status !== 'PROGRESS') return 'closed';
  return newBox !== null && newBox.invoiceNumber === '' ? 'wait-seller' : 'wait-platform';
}

function ticketStage({ kind, counseling, status, confirmedBy, isClosedBySystem }: Ticket): AfterSaleStage {
  if (isClosedBySystem) return 'closed';
  if (kind === 'transfer') return confirmedBy === null ? 'wait-seller' : 'closed';
  if (counseling === 'requestAnswer') return 'wait-seller';
  return status === 'complete' ? 'closed' : 'wait-platform';
}
