import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreFault } from './store-fault.ts';
import { toStoreFault } from './sqlite-fault.ts';

const KEY_BYTES = 32;
const PLAIN_HEADER = Buffer.from('SQLite format 3\0', 'latin1');
const SMALLEST_PAGE = 512;

/** What a key may open, and how. */
export interface DatabaseFile {
  readonly file: string;
  /** 32 random bytes, used as they are: no key derivation stands between the vault and the file. */
  readonly key: Uint8Array;
  readonly isReadonly?: boolean;
  readonly mustExist?: boolean;
}

/** Opens an encrypted database and proves the key by reading the schema. Throws StoreFault. */
export function openDatabase(options: DatabaseFile): Database.Database {
  const { file, key } = options;
  if (key.length !== KEY_BYTES) throw new StoreFault('wrong-key', { reason: `a key has ${KEY_BYTES} bytes` });
  refusePlainFile(file);
  const database = connect(options);
  try {
    database.pragma("cipher = 'chacha20'");
    database.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`);
    // Sorts and statement journals would otherwise spill to disk unencrypted.
    database.pragma('temp_store = MEMORY');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    throw isNotADatabase(error) ? unreadableFault(file, error) : toStoreFault(error);
  }
}

/** Throws StoreFault 'not-ours' when the file is a database without encryption; a file that is not there passes. */
export function refusePlainFile(file: string): void {
  const { head } = lookAt(file);
  if (head.equals(PLAIN_HEADER)) throw new StoreFault('not-ours', { reason: 'the file is not encrypted' });
}

function connect({ file, isReadonly = false, mustExist = false }: DatabaseFile): Database.Database {
  try {
    return new Database(file, { readonly: isReadonly, fileMustExist: mustExist || isReadonly, timeout: 2_000 });
  } catch (error) {
    throw error instanceof Database.SqliteError
      ? toStoreFault(error)
      : new StoreFault('unavailable', { reason: 'the folder is not there', cause: error });
  }
}

const isNotADatabase = (error: unknown) => error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB';

/** A first page that cannot be decrypted has the wrong key, unless the file is not made of whole pages at all. */
function unreadableFault(file: string, cause: unknown): StoreFault {
  const { size } = lookAt(file);
  const isCut = size < SMALLEST_PAGE || size % SMALLEST_PAGE !== 0;
  return new StoreFault(isCut ? 'damaged' : 'wrong-key', { cause });
}

/** The first bytes and the size; a file that is not there is an empty one. */
function lookAt(file: string): { readonly head: Buffer; readonly size: number } {
  const head = Buffer.alloc(PLAIN_HEADER.length);
  if (!existsSync(file)) return { head, size: 0 };
  let handle: number | null = null;
  try {
    handle = openSync(file, 'r');
    readSync(handle, head, 0, head.length, 0);
    return { head, size: fstatSync(handle).size };
  } catch (error) {
    throw new StoreFault('unavailable', { reason: 'the file cannot be read', cause: error });
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
