import type { SqlValue } from './connection.ts';

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
