import type { AfterSaleMessage, AfterSaleStage } from '../../../core/case/after-sale.ts';

/** reverse_detail_status → whose turn it is (Open Platform, issue detail). */
const TURNS: Readonly<Record<string, AfterSaleStage>> = {
  wait_for_seller_response: 'wait-seller',
  wait_for_your_response: 'wait-seller',
  wait_for_your_evidence: 'wait-seller',
  wait_for_seller_set_return_address: 'wait-seller',
  wait_for_seller_confirmation: 'wait-seller',
  wait_for_buyer_response: 'wait-buyer',
  wait_for_buyer_return: 'wait-buyer',
  wait_for_service_provider_response: 'wait-platform',
  wait_for_ae_feedback: 'wait-platform',
  wait_for_final_solution: 'wait-platform',
  wait_for_warehouse_confirmation: 'wait-platform',
  wait_for_warehouse_quality_check: 'wait-platform',
  wait_ae_final_feedback: 'wait-platform',
  return_success: 'closed',
  refund_success: 'closed',
  refund_reject: 'closed',
  ae_feedback_finish: 'closed',
};

/** Null for a word that nobody knows. */
export function disputeStage(status: string, turn: string | null): AfterSaleStage | null {
  if (status === 'finish' || status === 'canceled_issue') return 'closed';
  if (status !== 'processing') return null;
  if (turn === null) return 'wait-seller';
  const key = turn.toLowerCase();
  return Object.hasOwn(TURNS, key) ? (TURNS[key] ?? null) : null;
}

/** submit_member_type → who; the platform's people are waiter and system. */
export function speakerOf(member: string | null): AfterSaleMessage['by'] {
  return member === 'buyer' || member === 'seller' ? member : 'platform';
}

/** Solutions that wait for the seller's word. */
export const isForSeller = (status: string | null): boolean =>
  status === 'wait_seller_accept' || status === 'wait_buyer_and_seller_accept';

/** Solutions that both sides (or the platform) have settled on. */
export const isReached = (status: string | null): boolean => status === 'reached' || status === 'perform';

/** Solutions that are off the table. */
export const isOff = (status: string | null): boolean =>
  status === 'buyer_refused' || status === 'seller_accept_and_buyer_refused' || status === 'reach_cancle';
