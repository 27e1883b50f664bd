import { hash } from 'node:crypto';
import type { OddOrderRow } from '../../app/ports/store-rows.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import type { Connection } from './connection.ts';
import { id, integer, nullable, text } from './decode.ts';
import { pack, packedText } from './packed-text.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto } from './sql-text.ts';

const toPayload = rowMapper<{ readonly body: string }>('raw_payload', 'order_id', { body: packedText });
const toOddOrder = rowMapper<OddOrderRow>('odd_order', 'row_key', {
  shopId: id(),
  remoteId: nullable(text),
  raw: packedText,
  reason: text,
  seenAtMs: integer,
});

export const LATEST_PAYLOAD = 'SELECT * FROM raw_payload WHERE order_id = ? ORDER BY at_ms DESC LIMIT 1';
export const PRUNE_PAYLOADS = 'DELETE FROM raw_payload WHERE at_ms < ?';
const ODD_ORDERS = 'SELECT * FROM odd_order WHERE shop_id = ? ORDER BY seen_at_ms DESC, row_key';
const SAVE_PAYLOAD = upsertInto('raw_payload', 'order_id, at_ms', ['order_id', 'at_ms', 'body']);
const ODD_COLUMNS = ['shop_id', 'row_key', 'remote_id', 'raw', 'reason', 'seen_at_ms'];
const SAVE_ODD = upsertInto('odd_order', 'shop_id, row_key', ODD_COLUMNS);

/** Reading of what the platforms sent: the newest payload of an order, and the orders nobody understood. */
export function payloadReads(connection: Connection): Pick<Reads, 'rawPayload' | 'oddOrders'> {
  return {
    rawPayload: async (orderId) => connection.one(toPayload, LATEST_PAYLOAD, [orderId])?.body ?? null,
    oddOrders: async (shopId) => connection.list(toOddOrder, ODD_ORDERS, [shopId]),
  };
}

/** Writing of what the platforms sent. An odd order that comes again takes the place of its first sight. */
export function payloadWrites(connection: Connection): Pick<Writes, 'saveRawPayload' | 'saveOddOrder'> {
  return {
    saveRawPayload: async (orderId, raw, atMs) => {
      connection.run(SAVE_PAYLOAD, { order_id: orderId, at_ms: atMs, body: pack(raw) });
    },
    saveOddOrder: async ({ shopId, remoteId, raw, reason, seenAtMs }) => {
      const row = { shop_id: shopId, row_key: remoteId ?? `sha1:${hash('sha1', raw)}`, remote_id: remoteId };
      connection.run(SAVE_ODD, { ...row, raw: pack(raw), reason, seen_at_ms: seenAtMs });
    },
  };
}
