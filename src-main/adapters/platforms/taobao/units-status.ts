import type { RemoteStage } from '../../../core/order/facts.ts';
import type { ChildShape, TradeShape } from './schema.ts';

/** Trade status → stage (taobao.trades.sold.get, status). There is no confirm call: what is paid waits for its label. */
const STAGES: Readonly<Record<string, RemoteStage>> = {
  TRADE_NO_CREATE_PAY: 'not-ready',
  WAIT_BUYER_PAY: 'not-ready',
  PAY_PENDING: 'not-ready',
  WAIT_PRE_AUTH_CONFIRM: 'not-ready',
  PAID_FORBID_CONSIGN: 'not-ready',
  WAIT_SELLER_SEND_GOODS: 'to-confirm',
  SELLER_CONSIGNED_PART: 'to-hand-over',
  WAIT_BUYER_CONFIRM_GOODS: 'declared',
  TRADE_BUYER_SIGNED: 'delivered',
  TRADE_FINISHED: 'delivered',
  TRADE_CLOSED: 'cancelled',
  TRADE_CLOSED_BY_TAOBAO: 'cancelled',
};

/** Pre-sales of which the rest is not paid; only FRONT_PAID_FINAL_PAID may be shipped. */
const UNPAID_STEPS: ReadonlySet<string> = new Set(['FRONT_NOPAID_FINAL_NOPAID', 'FRONT_PAID_FINAL_NOPAID']);

const CLOSED: ReadonlySet<string> = new Set(['TRADE_CLOSED', 'TRADE_CLOSED_BY_TAOBAO']);
const SHIPPED: ReadonlySet<string> = new Set(['WAIT_BUYER_CONFIRM_GOODS', 'TRADE_BUYER_SIGNED', 'TRADE_FINISHED']);
const UNPAID: ReadonlySet<string> = new Set(['TRADE_NO_CREATE_PAY', 'WAIT_BUYER_PAY', 'PAY_PENDING']);
const SETTLED_REFUNDS: ReadonlySet<string> = new Set(['NO_REFUND', 'CLOSED', 'SUCCESS']);
const OPEN_REFUNDS: ReadonlySet<string> = new Set([
  'WAIT_SELLER_AGREE',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
  'SELLER_REFUSE_BUYER',
]);

type Statused = Pick<ChildShape, 'status'>;

export const isClosed = ({ status }: Statused): boolean => CLOSED.has(status ?? '');
export const isShipped = ({ status }: Statused): boolean => SHIPPED.has(status ?? '');
export const isUnpaid = ({ status }: Statused): boolean => UNPAID.has(status ?? '');

/** True for a child that could still leave: the platform decides child by child. */
export const isToShip = (child: Statused): boolean => !isClosed(child) && !isShipped(child);

/** True while a refund is asked for and not settled; a word that nobody knows is taken for one, as nothing may ship by mistake. */
export const hasOpenRefund = ({ refund_status: word }: Pick<ChildShape, 'refund_status'>): boolean =>
  word !== null && !SETTLED_REFUNDS.has(word);

export const isKnownRefundWord = (word: string | null): boolean =>
  word === null || SETTLED_REFUNDS.has(word) || OPEN_REFUNDS.has(word);

export const isKnownStatus = (status: string | null): boolean => Object.hasOwn(STAGES, status ?? '');

/** True when the platform forbids to ship what waits: controlled shipping, a group that is not complete, a blocked child. */
export function isFrozen(trade: TradeShape): boolean {
  if (trade.status === 'PAID_FORBID_CONSIGN') return true;
  if (!isWaiting(trade)) return false;
  return trade.is_sh_ship || trade.orders.some((child) => isToShip(child) && child.is_sh_ship);
}

const isWaiting = ({ status }: Statused): boolean =>
  status === 'WAIT_SELLER_SEND_GOODS' || status === 'SELLER_CONSIGNED_PART';

/** Where the trade stands; 'unknown' for a status that no document has. */
export function stageOf(trade: TradeShape): RemoteStage {
  const status = trade.status ?? '';
  const stage = Object.hasOwn(STAGES, status) ? (STAGES[status] ?? 'unknown') : 'unknown';
  if (!isWaiting(trade)) return stage;
  if (UNPAID_STEPS.has(trade.step_trade_status ?? '')) return 'not-ready';
  const waiting = trade.orders.filter(isToShip);
  const isAllBlocked = waiting.length > 0 && waiting.every((child) => child.is_sh_ship);
  return trade.is_sh_ship || isAllBlocked ? 'not-ready' : stage;
}

/** Stages in which nothing is left to ship, so that the list alone says all about the order. */
export const isPastDesk = (stage: RemoteStage): boolean =>
  stage === 'declared' || stage === 'delivered' || stage === 'cancelled';

/** Statuses that count as open, in the order a trade goes through them: one that moves meanwhile is met later. */
export const OPEN_STATUSES = [
  'TRADE_NO_CREATE_PAY',
  'WAIT_BUYER_PAY',
  'PAY_PENDING',
  'WAIT_PRE_AUTH_CONFIRM',
  'PAID_FORBID_CONSIGN',
  'WAIT_SELLER_SEND_GOODS',
  'SELLER_CONSIGNED_PART',
  'WAIT_BUYER_CONFIRM_GOODS',
] as const;
