import type { Order } from '../../../src-main/core/order/order.ts';
import { plainRows } from './look-inside.ts';
import { SHOP_ID, START_MS } from './sample-orders.ts';

type Place = Parameters<typeof plainRows>[0];

/** A value as a text of SQL that holds JSON. */
export const jsonText = (value: unknown): string => `'${JSON.stringify(value).replaceAll("'", "''")}'`;

/** The sample shop, by the columns of the first release. */
export async function addOldShop(place: Place): Promise<void> {
  await plainRows(
    place,
    `INSERT INTO shop (id, platform, name, settings, is_demo, is_paused, created_at_ms)
       VALUES ('${SHOP_ID}', 'ozon', '小店', '{"clientId":"1"}', 0, 0, ${START_MS})`,
  );
}

/** The header of an order, by the columns of the first release; facts and work as the JSON of that time. */
export async function addOldHeader(
  place: Place,
  { id, shopId, facts, checks }: Order,
  { facts: oldFacts, work }: { readonly facts: object; readonly work: object },
): Promise<void> {
  await plainRows(
    place,
    `INSERT INTO order_header (id, shop_id, platform, remote_id, remote_order_number, stage, placed_at_ms, ship_by_ms,
       facts, work, checks, index_digest, created_at_ms, updated_at_ms)
     VALUES ('${id}', '${shopId}', '${facts.platform}', '${facts.remoteId}', '${facts.remoteOrderNumber}',
       '${facts.stage}', ${facts.placedAtMs}, ${facts.shipByMs}, ${jsonText(oldFacts)}, ${jsonText(work)},
       ${jsonText(checks)}, '', 1, 1)`,
  );
}
