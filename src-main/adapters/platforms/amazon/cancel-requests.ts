import type { AfterSalePage } from '../../../app/ports/platform-connector.ts';
import type { AfterSale } from '../../../core/case/after-sale.ts';
import type { ListTask } from './after-sales-cursor.ts';
import { isDue, type SourceLook, nothingSeen } from './case-source.ts';
import type { ConnectorContext } from './context.ts';
import { isBadRequest, orThrow } from './errors.ts';
import { openMarketplaces } from './market-access.ts';
import { parseOrder } from './parse-order.ts';
import { parseTime } from './parse-time.ts';
import type { OrderShape } from './schema.ts';
import { searchOrders } from './search.ts';

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;
const FIRST_DAYS = 30;
const OVERLAP_MS = 10 * MINUTE;
const TOKEN_LIVES_MS = 23 * 60 * MINUTE;
const DATASETS = 'CANCELLATION,FULFILLMENT';

/**
 * Orders whose buyer asked to cancel: the open ones at first, then whatever changed, so that a request is seen to end.
 * One call an interval in most cases, because it drinks from the bucket of the orders. Throws PlatformFault.
 */
export async function lookAtCancelRequests(context: ConnectorContext, task: ListTask): Promise<SourceLook<ListTask>> {
  const nowMs = context.clock.nowMs();
  const isAlive = task.open !== null && Math.abs(nowMs - task.open.tokenAtMs) < TOKEN_LIVES_MS;
  const open = isAlive ? task.open : null;
  if (open === null && !isDue(task.doneAtMs, nowMs, context.timings.cancelRequestsEveryMs)) return nothingSeen(task);
  const { ids } = await openMarketplaces(context);
  const isFirst = task.watermarkMs === null;
  const afterMs = open?.afterMs ?? (task.watermarkMs ?? context.proxy.nowMs() - FIRST_DAYS * DAY_MS) - OVERLAP_MS;
  const statuses = isFirst ? ['UNSHIPPED', 'PARTIALLY_SHIPPED'] : null;
  const search = { afterMs, statuses, marketplaceIds: ids, hasFulfillment: true };
  const page = await searchOrders(context, search, open?.token ?? null, DATASETS);
  if (!page.ok && open !== null && isBadRequest(page.fault))
    return nothingSeen({ ...task, open: null }, ['page-token-refused']);
  const { orders, nextToken, boundMs } = orThrow(page);
  const cases: AfterSalePage['cases'][number][] = [];
  for (const node of orders) {
    const parsed = parseOrder(node);
    const afterSale = parsed.ok ? cancelRequestOf(parsed.shape) : null;
    if (parsed.ok && afterSale !== null) cases.push({ afterSale, raw: parsed.snapshot.raw, warnings: [] });
  }
  const nextMarkMs = open?.nextMarkMs ?? boundMs ?? context.proxy.nowMs() - 2 * MINUTE;
  const isRepeated = nextToken !== null && nextToken === open?.token;
  const next: ListTask =
    nextToken === null || isRepeated
      ? { open: null, doneAtMs: nowMs, watermarkMs: isRepeated ? task.watermarkMs : nextMarkMs }
      : { ...task, open: { afterMs, token: nextToken, nextMarkMs, tokenAtMs: open?.tokenAtMs ?? nowMs } };
  return { task: next, cases, odd: [], warnings: isRepeated ? ['cursor-repeated'] : [], hasMore: next.open !== null };
}

/** The cancellation that a buyer asked for; null where nobody did. Pure. */
export function cancelRequestOf(shape: OrderShape): AfterSale | null {
  const asked = shape.orderItems.filter((item) => (item.cancellation?.cancellationRequest ?? null) !== null);
  const atMs = parseTime(shape.lastUpdatedTime) ?? parseTime(shape.createdTime);
  if (asked.length === 0 || atMs === null) return null;
  const status = shape.fulfillment?.fulfillmentStatus ?? '';
  const isOpen = status === 'UNSHIPPED' || status === 'PARTIALLY_SHIPPED' || status === 'PENDING';
  return {
    platform: 'amazon',
    kind: 'cancel-request',
    remoteId: shape.orderId,
    orderRemoteId: shape.orderId,
    orderNumber: shape.orderId,
    stage: isOpen ? 'wait-seller' : status === 'CANCELLED' || status === 'SHIPPED' ? 'closed' : 'unknown',
    rawStatus: status,
    reason: asked[0]?.cancellation?.cancellationRequest?.cancelReason ?? null,
    messages: [],
    amount: null,
    items: asked.map(({ orderItemId, product, quantityOrdered }) => {
      const remoteSku = product?.sellerSku ?? product?.asin ?? orderItemId;
      return { remoteSku, title: product?.title ?? remoteSku, quantity: quantityOrdered };
    }),
    rating: null,
    trackingNumber: null,
    carrier: null,
    // Amazon does not say when the buyer asked; this is when the order last changed.
    openedAtMs: atMs,
    updatedAtMs: atMs,
    dueAtMs: null,
    openActions: isOpen ? ['accept', 'reply'] : [],
  };
}
