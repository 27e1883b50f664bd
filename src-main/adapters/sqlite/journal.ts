import type { JournalEntry } from '../../app/ports/store-rows.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import type { Connection } from './connection.ts';
import { journalBodyJson } from './decode-events.ts';
import { id, integer, nullable, oneOf } from './decode.ts';
import { rowMapper } from './row-decoder.ts';

const toEntry = rowMapper<JournalEntry>('order_event', 'sequence', {
  sequence: integer,
  orderId: id(),
  atMs: integer,
  actor: oneOf(['seller', 'platform', 'app']),
  commandId: nullable(id()),
  body: journalBodyJson,
  undoneAtMs: nullable(integer),
});

export const ENTRIES_OF_ORDER = 'SELECT * FROM order_event WHERE order_id = ? ORDER BY sequence';
export const ENTRIES_OF_COMMAND = 'SELECT * FROM order_event WHERE command_id = ? ORDER BY sequence DESC';
const APPEND = 'INSERT INTO order_event (order_id, at_ms, actor, command_id, body) VALUES (?, ?, ?, ?, ?)';
const MARK_UNDONE = `UPDATE order_event SET undone_at_ms = ?
  WHERE order_id = ? AND command_id = ? AND undone_at_ms IS NULL`;

/** Reading of the journal. */
export function journalReads(connection: Connection): Pick<Reads, 'journal' | 'entriesOfCommand'> {
  return {
    journal: async (orderId) => connection.list(toEntry, ENTRIES_OF_ORDER, [orderId]),
    entriesOfCommand: async (commandId) => connection.list(toEntry, ENTRIES_OF_COMMAND, [commandId]),
  };
}

/** Writing of the journal: rows are added and marked undone, nothing else (the table's triggers see to it). */
export function journalWrites(connection: Connection): Pick<Writes, 'appendJournal' | 'markUndone'> {
  return {
    appendJournal: async (entries) =>
      connection.atomic(() => {
        for (const { orderId, atMs, actor, commandId, body } of entries) {
          connection.run(APPEND, [orderId, atMs, actor, commandId, JSON.stringify(body)]);
        }
      }),
    markUndone: async (orderId, commandId, atMs) => {
      connection.run(MARK_UNDONE, [atMs, orderId, commandId]);
    },
  };
}
