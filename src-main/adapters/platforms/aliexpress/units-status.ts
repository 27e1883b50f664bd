import type { RemoteStage } from '../../../core/order/facts.ts';

/** Statuses of an order that is over; its end reason tells how it ended. */
const OVER: ReadonlySet<string> = new Set(['FINISH', 'ARCHIVE']);

/** order_status → stage (Open Platform, "Order status"). A status that is not here becomes 'unknown' with a warning. */
const STAGES: Readonly<Record<string, RemoteStage>> = {
  PLACE_ORDER_SUCCESS: 'not-ready',
  PAYMENT_PROCESSING: 'not-ready',
  IN_BOOK_SALE: 'not-ready',
  RISK_CONTROL: 'not-ready',
  RISK_CONTROL_HOLD: 'not-ready',
  WAIT_GROUP_SUCCESS: 'not-ready',
  WAIT_SELLER_EXAMINE_MONEY: 'not-ready',
  IN_FROZEN: 'not-ready',
  WAIT_SELLER_SEND_GOODS: 'to-confirm',
  IN_CANCEL: 'to-confirm',
  SELLER_PART_SEND_GOODS: 'to-hand-over',
  WAIT_BUYER_ACCEPT_GOODS: 'declared',
  IN_ISSUE: 'disputed',
  FUND_PROCESSING: 'delivered',
};

/** Stage of a status that is not over; null for a word that nobody knows. */
export const stageOfStatus = (status: string): RemoteStage | null =>
  Object.hasOwn(STAGES, status) ? (STAGES[status] ?? null) : null;

export const isOver = (status: string): boolean => OVER.has(status);

/** True while the seller still has something to send, by the order's or the line's status. */
export const isToSend = (status: string): boolean =>
  status === 'WAIT_SELLER_SEND_GOODS' || status === 'SELLER_PART_SEND_GOODS';

/** Paid orders that the platform holds back: they look paid and must not be shipped. */
export const isHeldBack = (status: string): boolean =>
  status.startsWith('RISK_CONTROL') || status === 'WAIT_GROUP_SUCCESS' || status === 'IN_FROZEN';

/** Stages after which the platform changes nothing any more. */
export const isFinalStage = (stage: RemoteStage): boolean => stage === 'delivered' || stage === 'cancelled';

const KNOWN_ISSUE_WORDS: ReadonlySet<string> = new Set(['NO_ISSUE', 'IN_ISSUE', 'END_ISSUE']);
export const isKnownIssueWord = (word: string): boolean => KNOWN_ISSUE_WORDS.has(word);
