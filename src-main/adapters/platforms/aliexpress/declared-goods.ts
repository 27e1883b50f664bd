import { moneyToDecimal } from '../../../core/money/money.ts';
import type { EffectItem, ParcelMeasure } from '../../../core/order/effects.ts';
import { jsonInteger, member } from '../shared/json.ts';
import { textOf } from './nodes.ts';
import { parseAmount } from './parse-money.ts';
import type { AliSettings } from './settings.ts';
import type { ShopLine } from './shop-lines.ts';

export type DeclaredGoods =
  | { readonly ok: true; readonly goods: readonly Readonly<Record<string, unknown>>[] }
  | { readonly ok: false; readonly code: string };

interface Piece {
  readonly line: ShopLine;
  readonly quantity: number;
}

/**
 * What lies in the parcel as customs are told (declare_product_d_t_os): the lines, the measured weight spread over the
 * pieces, and a value in dollars: the one of the settings, otherwise what the buyer paid. Refused when that is not in
 * dollars: the connector knows no exchange rates.
 */
export function declaredGoods(
  lines: readonly ShopLine[],
  items: readonly EffectItem[] | null,
  measure: ParcelMeasure,
  settings: AliSettings,
): DeclaredGoods {
  const pieces = piecesOf(lines, items);
  const count = pieces.reduce((sum, piece) => sum + piece.quantity, 0);
  if (count === 0) return { ok: false, code: 'lines-unknown' };
  const weightKg = Math.max(1, Math.floor(measure.weightGrams / count)) / 1_000;
  if (weightKg > 2) return { ok: false, code: 'over-2-kg' };
  const goods = pieces.map(({ line, quantity }) => {
    const amount = settings.declaredUsd || dollarsOf(line);
    return amount === null ? null : declared(line, quantity, amount, weightKg, settings);
  });
  const known = goods.filter((one) => one !== null);
  return known.length === goods.length ? { ok: true, goods: known } : { ok: false, code: 'declared-value-missing' };
}

function piecesOf(lines: readonly ShopLine[], items: readonly EffectItem[] | null): Piece[] {
  if (items === null) return lines.map((line) => ({ line, quantity: line.quantity }));
  return lines.flatMap((line) => {
    const quantity = items.find((item) => item.lineRemoteId === line.childId)?.quantity ?? 0;
    return quantity > 0 ? [{ line, quantity }] : [];
  });
}

function dollarsOf({ node }: ShopLine): string | null {
  const price = parseAmount(member(node, 'product_price'));
  return price?.currency === 'USD' && price.minor > 0 ? moneyToDecimal(price) : null;
}

function declared(
  line: ShopLine,
  quantity: number,
  amount: string,
  weightKg: number,
  settings: AliSettings,
): Readonly<Record<string, unknown>> {
  const title = (textOf(line.node, 'product_name') ?? '').replace(/[^\x20-\x7e]+/g, ' ').trim();
  return {
    product_id: jsonInteger(line.productId),
    child_order_id: jsonInteger(line.childId),
    category_cn_desc: settings.declaredNameCn,
    category_en_desc: (title || 'Goods').slice(0, 60),
    product_num: Math.min(999, quantity),
    product_declare_amount: amount,
    product_weight: weightKg.toFixed(3),
    // All three are required (createorder, declareProductDTOs); the last two kinds of goods need a line of their own anyway.
    contains_battery: settings.containsBattery === 'yes',
    only_battery: false,
    aneroid_markup: false,
  };
}
