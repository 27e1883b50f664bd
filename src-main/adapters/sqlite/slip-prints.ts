import { SLIP_KINDS, type SlipPrintRow } from '../../app/ports/store-printing.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import type { Connection } from './connection.ts';
import { id, integer, json, list, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { insertInto } from './sql-text.ts';

const toSlipPrint = rowMapper<SlipPrintRow>('slip_print', 'id', {
  id: text,
  kind: oneOf(SLIP_KINDS),
  printerId: id(),
  orderIds: json(list(id())),
  outcome: oneOf(['sent', 'not-sent', 'uncertain']),
  atMs: integer,
});

export const SLIP_PRINTS_SINCE = 'SELECT * FROM slip_print WHERE at_ms >= ? ORDER BY at_ms, row_id';
const ADD = insertInto('slip_print', ['id', 'kind', 'printer_id', 'order_ids', 'outcome', 'at_ms']);

/** Reading of paper beside the labels, oldest first. */
export function slipPrintReads(connection: Connection): Pick<Reads, 'slipPrintsSince'> {
  return { slipPrintsSince: async (sinceMs) => connection.list(toSlipPrint, SLIP_PRINTS_SINCE, [sinceMs]) };
}

/** Writing of paper beside the labels. */
export function slipPrintWrites(connection: Connection): Pick<Writes, 'addSlipPrint'> {
  return {
    addSlipPrint: async (row) => {
      connection.run(ADD, {
        id: row.id,
        kind: row.kind,
        printer_id: row.printerId,
        order_ids: JSON.stringify(row.orderIds),
        outcome: row.outcome,
        at_ms: row.atMs,
      });
    },
  };
}
