import type { JsonNode } from '../shared/json.ts';
import { idOf, listOf, textOf, wholeOf } from './nodes.ts';
import { warehouseSends } from './parse-words.ts';

/** A line that the seller sends, as the shipping calls want it. */
export interface ShopLine {
  readonly childId: string;
  /** order_sort_id, which split shipping calls sub_trade_order_index. */
  readonly index: number;
  readonly productId: string;
  readonly quantity: number;
  readonly status: string | null;
  readonly service: string | null;
  readonly node: JsonNode;
}

/** The lines of a detail that the seller sends; one without an index is counted by its place. */
export function shopLines(detail: JsonNode): ShopLine[] {
  return listOf(detail, 'child_order_list').flatMap((node, place) => {
    const childId = idOf(node, 'child_order_id', 'id');
    if (childId === null || warehouseSends(node)) return [];
    return [
      {
        childId,
        index: wholeOf(node, 'order_sort_id') ?? place + 1,
        productId: idOf(node, 'product_id') ?? '0',
        quantity: wholeOf(node, 'product_count') ?? 1,
        status: textOf(node, 'order_status'),
        service: textOf(node, 'logistics_type'),
        node,
      },
    ];
  });
}

/** Keys of the services that the buyer chose for what the seller sends. */
export function chosenServices(detail: JsonNode): readonly string[] {
  return [...new Set(shopLines(detail).flatMap((line) => line.service ?? []))];
}
