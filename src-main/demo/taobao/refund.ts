export type RefundStatus =
  | 'WAIT_SELLER_AGREE'
  | 'WAIT_BUYER_RETURN_GOODS'
  | 'WAIT_SELLER_CONFIRM_GOODS'
  | 'SELLER_REFUSE_BUYER'
  | 'CLOSED'
  | 'SUCCESS';

export type DisputeType =
  | 'REFUND'
  | 'REFUND_AND_RETURN'
  | 'TMALL_EXCHANGE'
  | 'TAOBAO_EXCHANGE'
  | 'REPAIR'
  | 'RESHIPPING'
  | 'OTHERS';

/** A buyer wants money back for one child order. Money is fen, times are epoch milliseconds. */
export interface TaobaoRefund {
  refundId: string;
  tid: string;
  oid: string;
  phase: 'onsale' | 'aftersale';
  disputeType: DisputeType;
  status: RefundStatus;
  goodStatus: 'BUYER_NOT_RECEIVED' | 'BUYER_RECEIVED' | 'BUYER_RETURNED_GOODS';
  refundFeeFen: number;
  reason: string;
  description: string;
  createdMs: number;
  modifiedMs: number;
  /** Grows with every change: a write must name the newest. */
  version: number;
  /** When silence becomes a yes; null while nobody waits for the seller. */
  timeoutMs: number | null;
  /** How the goods come back; '' until the buyer tells. */
  returnCompany: string;
  returnSid: string;
  /** Where to, once the seller agreed. */
  returnAddress: string;
  operationConstraint: '' | 'cannot_refuse' | 'refund_onweb';
  csStatus: number;
  advanceStatus: number;
  messages: RefundMessage[];
  refusals: { reasonId: string; message: string; atMs: number }[];
  /** What the seller told the after-sales service about stopping the parcel; '' until he did. */
  sendCancelled: '' | 'SUCCESS' | 'FAIL';
  /** Times the money was sent: 1 at most, ever. */
  payouts: number;
}

export interface RefundMessage {
  id: string;
  content: string;
  createdMs: number;
  type: 'NORMAL' | 'RETURN_GOODS_APPROVED';
  ownerRole: '1' | '2' | '3';
  pictureUrls: string[];
}

export function isOpen(refund: TaobaoRefund): boolean {
  return refund.status !== 'CLOSED' && refund.status !== 'SUCCESS';
}

export function hasGoodReturn(refund: TaobaoRefund): boolean {
  return refund.disputeType === 'REFUND_AND_RETURN';
}
