import type { JsonNode } from '../shared/json.ts';
import { textOf } from './nodes.ts';

/** True for a line that the platform's warehouse sends (send_goods_operator, logistics_warehouse_type). */
export function warehouseSends(line: JsonNode): boolean {
  return (
    textOf(line, 'send_goods_operator') === 'WAREHOUSE_SEND_GOODS' ||
    textOf(line, 'logistics_warehouse_type') === 'cainiaoInternationalWarehouse'
  );
}

/** True for a logistics_status that something of the order has left. */
export const isSentWord = (word: string | null): boolean =>
  word === 'SELLER_SEND_GOODS' || word === 'SELLER_SEND_PART_GOODS' || word === 'BUYER_ACCEPT_GOODS';
