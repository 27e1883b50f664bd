import type { Writes } from '../../app/ports/store.ts';
import type { Order } from '../../core/order/order.ts';
import type { Connection } from './connection.ts';
import { factsAsJson, workAsJson } from './encode-order.ts';
import { saveProjections } from './projections.ts';
import { indexOf, saveIndex } from './search-index.ts';
import { insertInto, updateOf, type Columns } from './sql-text.ts';

const HEADER_COLUMNS = [
  'id',
  'shop_id',
  'platform',
  'remote_id',
  'remote_order_number',
  'stage',
  'placed_at_ms',
  'ship_by_ms',
  'facts',
  'work',
  'checks',
  'index_digest',
  'created_at_ms',
  'updated_at_ms',
] as const;
const FIND = `SELECT row_id, index_digest, EXISTS (
    SELECT 1 FROM card WHERE card.row_id = order_header.row_id AND lane IS NOT NULL
  ) AS is_open FROM order_header WHERE id = ?`;
const INSERT_HEADER = insertInto('order_header', HEADER_COLUMNS);
const UPDATE_HEADER = updateOf('order_header', 'id', HEADER_COLUMNS);
const INSERT_LINE = `INSERT INTO order_line
  (order_row, position, remote_id, remote_sku, sku, title, variant, quantity, unit_price_minor, unit_price_currency)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_PARCEL = `INSERT INTO parcel
  (order_row, position, id, tracking_number, carrier, items, label_id, labelled_at_ms, labelled_for, handed_over_at_ms)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_ADDRESS = `INSERT INTO address (order_row, name, phone, lines, city, region, postcode, country)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const DELETE_ODD = 'DELETE FROM odd_order WHERE shop_id = ? AND row_key = ?';
const PART_TABLES = ['order_line', 'parcel', 'address'] as const;

/** Writing of order aggregates: header, parts, projections, scanner codes and search words, all or none. */
export function orderWrites(connection: Connection): Pick<Writes, 'saveOrder'> {
  return { saveOrder: async (order) => connection.atomic(() => saveOrder(connection, order)) };
}

function saveOrder(connection: Connection, order: Order): void {
  const known = connection.get(FIND, [order.id]);
  const index = indexOf(order);
  const header = headerColumns(order, index.digest);
  const written = connection.run(known === null ? INSERT_HEADER : UPDATE_HEADER, header);
  const orderRow = known === null ? written.lastRowId : Number(known['row_id']);
  if (known !== null) {
    for (const table of PART_TABLES) connection.run(`DELETE FROM ${table} WHERE order_row = ?`, [orderRow]);
  }
  insertParts(connection, orderRow, order);
  const { lane } = saveProjections(connection, orderRow, order);
  const before = known === null ? null : { digest: known['index_digest'], isOpen: known['is_open'] === 1 };
  saveIndex(connection, orderRow, index, { isOpen: lane !== null, before });
  // An order that could not be read at first, and now can, is no longer odd.
  connection.run(DELETE_ODD, [order.shopId, order.facts.remoteId]);
}

function headerColumns(order: Order, digest: string): Columns<(typeof HEADER_COLUMNS)[number]> {
  const { facts } = order;
  return {
    id: order.id,
    shop_id: order.shopId,
    platform: facts.platform,
    remote_id: facts.remoteId,
    remote_order_number: facts.remoteOrderNumber,
    stage: facts.stage,
    placed_at_ms: facts.placedAtMs,
    ship_by_ms: facts.shipByMs,
    facts: JSON.stringify(factsAsJson(facts)),
    work: JSON.stringify(workAsJson(order.work)),
    checks: JSON.stringify(order.checks),
    index_digest: digest,
    created_at_ms: order.createdAtMs,
    updated_at_ms: order.updatedAtMs,
  };
}

function insertParts(connection: Connection, orderRow: number, { facts, work }: Order): void {
  for (const [position, line] of facts.lines.entries()) {
    const { remoteId, remoteSku, sku, title, variant, quantity, unitPrice } = line;
    const price = [unitPrice?.minor ?? null, unitPrice?.currency ?? null];
    connection.run(INSERT_LINE, [orderRow, position, remoteId, remoteSku, sku, title, variant, quantity, ...price]);
  }
  for (const [position, parcel] of work.parcels.entries()) {
    const { id, trackingNumber, carrier, labelId, labelledAtMs, labelledFor, handedOverAtMs } = parcel;
    const items = parcel.items === null ? null : JSON.stringify(parcel.items);
    const label = [labelId, labelledAtMs, labelledFor];
    connection.run(INSERT_PARCEL, [orderRow, position, id, trackingNumber, carrier, items, ...label, handedOverAtMs]);
  }
  if (facts.address === null) return;
  const { name, phone, lines, city, region, postcode, country } = facts.address;
  connection.run(INSERT_ADDRESS, [orderRow, name, phone, JSON.stringify(lines), city, region, postcode, country]);
}
