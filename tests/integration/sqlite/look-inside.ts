import { openDatabase } from '../../../src-main/adapters/sqlite/database-file.ts';
import { KEY } from './temp-store.ts';

/** Runs one statement of the test's own on the file, past the store: to look, or to do harm. */
export async function plainRows(
  place: { readonly file: string; readonly key?: Uint8Array },
  sql: string,
): Promise<unknown[]> {
  const database = openDatabase({ file: place.file, key: place.key ?? KEY, mustExist: true });
  try {
    database.pragma('foreign_keys = ON');
    const statement = database.prepare(sql);
    if (statement.reader) return statement.all();
    statement.run();
    return [];
  } finally {
    database.close();
  }
}

/** Every word of a search index with its place, which no plain question can see. */
export function wordsOf(place: { readonly file: string }, index: 'board_search' | 'order_search'): unknown[] {
  const database = openDatabase({ file: place.file, key: KEY, mustExist: true });
  try {
    database.exec(`CREATE VIRTUAL TABLE temp.words_inside USING fts5vocab(main, ${index}, instance)`);
    return database.prepare('SELECT * FROM temp.words_inside ORDER BY doc, term, col, offset').all();
  } finally {
    database.close();
  }
}
