import type { Connection } from './connection.ts';
import type { CardRow } from '../../app/ports/store-board.ts';

const FORGET = 'DELETE FROM card_tag WHERE order_row = ?';
const ADD = 'INSERT INTO card_tag (tag_id, order_row, is_open) VALUES (?, ?, ?)';

/** Writes which tags an order carries, and whether it lies on the board. */
export function saveCardTags(connection: Connection, rowId: number, { tagIds, lane }: CardRow): void {
  connection.run(FORGET, [rowId]);
  for (const tagId of new Set(tagIds)) connection.run(ADD, [tagId, rowId, Number(lane !== null)]);
}
