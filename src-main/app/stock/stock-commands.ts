import { ContractError } from '../../contract/errors.ts';
import type { MethodInput } from '../../contract/index.ts';
import type { ProductInput } from '../../contract/methods/stock.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { mediaOf } from '../attachments/media-of.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads } from '../ports/store.ts';
import type { ProductRow } from '../ports/store-rows.ts';
import { moveStock } from './move-stock.ts';

type Deps = Pick<AppDeps, 'store' | 'clock'>;

/** What a command leaves to be looked at again. */
export interface StockChange {
  /** Orders whose checks, or whose look on the board, may be others now. */
  readonly orders: readonly OrderId[];
}

/** A picture goes with each card that shows it, so it is kept small; the window shrinks it before. */
const MOST_PICTURE_BYTES = 300_000;

/** Adds or replaces a product; its count and its picture stay as they are. */
export async function saveProduct({ store }: Deps, said: Omit<ProductInput, 'quantity'>): Promise<StockChange> {
  return store.write(async (tx) => {
    const [known] = await tx.products([said.sku]);
    await tx.saveProducts([{ ...said, quantity: known?.quantity ?? null, picture: known?.picture ?? null }]);
    return { orders: await tx.deskOrdersFor([said.sku]) };
  });
}

/**
 * Sets the picture, PNG, JPEG or WebP by its bytes; null takes it away. Throws ContractError 'not-found',
 * 'file-unreadable' or 'file-too-large'.
 */
export async function setPicture(
  { store }: Deps,
  { sku, base64 }: MethodInput<'stock.setPicture'>,
): Promise<StockChange> {
  const picture = base64 === null ? null : pictureUrl(Uint8Array.from(Buffer.from(base64, 'base64')));
  return store.write(async (tx) => {
    await tx.saveProducts([{ ...(await productOrThrow(tx, sku)), picture }]);
    return { orders: await tx.deskOrdersFor([sku]) };
  });
}

function pictureUrl(bytes: Uint8Array): string {
  const media = mediaOf(bytes);
  if (media !== 'image/png' && media !== 'image/jpeg' && media !== 'image/webp')
    throw new ContractError('file-unreadable');
  if (bytes.length > MOST_PICTURE_BYTES) throw new ContractError('file-too-large');
  return `data:${media};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Throws ContractError 'not-found'. */
export async function removeProduct({ store }: Deps, sku: string): Promise<StockChange> {
  return store.write(async (tx) => {
    await productOrThrow(tx, sku);
    const orders = await tx.deskOrdersFor([sku]);
    await tx.removeProduct(sku);
    return { orders };
  });
}

/** Keeps what was counted on the shelf; null: not counted any more. Throws ContractError 'not-found'. */
export async function countProduct(
  { store, clock }: Deps,
  { sku, quantity }: MethodInput<'stock.count'>,
): Promise<void> {
  await store.write(async (tx) => {
    const product = await productOrThrow(tx, sku);
    await tx.saveProducts([{ ...product, quantity }]);
    if (quantity === null) return;
    const delta = quantity - (product.quantity ?? 0);
    const told = { atMs: clock.nowMs(), reason: 'count', note: '', orderId: null, commandId: null } as const;
    await tx.addStockMove({ sku, delta, quantity, ...told });
  });
}

/** More or fewer by hand. Throws ContractError 'not-found', or 'refused' with a code. */
export async function moveProduct(
  { store, clock }: Deps,
  { sku, delta, note }: MethodInput<'stock.move'>,
): Promise<void> {
  await store.write(async (tx) => {
    const { quantity } = await productOrThrow(tx, sku);
    if (quantity === null) throw new ContractError('refused', { code: 'stock-not-counted' });
    if (delta === 0) throw new ContractError('refused', { code: 'nothing-changes' });
    // What comes in is told as it is, also while more has left than was counted.
    if (delta < 0 && quantity + delta < 0) throw new ContractError('refused', { code: 'stock-below-zero' });
    await moveStock(tx, sku, delta, { atMs: clock.nowMs(), reason: 'move', note, orderId: null, commandId: null });
  });
}

/** Says which product an article of a platform is; null: the one of its own SKU. Throws ContractError 'not-found'. */
export async function mapArticle(
  { store }: Deps,
  { platform, articleSku, sku }: MethodInput<'stock.map'>,
): Promise<StockChange> {
  return store.write(async (tx) => {
    if (sku !== null) await productOrThrow(tx, sku);
    const before = (await tx.productsOfArticles(platform, [articleSku])).get(articleSku);
    const orders = before === undefined ? [] : await tx.deskOrdersFor([before.sku]);
    await tx.saveAlias(platform, articleSku, sku === articleSku ? null : sku);
    const after = (await tx.productsOfArticles(platform, [articleSku])).get(articleSku);
    const others = after === undefined ? [] : await tx.deskOrdersFor([after.sku]);
    return { orders: [...new Set([...orders, ...others])] };
  });
}

/** Makes a product, not counted, of every article on the desk that none stands for; answers how many. */
export async function adoptAll({ store }: Deps): Promise<number> {
  return store.write(async (tx) => {
    const articles = await tx.unmappedArticles(Number.MAX_SAFE_INTEGER);
    // The same SKU on two platforms is one product: that is what she calls it.
    const rows = new Map<string, ProductRow>();
    for (const { sku, title, variant } of articles) {
      if (sku.trim() === sku && sku.length <= LONGEST_SKU && !rows.has(sku))
        rows.set(sku, adopted(sku, title, variant));
    }
    await tx.saveProducts([...rows.values()]);
    return rows.size;
  });
}

const LONGEST_SKU = 100;
const LONGEST_TITLE = 200;

function adopted(sku: string, title: string, variant: string | null): ProductRow {
  return {
    sku,
    title: title.trim().slice(0, LONGEST_TITLE) || sku,
    variant: variant?.slice(0, LONGEST_TITLE) ?? null,
    picture: null,
    bin: null,
    quantity: null,
    lowAt: null,
    cost: null,
    floorPrice: null,
    weightG: null,
    hsCode: null,
    origin: null,
  };
}

async function productOrThrow(reads: Reads, sku: string): Promise<ProductRow> {
  const [product] = await reads.products([sku]);
  if (product === undefined) throw new ContractError('not-found');
  return product;
}
