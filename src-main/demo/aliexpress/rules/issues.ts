import type { AliIssue, IssueSolution } from '../after-sales.ts';
import type { AliLine, AliOrder } from '../order.ts';
import type { AliStore } from '../store.ts';
import type { AliTimings } from '../timings.ts';
import { canMove, type MoveName } from './lifecycle.ts';
import { move } from './move.ts';
import { resumeTimers } from './timers.ts';

/** Agreed returns must be sent within ten days. */
const returnMs = 10 * 86_400_000;

/** Disputes whose time is up: the seller said nothing, or the two did not agree within the platform's patience. */
export function advanceIssues(store: AliStore, nowMs: number, timings: AliTimings): boolean {
  let hasChanged = false;
  for (const issue of store.world.issues) {
    if (issue.status !== 'processing') continue;
    const timeoutAtMs = issue.timeout?.atMs ?? Number.POSITIVE_INFINITY;
    const dueAtMs = Math.min(timeoutAtMs, issue.arbitrationAtMs);
    if (dueAtMs > nowMs) continue;
    if (timeoutAtMs <= issue.arbitrationAtMs) settleSilence(store, issue, timeoutAtMs, timings);
    else arbitrate(store, issue, issue.arbitrationAtMs, timings);
    hasChanged = true;
  }
  return hasChanged;
}

function settleSilence(store: AliStore, issue: AliIssue, atMs: number, timings: AliTimings): void {
  const agreed = issue.solutions.find((solution) => solution.status === 'reached');
  if (agreed !== undefined) {
    // An agreed return: refunded when the goods are on their way back, over when they never left.
    const cents = issue.returnNo === '' ? 0 : agreed.refundCents;
    closeIssue(store, issue, cents > 0 ? 'finish' : 'canceled_issue', cents, atMs, timings);
    return;
  }
  const wish = issue.solutions.findLast((solution) => solution.owner === 'buyer');
  if (wish === undefined) arbitrate(store, issue, atMs, timings);
  else reach(store, issue, wish, 'seller_reponse_timeout', atMs, timings);
}

function arbitrate(store: AliStore, issue: AliIssue, atMs: number, timings: AliTimings): void {
  const solution = newSolution(store, {
    owner: 'platform',
    type: 'refund',
    refundCents: Math.floor(issue.mostRefundCents / 2),
    content: 'Half of the amount is refunded.',
    atMs,
  });
  issue.solutions.push(solution);
  reach(store, issue, solution, 'platform_arbitrate', atMs, timings);
}

export function newSolution(
  store: AliStore,
  wish: Pick<IssueSolution, 'owner' | 'type' | 'refundCents' | 'content'> & { atMs: number },
): IssueSolution {
  const { atMs, ...rest } = wish;
  return {
    ...rest,
    solutionId: store.newId(),
    status: wish.owner === 'buyer' ? 'wait_seller_accept' : 'wait_buyer_accept',
    reachedType: '',
    createdAtMs: atMs,
    modifiedAtMs: atMs,
    version: 1,
  };
}

/** Ends the dispute by this solution. A return is awaited first when it was agreed on. */
export function reach(
  store: AliStore,
  issue: AliIssue,
  solution: IssueSolution,
  how: IssueSolution['reachedType'],
  atMs: number,
  timings: AliTimings,
): void {
  solution.status = 'reached';
  solution.reachedType = how;
  solution.modifiedAtMs = atMs;
  issue.modifiedAtMs = atMs;
  if (solution.type === 'return_and_refund' && how === 'negotiation_consensus') {
    issue.reverseStatus = 'wait_for_buyer_return';
    issue.timeout = { type: 'WAIT_RECEIVE_ITEM_TIMEOUT', atMs: atMs + returnMs };
    issue.arbitrationAtMs = Number.MAX_SAFE_INTEGER;
    return;
  }
  closeIssue(store, issue, 'finish', solution.refundCents, atMs, timings);
}

/** Ends a dispute and lets the order go on, refunded or not. */
export function closeIssue(
  store: AliStore,
  issue: AliIssue,
  status: 'finish' | 'canceled_issue',
  refundCents: number,
  atMs: number,
  timings: AliTimings,
): void {
  issue.status = status;
  issue.timeout = null;
  issue.modifiedAtMs = atMs;
  issue.reverseStatus = refundCents > 0 ? 'refund_success' : 'ae_feedback_finish';
  const { order, line } = partsOf(store, issue);
  line.issueStatus = 'END_ISSUE';
  order.issueStatus = order.lines.some((candidate) => candidate.issueStatus === 'IN_ISSUE') ? 'IN_ISSUE' : 'END_ISSUE';
  order.modifiedAtMs = atMs;
  resumeTimers(order, atMs - issue.createdAtMs);
  if (refundCents > 0) refund(order, line, issue, refundCents, atMs, timings);
}

function refund(
  order: AliOrder,
  line: AliLine,
  issue: AliIssue,
  cents: number,
  atMs: number,
  timings: AliTimings,
): void {
  const isWhole = cents >= issue.mostRefundCents;
  order.refund = {
    status: 'refund_ok',
    type: isWhole ? 'full_refund' : 'part_refund',
    reason: issue.reasonEnglish,
    cashCents: cents,
    atMs,
  };
  if (!isWhole) return;
  line.endReason = 'issue_refund';
  const isOver = order.lines.every((candidate) => candidate.endReason !== '');
  const name: MoveName = 'refundAll';
  if (isOver && order.issueStatus === 'END_ISSUE' && canMove(order, name)) move(order, name, atMs, timings);
}

/** The order and the line of a dispute. */
export function partsOf(store: AliStore, issue: AliIssue): { order: AliOrder; line: AliLine } {
  const parts = store.line(issue.orderId, issue.childId);
  if (parts === undefined) throw new Error(`dispute ${issue.issueId} belongs to no line`);
  return parts;
}
