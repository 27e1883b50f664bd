import { readCount } from './read-amount.ts';

/** One line out of a cell that holds all goods of an order. */
export interface GoodsLine {
  readonly title: string;
  readonly variant: string | null;
  readonly sku: string | null;
  readonly quantity: number;
}

/** More than a spreadsheet's cell holds. */
const LONGEST_CELL = 32_767;

/**
 * AliExpress's 产品信息 cell: for each line 【n】 and the title, then in brackets the properties, the seller's code and
 * the quantity with its unit, as several public programs take it apart. Null when any line has no title or quantity.
 */
export function readGoods(cell: string): GoodsLine[] | null {
  if (cell.length > LONGEST_CELL) return null;
  const parts = cell.split(/【\d+】/u).filter((part) => part.trim() !== '');
  const lines = parts.map(readPart);
  const whole = lines.filter((line) => line !== null);
  return whole.length === 0 || whole.length < lines.length ? null : whole;
}

function readPart(part: string): GoodsLine | null {
  const text = part.trim();
  const title = (/^[^\n(]*(?:\((?!产品|商家|物流|Product|SKU|Seller)[^\n(]*)*/iu.exec(text)?.[0] ?? '').trim();
  const quantity = readCount(factOf(text, '产品数量|商品数量|Product Quantity|Quantity') ?? '');
  if (title === '' || quantity === null) return null;
  return {
    title,
    variant: factOf(text, '产品属性|商品属性|Product Attributes|Attributes'),
    sku: factOf(text, '商家编码|商品编码|SKU Code|SKU|Seller SKU'),
    quantity,
  };
}

/** What stands behind one of these names in brackets; a value may hold brackets of its own. */
function factOf(text: string, names: string): string | null {
  const match = new RegExp(`[(（](?:${names})\\s*[:：]\\s*(.*?)\\s*[)）]\\s*(?=$|\\n|[(（])`, 'isu').exec(text);
  const value = match?.[1]?.trim() ?? '';
  return value === '' ? null : value;
}
