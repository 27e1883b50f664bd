import Database from 'better-sqlite3';
import { StoreFault, type StoreFaultCode } from './store-fault.ts';

/** Beginnings of SQLite's result code names (sqlite.org/rescode.html), most telling first. */
const CODES: readonly (readonly [prefix: string, code: StoreFaultCode])[] = [
  ['SQLITE_CONSTRAINT_UNIQUE', 'duplicate'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'duplicate'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'broken-reference'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_BUSY', 'in-use'],
  ['SQLITE_CANTOPEN', 'unavailable'],
  ['SQLITE_READONLY', 'unavailable'],
  ['SQLITE_PERM', 'unavailable'],
  ['SQLITE_IOERR', 'unavailable'],
];

/** The store's error for what better-sqlite3 threw; a StoreFault passes unchanged. SQLite's messages name columns, not values. */
export function toStoreFault(error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  if (!(error instanceof Database.SqliteError))
    return new StoreFault('failed', { reason: String(error), cause: error });
  const { code, message } = error;
  const known = CODES.find(([prefix]) => code.startsWith(prefix));
  return new StoreFault(known?.[1] ?? 'failed', { reason: `${code} ${message}`, cause: error });
}
