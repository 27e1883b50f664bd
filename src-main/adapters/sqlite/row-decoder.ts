import { StoreFault } from './store-fault.ts';
import type { SqlRow } from './connection.ts';
import { DecodeFault, type Decoder, type Fields } from './decode.ts';

/** Maps one row; throws StoreFault 'bad-row' with table and id. */
export type RowMapper<T> = (row: SqlRow) => T;

/**
 * A mapper for a table whose columns carry the names of the fields in snake case (createdAtMs ↔ created_at_ms).
 * `idColumn` names the row in a fault.
 */
export function rowMapper<T extends object>(table: string, idColumn: string, fields: Fields<T>): RowMapper<T> {
  const entries = Object.entries<Decoder<unknown>>(fields).map(
    ([field, decoder]) => ({ field, column: snakeCase(field), decoder }) as const,
  );
  return (row) =>
    guardRow(table, row[idColumn], () => {
      const result: Record<string, unknown> = {};
      for (const { field, column, decoder } of entries) result[field] = decoder(row[column], column);
      return result as T;
    });
}

/** Runs `read` and turns a decoding fault into the store's own error. */
function guardRow<T>(table: string, id: unknown, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DecodeFault)) throw error;
    throw new StoreFault('bad-row', { table, id: String(id), reason: error.message });
  }
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
