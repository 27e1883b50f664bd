import type { Connection } from './connection.ts';
import { integer } from './decode.ts';
import { readOrder } from './order-reader.ts';
import { saveProjections } from './projections.ts';
import { rowMapper } from './row-decoder.ts';
import { rebuildBoardWords } from './search-index.ts';

const CHUNK = 500;
const ALL = `SELECT row_id FROM order_header WHERE row_id > ? ORDER BY row_id LIMIT ${CHUNK}`;
/** Without the plus, SQLite would walk the whole table by row id. */
const ON_BOARD = `SELECT row_id FROM card WHERE lane IS NOT NULL AND +row_id > ? ORDER BY +row_id LIMIT ${CHUNK}`;
const HEADER = 'SELECT * FROM order_header WHERE row_id = ?';
const toRowId = rowMapper<{ readonly rowId: number }>('order_header', 'row_id', { rowId: integer });

/**
 * Writes what is derived from orders anew and answers of how many; an order that cannot be read is left as it stands.
 * With `isBoardOnly` the closed ones are left out, as they have nothing that the board reads.
 */
export function rebuildProjections(connection: Connection, { isBoardOnly }: { readonly isBoardOnly: boolean }): number {
  let count = 0;
  let lastRowId = 0;
  for (;;) {
    const rows = connection.all(isBoardOnly ? ON_BOARD : ALL, [lastRowId]).map(toRowId);
    const last = rows.at(-1);
    if (last === undefined) return count;
    lastRowId = last.rowId;
    count += connection.mapRows(({ rowId }: { readonly rowId: number }) => rebuildOne(connection, rowId), rows).length;
  }
}

function rebuildOne(connection: Connection, rowId: number): true | null {
  const header = connection.get(HEADER, [rowId]);
  if (header === null) return null;
  const order = readOrder(connection, header);
  const { lane } = saveProjections(connection, rowId, order);
  rebuildBoardWords(connection, rowId, order, lane !== null);
  return true;
}
