import { ContractError } from '../../contract/errors.ts';
import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import type { StockRowView } from '../../contract/methods/stock.ts';
import type { AppDeps } from '../deps.ts';
import type { StockRow } from '../ports/store-stock.ts';

type Deps = Pick<AppDeps, 'store'>;

const MOST_MOVES = 200;
const MOST_UNMAPPED = 500;

/** Products by SKU with what orders claim of them, and how many each filter has. */
export async function stockList(
  { store: { read } }: Deps,
  { query, filter, offset, limit }: MethodInput<'stock.list'>,
): Promise<MethodOutput<'stock.list'>> {
  const counts = await read.stockCounts(query);
  const rows = await read.stockRows({ query, filter }, offset, limit);
  return {
    products: rows.map(stockRowView),
    total: counts[filter],
    counts: { ...counts },
    unmapped: await read.unmappedCount(),
  };
}

/** Throws ContractError 'not-found'. */
export async function stockRow({ store: { read } }: Deps, sku: string): Promise<StockRowView> {
  const row = await read.stockRow(sku);
  if (row === null) throw new ContractError('not-found');
  return stockRowView(row);
}

export async function unmappedView({ store: { read } }: Deps): Promise<MethodOutput<'stock.unmapped'>> {
  return { articles: await read.unmappedArticles(MOST_UNMAPPED) };
}

/** Throws ContractError 'not-found'. */
export async function movesView({ store: { read } }: Deps, sku: string): Promise<MethodOutput<'stock.moves'>> {
  if ((await read.products([sku])).length === 0) throw new ContractError('not-found');
  const rows = await read.stockMoves(sku, MOST_MOVES);
  return {
    moves: rows.map(({ atMs, delta, quantity, reason, note, orderId }) => ({
      atMs,
      delta,
      quantity,
      reason,
      note,
      orderId,
    })),
  };
}

function stockRowView({ product, reserved, shortOrders, aliases, platforms }: StockRow): StockRowView {
  const { picture, ...said } = product;
  return {
    product: said,
    picture,
    reserved,
    free: product.quantity === null ? null : product.quantity - reserved,
    shortOrders,
    aliases: aliases.map(({ platform, articleSku }) => ({ platform, sku: articleSku })),
    platforms: [...platforms],
  };
}
