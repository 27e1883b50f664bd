import type { AliIssue } from './after-sales.ts';
import type { AliOrder } from './order.ts';
import { closeIssue, newSolution } from './rules/issues.ts';
import type { MoveName } from './rules/lifecycle.ts';
import { move } from './rules/move.ts';
import { isStuckCode } from './rules/scans.ts';
import { resumeTimers } from './rules/timers.ts';
import { digestOf, type AliStore } from './store.ts';
import type { AliTimings } from './timings.ts';

/** What happens without the seller: the buyer, the carrier and the platform's own people. All throw Error on what makes no sense. */

/** A plain move of the lifecycle: the buyer pays, cancels before shipping, accepts; the platform holds or passes an order. */
export function happenTo(store: AliStore, orderId: string, name: MoveName, nowMs: number, timings: AliTimings): void {
  move(store.knownOrder(orderId), name, nowMs, timings);
}

export function askToCancel(
  store: AliStore,
  orderId: string,
  reason: string,
  nowMs: number,
  timings: AliTimings,
): void {
  const order = store.knownOrder(orderId);
  move(order, 'askCancel', nowMs, timings);
  order.cancelRequest = { reason, askedAtMs: nowMs };
}

/** A chargeback or a risk finding: the order and its money stand still. */
export function freeze(store: AliStore, orderId: string, nowMs: number): void {
  const order = store.knownOrder(orderId);
  if (order.frozenStatus === 'IN_FROZEN') throw new Error(`order ${orderId} is frozen already`);
  order.frozenStatus = 'IN_FROZEN';
  order.frozenAtMs = nowMs;
  order.modifiedAtMs = nowMs;
}

export function unfreeze(store: AliStore, orderId: string, nowMs: number): void {
  const order = store.knownOrder(orderId);
  if (order.frozenAtMs === null) throw new Error(`order ${orderId} is not frozen`);
  resumeTimers(order, nowMs - order.frozenAtMs);
  order.frozenStatus = 'NO_FROZEN';
  order.frozenAtMs = null;
  order.modifiedAtMs = nowMs;
}

/** The platform gives the seller more or less time to ship; the lists by time of change say nothing of it. */
export function moveDeadline(store: AliStore, orderId: string, dueAtMs: number): void {
  const order = store.knownOrder(orderId);
  if (order.sendDueAtMs === null) throw new Error(`order ${orderId} has no deadline`);
  order.sendDueAtMs = dueAtMs;
  if (order.timers['send-timeout'] !== undefined) order.timers['send-timeout'] = dueAtMs;
}

export interface IssueWish {
  orderId: string;
  /** The first line unless told. */
  childId?: string;
  type?: 'refund' | 'return_and_refund';
  refundCents?: number;
  content?: string;
  reasonChinese?: string;
  reasonEnglish?: string;
}

/** The buyer opens a dispute; its id comes back. */
export function openIssue(store: AliStore, wish: IssueWish, nowMs: number, timings: AliTimings): string {
  const order = store.knownOrder(wish.orderId);
  const line = order.lines.find((candidate) => candidate.childId === (wish.childId ?? order.lines[0]?.childId));
  if (line === undefined) throw new Error(`order ${wish.orderId} has no such line`);
  if (order.issueStatus === 'IN_ISSUE') throw new Error(`order ${wish.orderId} is in dispute already`);
  if (order.sentAtMs === null) throw new Error(`order ${wish.orderId} is not shipped: its buyer cancels instead`);
  const mostRefundCents = line.unitCents * line.quantity;
  const content = wish.content ?? 'The parcel has not arrived.';
  const issue = newIssue(store, order, line.childId, nowMs, timings);
  issue.reasonChinese = wish.reasonChinese ?? '货物仍然在运输途中';
  issue.reasonEnglish = wish.reasonEnglish ?? 'Package still in transit';
  issue.solutions.push(
    newSolution(store, {
      owner: 'buyer',
      type: wish.type ?? 'refund',
      refundCents: Math.min(wish.refundCents ?? mostRefundCents, mostRefundCents),
      content,
      atMs: nowMs,
    }),
  );
  issue.processes.push({
    processId: store.newId(),
    action: 'initiate',
    by: 'buyer',
    content,
    atMs: nowMs,
    attachments: [],
  });
  store.world.issues.push(issue);
  line.issueStatus = 'IN_ISSUE';
  order.issueStatus = 'IN_ISSUE';
  order.modifiedAtMs = nowMs;
  return issue.issueId;
}

function newIssue(store: AliStore, order: AliOrder, childId: string, nowMs: number, timings: AliTimings): AliIssue {
  const line = order.lines.find((candidate) => candidate.childId === childId);
  if (line === undefined) throw new Error(`order ${order.orderId} has no line ${childId}`);
  return {
    issueId: store.newId(),
    orderId: order.orderId,
    childId,
    buyerLoginId: order.buyer.loginId,
    status: 'processing',
    reverseStatus: 'wait_for_seller_response',
    reasonId: 40_011,
    reasonChinese: '',
    reasonEnglish: '',
    productId: line.productId,
    productName: line.name,
    productCents: line.unitCents,
    mostRefundCents: line.unitCents * line.quantity,
    currency: order.currency,
    createdAtMs: nowMs,
    modifiedAtMs: nowMs,
    timeout: { type: 'WAIT_SOLUTION_TIMEOUT', atMs: nowMs + timings.sellerAnswerMs },
    arbitrationAtMs: nowMs + timings.arbitrationMs,
    returnNo: '',
    returnCompany: '',
    solutions: [],
    processes: [],
    effects: { agreed: 0, saved: 0, images: 0 },
  };
}

export function cancelIssue(store: AliStore, issueId: string, nowMs: number, timings: AliTimings): void {
  const issue = openIssueOf(store, issueId);
  issue.processes.push({
    processId: store.newId(),
    action: 'cancel',
    by: 'buyer',
    content: '',
    atMs: nowMs,
    attachments: [],
  });
  closeIssue(store, issue, 'canceled_issue', 0, nowMs, timings);
}

/** The buyer of an agreed return sends the goods back. */
export function returnGoods(store: AliStore, issueId: string, returnNo: string, nowMs: number): void {
  const issue = openIssueOf(store, issueId);
  if (issue.reverseStatus !== 'wait_for_buyer_return') throw new Error(`dispute ${issueId} awaits no return`);
  issue.returnNo = returnNo;
  issue.returnCompany = 'Local post';
  issue.reverseStatus = 'wait_for_seller_confirmation';
  issue.modifiedAtMs = nowMs;
}

function openIssueOf(store: AliStore, issueId: string): AliIssue {
  const issue = store.issue(issueId);
  if (issue === undefined || issue.status !== 'processing') throw new Error(`there is no open dispute ${issueId}`);
  return issue;
}

/** The buyer writes a new address; the digest of the old one is worth nothing from now on. */
export function changeAddress(store: AliStore, orderId: string, detailAddress: string, nowMs: number): void {
  const order = store.knownOrder(orderId);
  order.address.detailAddress = detailAddress;
  order.oaid = digestOf(orderId, order.address);
  order.modifiedAtMs = nowMs;
}

/** The access token dies now; the refresh token goes on. */
export function expireAccessToken(store: AliStore, nowMs: number): void {
  for (const session of store.world.sessions) session.accessExpiresAtMs = Math.min(session.accessExpiresAtMs, nowMs);
}

export function expireRefreshToken(store: AliStore, nowMs: number): void {
  for (const session of store.world.sessions) session.refreshExpiresAtMs = Math.min(session.refreshExpiresAtMs, nowMs);
}

/** The carrier takes a parcel of online shipping now. */
export function handOverParcel(store: AliStore, waybillId: string, nowMs: number): void {
  const waybill = store.waybill((candidate) => candidate.waybillId === waybillId);
  if (waybill === undefined || waybill.isClosed) throw new Error(`there is no open waybill ${waybillId}`);
  waybill.handedOverAtMs = nowMs;
}

/** A waybill goes wrong: `pickup_fail`, `warehouse_reject_goods`, `out_stock_fail`, `send_goods_fail`. */
export function troubleWaybill(store: AliStore, waybillId: string, status: string): void {
  const waybill = store.waybill((candidate) => candidate.waybillId === waybillId);
  if (waybill === undefined) throw new Error(`there is no waybill ${waybillId}`);
  waybill.trouble = status;
}

/** The carrier writes something out of the ordinary; a parcel that is stuck reaches nobody. */
export function addScan(
  store: AliStore,
  orderId: string,
  scan: { logisticsNo: string; actionCode: string; text: string },
  nowMs: number,
): void {
  const order = store.knownOrder(orderId);
  const { logisticsNo, actionCode, text } = scan;
  store.world.extraScans.push({ logisticsNo, actionCode, text, atMs: nowMs });
  if (isStuckCode(scan.actionCode)) delete order.timers['buyer-accepts'];
}
