import type { JsonNode } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { listOf, textOf, wholeOf } from './nodes.ts';

/** One number that was declared for one line. */
export interface DeclaredParcel {
  readonly index: number;
  readonly number: string;
  readonly service: string;
}

/** What is declared for an order (aliexpress.logistics.querysellershipmentinfo). Throws PlatformFault. */
export async function fetchDeclared(
  { proxy, timings }: ConnectorContext,
  orderId: string,
): Promise<readonly DeclaredParcel[]> {
  const parameters = { trade_order_id: orderId };
  const { body } = orThrow(await proxy.read('aliexpress.logistics.querysellershipmentinfo', parameters), timings);
  return listOf(body, 'sub_trade_order_list').flatMap(parcelsOf);
}

function parcelsOf(sub: JsonNode): DeclaredParcel[] {
  const index = wholeOf(sub, 'sub_trade_order_index');
  return listOf(sub, 'shipment_list').flatMap((parcel) => {
    const number = textOf(parcel, 'logistics_no');
    return number === null ? [] : [{ index: index ?? 0, number, service: textOf(parcel, 'service_name') ?? '' }];
  });
}

/** Platforms trim and raise numbers. */
export const sameNumber = (left: string, right: string): boolean => plainNumber(left) === plainNumber(right);
const plainNumber = (number: string): string => number.replace(/\s+/g, '').toUpperCase();
