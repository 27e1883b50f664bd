import { type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { firstText, idOf, listOf, textOf } from './nodes.ts';
import { declareKeyOf } from './units-service.ts';

/** One logistics order of online shipping. */
export interface Waybill {
  readonly id: string;
  readonly solution: string | null;
  /** The international number; null until it is there. */
  readonly number: string | null;
  /** The key to declare the number with; null when the platform names no line. */
  readonly declareKey: string | null;
}

/** The open logistics orders of an order, newest first (aliexpress.logistics.querylogisticsorderdetail). Throws PlatformFault. */
export async function fetchWaybills(
  { proxy, timings }: ConnectorContext,
  orderId: string,
): Promise<readonly Waybill[]> {
  const parameters = { trade_order_id: orderId, current_page: 1, page_size: 50 };
  const { body } = orThrow(await proxy.read('aliexpress.logistics.querylogisticsorderdetail', parameters), timings);
  return listOf(member(body, 'result'), 'result_list')
    .filter((node) => textOf(node, 'logistics_status')?.toLowerCase() !== 'closed')
    .map((node) => ({ waybill: waybillOf(node), createdText: textOf(node, 'gmt_create') ?? '' }))
    .sort((left, right) => (left.createdText < right.createdText ? 1 : left.createdText > right.createdText ? -1 : 0))
    .flatMap(({ waybill }) => waybill ?? []);
}

function waybillOf(node: JsonNode): Waybill | null {
  const id = idOf(node, 'logistics_order_id', 'online_logistics_id', 'id');
  if (id === null) return null;
  const solution = textOf(node, 'solution_code');
  const type = textOf(node, 'international_logistics_type');
  return {
    id,
    solution,
    number: firstText(node, 'international_logistics_num', 'internationallogistics_id'),
    declareKey: type ?? (solution === null ? null : declareKeyOf(solution)),
  };
}
