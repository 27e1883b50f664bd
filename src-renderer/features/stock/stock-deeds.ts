import type { MethodInput, MethodOutput } from '../../../src-main/contract/index.ts';
import { invoke } from '../../client/client.ts';
import { formatCount } from '../../i18n/format.ts';
import { currentWords } from '../../i18n/use-words.ts';
import { hideToast, showError, showToast, useToast } from '../../stores/toast.ts';
import { forgetCommand, rememberOpposite } from '../../stores/undo.ts';
import type { ProductFields } from './product-draft.ts';

type Article = Omit<MethodInput<'stock.map'>, 'sku'>;
export type UnmappedArticle = MethodOutput<'stock.unmapped'>['articles'][number];

/** Main keeps no undo for the stock: the toast and Ctrl Z make the inverse call. */
interface WayBack {
  readonly text: string;
  readonly call: () => Promise<unknown>;
}

/** Does something and says so; a failure is told in the toast. True when it was done. */
async function does(call: () => Promise<unknown>, said: () => string, back: WayBack | null): Promise<boolean> {
  try {
    await call();
    if (back === null) showToast({ text: said() });
    else {
      const id = rememberOpposite('change-stock', call, back.call);
      showToast({ text: said(), action: { text: back.text, run: () => void goBack(back, id) } });
    }
    return true;
  } catch (thrown) {
    showError(thrown);
    return false;
  }
}

async function goBack(back: WayBack, id: string): Promise<void> {
  const { toast } = useToast.getState();
  if (toast !== null) hideToast(toast.turn);
  forgetCommand(id);
  await back.call().catch(showError);
}

/** Sets what lies on the shelf; null: not counted any more. `before` is what it said till now. */
export function countProduct(sku: string, quantity: number | null, before: number | null): Promise<boolean> {
  const t = currentWords();
  const was = { sku, before: before === null ? '' : formatCount(before) };
  const said = () => {
    if (quantity === null) return t('stock:counting.stopped', was);
    const counted = formatCount(quantity);
    return before === null
      ? t('stock:counting.countedFirst', { sku, quantity: counted })
      : t('stock:counting.counted', { ...was, quantity: counted });
  };
  const back = { text: t('stock:counting.back'), call: () => invoke('stock.count', { sku, quantity: before }) };
  return does(() => invoke('stock.count', { sku, quantity }), said, back);
}

/** Puts pieces in or takes some out. `before` is what lay there. */
export function moveProduct(sku: string, delta: number, note: string, before: number): Promise<boolean> {
  const t = currentWords();
  const signed = `${delta > 0 ? '+' : '−'}${formatCount(Math.abs(delta))}`;
  const said = () => t('stock:moving.moved', { sku, delta: signed, quantity: formatCount(before + delta) });
  const back = {
    text: t('stock:counting.back'),
    call: () => invoke('stock.move', { sku, delta: -delta, note: t('stock:moving.backNote') }),
  };
  return does(() => invoke('stock.move', { sku, delta, note }), said, back);
}

/** Keeps what is said of a product; `before` is what was said of it till now, null for a new one. */
export function saveProduct(product: ProductFields, before: ProductFields | null): Promise<boolean> {
  const t = currentWords();
  const said = () => t('stock:fields.saved', { sku: product.sku });
  const text = t('stock:counting.back');
  const back = before === null ? null : { text, call: () => invoke('stock.save', before) };
  return does(() => invoke('stock.save', product), said, back);
}

/** True when a product has this SKU. A reading that fails tells nothing: saving says why. */
export async function isThere(sku: string): Promise<boolean> {
  return invoke('stock.get', { sku }).then(
    () => true,
    () => false,
  );
}

export function removeProduct(sku: string): Promise<boolean> {
  const t = currentWords();
  return does(
    () => invoke('stock.remove', { sku }),
    () => t('stock:removal.done', { sku }),
    null,
  );
}

/** Says that an article is this product. */
export function mapArticle(article: Article, sku: string): Promise<boolean> {
  const t = currentWords();
  const back = { text: t('stock:unmapped.back'), call: () => invoke('stock.map', { ...article, sku: null }) };
  const said = () => t('stock:unmapped.mapped', { article: article.articleSku, sku });
  return does(() => invoke('stock.map', { ...article, sku }), said, back);
}

/** Says that an article is not this product after all. */
export function unmapArticle(article: Article, sku: string): Promise<boolean> {
  const t = currentWords();
  const back = { text: t('stock:counting.back'), call: () => invoke('stock.map', { ...article, sku }) };
  const said = () => t('stock:alias.removed', { article: article.articleSku, sku });
  return does(() => invoke('stock.map', { ...article, sku: null }), said, back);
}

/** Makes a product of an article, under the article's own SKU: that maps it by itself. */
export function makeProduct(article: UnmappedArticle): Promise<boolean> {
  const t = currentWords();
  const { sku, variant } = article;
  const product: ProductFields = {
    sku: sku.slice(0, 100),
    // A title that the contract would refuse as too long is cut; she can write her own.
    title: (article.title.trim() === '' ? sku : article.title).slice(0, 200),
    variant: variant === null ? null : variant.slice(0, 200),
    bin: null,
    lowAt: null,
    cost: null,
    floorPrice: null,
    weightG: null,
    hsCode: null,
    origin: null,
  };
  const back = { text: t('stock:counting.back'), call: () => invoke('stock.remove', { sku: product.sku }) };
  return does(
    () => invoke('stock.save', product),
    () => t('stock:unmapped.made', { sku }),
    back,
  );
}

/** Makes products of all articles that have none. */
export async function adoptAll(): Promise<void> {
  try {
    const { count } = await invoke('stock.adoptAll', {});
    showToast({ text: currentWords()('stock:unmapped.adopted', { count }) });
  } catch (thrown) {
    showError(thrown);
  }
}
