import type { Reads } from '../../app/ports/store.ts';
import type { Address } from '../../core/address/address.ts';
import { REMOTE_STAGES, type OrderLine } from '../../core/order/facts.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { PLATFORMS } from '../../core/shared/platform.ts';
import type { Connection, SqlRow } from './connection.ts';
import {
  ADDRESS_FIELDS,
  checksJson,
  factsJson,
  LINE_FIELDS,
  PARCEL_FIELDS,
  workJson,
  type FactsAsJson,
  type FactsInColumns,
  type WorkAsJson,
} from './decode-order.ts';
import { id, integer, nullable, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';

type Header = FactsInColumns &
  Omit<Order, 'facts' | 'work'> & { readonly rowId: number; readonly facts: FactsAsJson; readonly work: WorkAsJson };

const toHeader = rowMapper<Header>('order_header', 'id', {
  rowId: integer,
  id: id(),
  shopId: id(),
  platform: oneOf(PLATFORMS),
  remoteId: text,
  remoteOrderNumber: text,
  stage: oneOf(REMOTE_STAGES),
  placedAtMs: integer,
  shipByMs: nullable(integer),
  facts: factsJson,
  work: workJson,
  checks: checksJson,
  createdAtMs: integer,
  updatedAtMs: integer,
});
const toLineColumns = rowMapper('order_line', 'order_row', LINE_FIELDS);
const toParcel = rowMapper('parcel', 'id', PARCEL_FIELDS);
const toAddress = rowMapper<Address>('address', 'order_row', ADDRESS_FIELDS);

const HEADER = 'SELECT * FROM order_header';
const LINES = 'SELECT * FROM order_line WHERE order_row = ? ORDER BY position';
const PARCELS = 'SELECT * FROM parcel WHERE order_row = ? ORDER BY position';
const ADDRESS = 'SELECT * FROM address WHERE order_row = ?';
const BY_ID = `${HEADER} WHERE id = ?`;
export const BY_REMOTE = `${HEADER} WHERE shop_id = ? AND remote_id = ?`;
export const OPEN_REMOTE_IDS =
  "SELECT remote_id FROM card WHERE shop_id = ? AND lane IS NOT NULL AND lane <> 'delivered'";

/** One order with its lines, parcels and address. Throws StoreFault 'bad-row'. */
export function readOrder(connection: Connection, header: SqlRow): Order {
  const { rowId, facts, work, platform, remoteId, remoteOrderNumber, stage, placedAtMs, shipByMs, ...rest } =
    toHeader(header);
  const inColumns: FactsInColumns = { platform, remoteId, remoteOrderNumber, stage, placedAtMs, shipByMs };
  const lines = connection.all(LINES, [rowId]).map(toLine);
  const parcels = connection.all(PARCELS, [rowId]).map(toParcel);
  const address = connection.one(toAddress, ADDRESS, [rowId]);
  return { ...rest, facts: { ...inColumns, ...facts, lines, address }, work: { ...work, parcels } };
}

function toLine(row: SqlRow): OrderLine {
  const { unitPriceMinor: minor, unitPriceCurrency: currency, ...line } = toLineColumns(row);
  return { ...line, unitPrice: minor === null || currency === null ? null : { minor, currency } };
}

type OrderReads = Pick<Reads, 'order' | 'orders' | 'ordersByRemote' | 'openRemoteIds'>;

/** Reading of order aggregates. */
export function orderReads(connection: Connection): OrderReads {
  const find = (sql: string, params: readonly string[]): Order | null => {
    const header = connection.get(sql, params);
    return header === null ? null : readOrder(connection, header);
  };
  return {
    order: async (orderId) => find(BY_ID, [orderId]),
    orders: async (ids) => connection.mapRows((orderId: OrderId) => find(BY_ID, [orderId]), ids),
    ordersByRemote: async (shopId, remoteIds) =>
      connection.mapRows((remoteId: string) => find(BY_REMOTE, [shopId, remoteId]), remoteIds),
    openRemoteIds: async (shopId) => connection.all(OPEN_REMOTE_IDS, [shopId]).map((row) => String(row['remote_id'])),
  };
}
