import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import type { CaseView } from '../../contract/methods/cases.ts';
import type { ClosedCase, OpenCase } from '../../core/order/work.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { productsFor } from '../stock/products-for.ts';

/** A page of our cases over all orders: open ones due first, or ended ones newest first. */
export async function listOrderCases(
  { store }: Pick<AppDeps, 'store'>,
  { isOpen, shopId, offset, limit }: MethodInput<'cases.list'>,
): Promise<MethodOutput<'cases.list'>> {
  const filter = { isOpen, shopId: shopId as ShopId | null };
  const rows = await store.read.orderCases(filter, offset, limit);
  const names = new Map((await store.read.shops()).map((shop) => [shop.id, shop.name]));
  const productOf = await productsFor(store.read, rows);
  const cases = rows.map(({ case: one, shopId: ofShop, sku, title, ...row }) => ({
    ...row,
    // As on the cards: her own words for her goods, where she has them.
    title: productOf(row.platform, sku)?.title ?? title,
    case: orderCaseView(one),
    shopName: names.get(ofShop) ?? '',
  }));
  return { cases, total: await store.read.orderCaseCount(filter) };
}

/** A case of ours as the window shows it, open or ended. */
export function orderCaseView(one: OpenCase | ClosedCase): CaseView {
  const ended = 'closedAtMs' in one ? one : null;
  return {
    ...one,
    notes: one.notes.map((note) => ({ ...note })),
    closedAtMs: ended?.closedAtMs ?? null,
    outcome: ended?.outcome ?? null,
  };
}
