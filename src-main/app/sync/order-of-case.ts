import type { AfterSale } from '../../core/case/after-sale.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId, ShopId } from '../../core/shared/ids.ts';
import type { Reads } from '../ports/store.ts';

/**
 * Our order that a case is about: the one it names, or of those that share the buyer's order number the one with the
 * case's goods. Null when that is not clear.
 */
export async function orderOfCase(reads: Reads, shopId: ShopId, afterSale: AfterSale): Promise<OrderId | null> {
  const { orderRemoteId, orderNumber } = afterSale;
  if (orderRemoteId !== null) {
    const [named] = await reads.ordersByRemote(shopId, [orderRemoteId]);
    if (named !== undefined) return named.id;
  }
  if (orderNumber === null) return null;
  const orders = (await reads.orders(await reads.ordersByCode(orderNumber))).filter(
    (order) => order.shopId === shopId && order.facts.remoteOrderNumber === orderNumber,
  );
  const fitting = orders.length > 1 ? orders.filter((order) => hasGoodsOf(order, afterSale)) : orders;
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}

function hasGoodsOf({ facts }: Order, { items }: AfterSale): boolean {
  return items.some((item) => facts.lines.some((line) => line.remoteSku === item.remoteSku));
}
