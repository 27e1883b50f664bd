import type { AfterSaleStage } from '../../../src-main/core/case/after-sale.ts';
import type { OzonSimulator } from '../../../src-main/demo/ozon/simulator.ts';
import type { OzonWorld } from '../../../src-main/demo/ozon/world.ts';
import type { BookedCase } from '../connector-bench.ts';

/** The simulator's words in ours, written down a second time on purpose. */
const RETURNS: Readonly<Record<string, AfterSaleStage>> = {
  OnSellerApproval: 'wait-seller',
  MovingToSeller: 'wait-platform',
  ReceivedBySeller: 'closed',
};
const RFBS: Readonly<Record<string, AfterSaleStage>> = {
  New: 'wait-seller',
  Delivering: 'wait-buyer',
  Approved: 'closed',
};
const answered = (status: string): AfterSaleStage => (status === 'PROCESSED' ? 'closed' : 'wait-seller');

/** Every case in the simulator's books. */
export function bookedCases({ cancellationRequests, afterSales }: OzonWorld): BookedCase[] {
  const { returns, rfbsReturns, reviews, questions, chats } = afterSales;
  return [
    ...cancellationRequests.map(({ cancellationId, state }) => ({
      kind: 'cancel-request' as const,
      remoteId: cancellationId,
      stage: state === 'ON_APPROVAL' ? ('wait-seller' as const) : ('closed' as const),
    })),
    ...returns.map(({ id, status }) => ({
      kind: 'return' as const,
      remoteId: id,
      stage: RETURNS[status] ?? 'unknown',
    })),
    ...rfbsReturns.map(({ id, groupState }) => ({
      kind: 'return' as const,
      remoteId: `rfbs:${id}`,
      stage: RFBS[groupState] ?? 'unknown',
    })),
    ...reviews.map(({ id, status }) => ({ kind: 'review' as const, remoteId: id, stage: answered(status) })),
    ...questions.map(({ id, status }) => ({ kind: 'inquiry' as const, remoteId: id, stage: answered(status) })),
    ...chats.map(({ id, unread }) => ({
      kind: 'message' as const,
      remoteId: id,
      stage: unread > 0 ? ('wait-seller' as const) : ('closed' as const),
    })),
  ];
}

/** A buyer opens a case, or one moves on. */
export function disturbCases(simulator: OzonSimulator, chance: number): void {
  const { postings, afterSales } = simulator.world();
  const posting = postings[Math.floor(chance * postings.length * 7) % postings.length]!;
  const { postingNumber, customer } = posting;
  const number = Math.floor(chance * 12);
  simulator.afterSale((buyers, store, nowMs) => {
    const [waiting] = afterSales.returns.filter(({ status }) => status !== 'ReceivedBySeller');
    const [rfbs] = afterSales.rfbsReturns.filter(({ groupState }) => groupState !== 'Approved');
    const [question] = afterSales.questions;
    if (number === 0) buyers.openReturn(store, postingNumber, nowMs);
    else if (number <= 2 && waiting !== undefined) buyers.moveReturn(store, waiting.id, nowMs);
    else if (number === 3) buyers.openRfbsReturn(store, postingNumber, nowMs);
    else if (number <= 5 && rfbs !== undefined) buyers.moveRfbsReturn(store, rfbs.id);
    else if (number === 6) buyers.writeReview(store, postingNumber, 4, nowMs);
    else if (number === 7) buyers.askQuestion(store, postingNumber, nowMs);
    else if (number === 8 && question !== undefined) buyers.settleQuestion(store, question.id);
    else buyers.writeMessage(store, postingNumber, 'Где мой заказ?', nowMs);
  });
  if (number === 10 && customer !== null && posting.status === 'awaiting_packaging')
    simulator.askToCancel(postingNumber);
}
