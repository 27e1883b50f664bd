import type { Connection } from './connection.ts';
import { saveCard } from './cards.ts';
import { integer } from './decode.ts';
import { readOrder } from './order-reader.ts';
import { PRUNE_PAYLOADS } from './payloads.ts';
import { rowMapper } from './row-decoder.ts';

const CHUNK = 'SELECT * FROM order_header WHERE row_id > ? ORDER BY row_id LIMIT 500';
const toRowId = rowMapper<{ readonly rowId: number }>('order_header', 'id', { rowId: integer });

/** Upkeep that runs as a unit of work like any other. */
export interface Upkeep {
  /** Writes every card anew from its order and returns how many; the board's answer to a projection gone wrong. */
  rebuildCards(): Promise<number>;
  /** Removes platform payloads that came before the time and returns how many. */
  pruneRawPayloads(beforeMs: number): Promise<number>;
}

export function upkeepOf(connection: Connection): Upkeep {
  return {
    rebuildCards: async () => {
      let count = 0;
      let lastRowId = 0;
      for (;;) {
        const headers = connection.all(CHUNK, [lastRowId]);
        const last = headers.at(-1);
        if (last === undefined) return count;
        lastRowId = toRowId(last).rowId;
        const rebuilt = connection.mapRows((header) => {
          saveCard(connection, toRowId(header).rowId, readOrder(connection, header));
          return true;
        }, headers);
        count += rebuilt.length;
      }
    },
    pruneRawPayloads: async (beforeMs) => connection.run(PRUNE_PAYLOADS, [beforeMs]).changes,
  };
}
