import type { SqlValue } from './connection.ts';

/** Stands for "no due time" where rows are sorted by it: what waits for nobody comes last. */
export const NO_DUE_MS = Number.MAX_SAFE_INTEGER;

/** Words of ours as an SQL list: ('new', 'problem'). */
export const sqlList = (words: readonly string[]): string => `(${words.map((word) => `'${word}'`).join(', ')})`;

/** A pattern that finds the words anywhere; '' asks nothing. Signs that LIKE would read are taken as they are. */
export function likeOf(query: string): string {
  const words = query.trim();
  return words === '' ? '' : `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** The values of a row by column name, as a statement of this file takes them. */
export type Columns<Name extends string> = Readonly<Record<Name, SqlValue>>;

/** INSERT with a named parameter a column. Names come from our own tables of columns, never from outside. */
export function insertInto(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`;
}

/** INSERT that overwrites the row of the same key in place, so that its row id and its children stay. */
export function upsertInto(table: string, key: string, columns: readonly string[]): string {
  const keys = key.split(', ');
  const changes = columns.filter((column) => !keys.includes(column)).map((column) => `${column} = excluded.${column}`);
  return `${insertInto(table, columns)} ON CONFLICT (${key}) DO UPDATE SET ${changes.join(', ')}`;
}

/** UPDATE of every column but the key. */
export function updateOf(table: string, key: string, columns: readonly string[]): string {
  const changes = columns.filter((column) => column !== key).map((column) => `${column} = @${column}`);
  return `UPDATE ${table} SET ${changes.join(', ')} WHERE ${key} = @${key}`;
}
