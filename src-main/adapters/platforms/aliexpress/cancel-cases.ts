import type { AfterSale } from '../../../core/case/after-sale.ts';
import type { JsonNode } from '../shared/json.ts';
import type { CaseBatch } from './case-batch.ts';
import type { CasesCursor } from './cases-cursor.ts';
import type { ConnectorContext } from './context.ts';
import { knownDetail } from './get-order.ts';
import { LIST_START, readWindow, type WindowPosition } from './list-window.ts';
import { firstText, listOf, textOf, wholeOf } from './nodes.ts';
import { fromPacific } from './pacific.ts';
import { parseListOrder } from './parse-list-order.ts';
import { OPEN_REACH_MS } from './round.ts';
import { isOver, stageOfStatus } from './units-status.ts';

/** A request that nobody answers is granted after so long (rule of 2020-03-16). */
const ANSWER_WITHIN_MS = 48 * 3_600_000;
/** The time that is left jitters by seconds; a new request has a clock of its own. */
const SAME_CLOCK_MS = 10 * 60_000;

/** Buyers' wishes to cancel paid orders: the orders in IN_CANCEL, and those that were and are not any more. */
export async function readCancels(
  context: ConnectorContext,
  cursor: CasesCursor,
  batch: CaseBatch,
): Promise<{ readonly cursor: CasesCursor; readonly isWhole: boolean }> {
  const listed = await listedCancels(context);
  const cancels = { ...cursor.cancels };
  const fresh = [...listed].filter(([orderId, dueAtMs]) => !isSameRequest(cancels[orderId], dueAtMs));
  const gone = Object.keys(cancels).filter((orderId) => !listed.has(orderId));
  const look = async (orderId: string) => {
    const detail = await knownDetail(context, orderId);
    const afterSale = cancelCase(
      orderId,
      detail,
      cancels[orderId]?.openedAtMs ?? null,
      context.gateway.platformNowMs(),
    );
    batch.add(afterSale, detail);
    // The filter by status is not exact: the detail decides.
    if (afterSale.stage === 'closed') delete cancels[orderId];
    else cancels[orderId] = { openedAtMs: afterSale.openedAtMs, dueAtMs: listed.get(orderId) ?? afterSale.dueAtMs };
  };
  const isWhole = await batch.each([...fresh.map(([orderId]) => orderId), ...gone], look);
  return { cursor: { ...cursor, cancels }, isWhole };
}

function isSameRequest(known: CasesCursor['cancels'][string] | undefined, dueAtMs: number | null): boolean {
  if (known === undefined) return false;
  return known.dueAtMs === null || dueAtMs === null || Math.abs(known.dueAtMs - dueAtMs) < SAME_CLOCK_MS;
}

/** Order id → when the platform decides. */
async function listedCancels(context: ConnectorContext): Promise<ReadonlyMap<string, number | null>> {
  const createdFromMs = context.gateway.platformNowMs() - OPEN_REACH_MS;
  const found = new Map<string, number | null>();
  let position: WindowPosition | null = LIST_START;
  while (position !== null) {
    const query = { createdFromMs, modifiedFromMs: null, status: 'IN_CANCEL' };
    const window = await readWindow(context, query, position);
    for (const node of window.orders) {
      const parsed = parseListOrder(node, window.atMs);
      if (parsed.ok && mayBeAsked(parsed.parts.status)) found.set(parsed.parts.orderId, parsed.parts.dueAtMs);
    }
    position = window.next;
  }
  return found;
}

/** The filter is known to let others through; a word that nobody knows is looked at. */
function mayBeAsked(status: string): boolean {
  return status === 'IN_CANCEL' || (!isOver(status) && stageOfStatus(status) === null);
}

function cancelCase(orderId: string, detail: JsonNode, openedAtMs: number | null, nowMs: number): AfterSale {
  const status = textOf(detail, 'order_status') ?? '';
  const isOpen = status === 'IN_CANCEL';
  const changedAtMs = fromPacific(textOf(detail, 'gmt_modified') ?? '') ?? nowMs;
  const dueAtMs = isOpen ? fromPacific(textOf(detail, 'over_time_left') ?? '') : null;
  const endReason = firstText(detail, 'order_end_reason', 'end_reason');
  return {
    platform: 'aliexpress',
    kind: 'cancel-request',
    remoteId: orderId,
    orderRemoteId: orderId,
    orderNumber: orderId,
    stage: isOpen ? 'wait-seller' : 'closed',
    rawStatus: endReason === null ? status : `${status} ${endReason}`,
    reason: textOf(detail, 'cancel_request_reason'),
    messages: [],
    amount: null,
    items: listOf(detail, 'child_order_list').map(itemOf),
    rating: null,
    trackingNumber: null,
    carrier: null,
    openedAtMs: openedAtMs ?? (dueAtMs === null ? changedAtMs : dueAtMs - ANSWER_WITHIN_MS),
    updatedAtMs: changedAtMs,
    dueAtMs,
    openActions: isOpen ? ['accept', 'refuse'] : [],
  };
}

const itemOf = (child: JsonNode) => ({
  remoteSku: textOf(child, 'product_id') ?? '',
  title: textOf(child, 'product_name') ?? '',
  quantity: wholeOf(child, 'product_count') ?? 1,
});
