import type { CardRow } from '../../app/ports/store-board.ts';
import type { Order } from '../../core/order/order.ts';
import { saveCard } from './card-rows.ts';
import type { Connection } from './connection.ts';
import { saveOrderCases } from './order-cases.ts';
import { saveReservation } from './stock-writes.ts';

/** Writes all that is derived from an order whose header has this row id, but for its search words; answers the card. */
export function saveProjections(connection: Connection, rowId: number, order: Order): CardRow {
  saveOrderCases(connection, rowId, order);
  saveReservation(connection, rowId, order);
  return saveCard(connection, rowId, order);
}
