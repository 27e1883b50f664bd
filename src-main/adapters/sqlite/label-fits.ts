import type { LabelFitRow } from '../../app/ports/store-printing.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import type { FitChoice } from '../../core/label/fit-choice.ts';
import type { Connection } from './connection.ts';
import { json, number, object, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto } from './sql-text.ts';

const fit = object<FitChoice>({
  box: object<FitChoice['box']>({ left: number, top: number, width: number, height: number }),
  quarterTurns: oneOf([0, 1, 2, 3]),
  scale: oneOf(['own-size', 'fill']),
});

const toFit = rowMapper<LabelFitRow>('label_fit', 'key', { key: text, fit: json(fit) });

const FIT = 'SELECT * FROM label_fit WHERE key = ?';
const SAVE = upsertInto('label_fit', 'key', ['key', 'fit']);

/** Reading of the seller's cuts. */
export function labelFitReads(connection: Connection): Pick<Reads, 'labelFit'> {
  return { labelFit: async (key) => connection.one(toFit, FIT, [key])?.fit ?? null };
}

/** Writing of the seller's cuts. */
export function labelFitWrites(connection: Connection): Pick<Writes, 'saveLabelFit' | 'removeLabelFit'> {
  return {
    saveLabelFit: async (row) => {
      connection.run(SAVE, { key: row.key, fit: JSON.stringify(row.fit) });
    },
    removeLabelFit: async (key) => {
      connection.run('DELETE FROM label_fit WHERE key = ?', [key]);
    },
  };
}
