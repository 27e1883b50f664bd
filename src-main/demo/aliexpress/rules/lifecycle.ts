import type { AliOrder, OrderStatus } from '../order.ts';

interface Move {
  readonly from: readonly OrderStatus[];
  /** `back` is where the order was before the buyer asked to cancel. */
  readonly to: OrderStatus | 'back';
  /** Read by clients when an order is FINISH; '' is success. */
  readonly endReason?: string;
}

/** Every way from one state to another (reference document, section 4.2). */
export const lifecycle = {
  pay: { from: ['PLACE_ORDER_SUCCESS', 'PAYMENT_PROCESSING', 'IN_BOOK_SALE'], to: 'RISK_CONTROL' },
  payTimeout: {
    from: ['PLACE_ORDER_SUCCESS', 'PAYMENT_PROCESSING', 'IN_BOOK_SALE'],
    to: 'FINISH',
    endReason: 'pay_timeout',
  },
  cancelUnpaid: { from: ['PLACE_ORDER_SUCCESS'], to: 'FINISH', endReason: 'buyer_cancel_notpay_order' },
  holdAtRisk: { from: ['RISK_CONTROL'], to: 'RISK_CONTROL_HOLD' },
  passRisk: { from: ['RISK_CONTROL', 'RISK_CONTROL_HOLD'], to: 'WAIT_SELLER_SEND_GOODS' },
  cancelInRisk: {
    from: ['RISK_CONTROL', 'RISK_CONTROL_HOLD'],
    to: 'FINISH',
    endReason: 'buyer_cancel_order_in_risk',
  },
  completeGroup: { from: ['WAIT_GROUP_SUCCESS'], to: 'WAIT_SELLER_SEND_GOODS' },
  settleMoney: { from: ['WAIT_SELLER_EXAMINE_MONEY'], to: 'WAIT_SELLER_SEND_GOODS' },
  askCancel: { from: ['WAIT_SELLER_SEND_GOODS'], to: 'IN_CANCEL' },
  acceptCancel: { from: ['IN_CANCEL'], to: 'FINISH', endReason: 'buyer_cancel_order' },
  cancelTimeout: { from: ['IN_CANCEL'], to: 'FINISH', endReason: 'buyer_cancel_order' },
  refuseCancel: { from: ['IN_CANCEL'], to: 'back' },
  sendPart: { from: ['WAIT_SELLER_SEND_GOODS', 'SELLER_PART_SEND_GOODS'], to: 'SELLER_PART_SEND_GOODS' },
  sendAll: { from: ['WAIT_SELLER_SEND_GOODS', 'SELLER_PART_SEND_GOODS'], to: 'WAIT_BUYER_ACCEPT_GOODS' },
  // The documents say that such an order closes and name no word for it: this one is the simulator's.
  sendTimeout: {
    from: ['WAIT_SELLER_SEND_GOODS', 'SELLER_PART_SEND_GOODS'],
    to: 'FINISH',
    endReason: 'seller_send_goods_timeout',
  },
  buyerAccepts: { from: ['WAIT_BUYER_ACCEPT_GOODS'], to: 'FUND_PROCESSING' },
  acceptTimeout: { from: ['WAIT_BUYER_ACCEPT_GOODS'], to: 'FUND_PROCESSING' },
  refundAll: {
    from: ['WAIT_SELLER_SEND_GOODS', 'SELLER_PART_SEND_GOODS', 'WAIT_BUYER_ACCEPT_GOODS'],
    to: 'FINISH',
    endReason: 'issue_refund',
  },
  moneyMoves: { from: ['FUND_PROCESSING'], to: 'FINISH' },
  archive: { from: ['FINISH'], to: 'ARCHIVE' },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof lifecycle;

/** True when the order stands where this move begins. */
export function canMove(order: AliOrder, name: MoveName): boolean {
  const from: readonly OrderStatus[] = lifecycle[name].from;
  return from.includes(order.status);
}

export function targetOf(name: MoveName): { status: OrderStatus; endReason: string } {
  const move: Move = lifecycle[name];
  return { status: move.to === 'back' ? 'WAIT_SELLER_SEND_GOODS' : move.to, endReason: move.endReason ?? '' };
}
