import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../app/ports/clock.ts';
import { StoreFault } from './store-fault.ts';
import type { Reads, Store, Writes } from '../../app/ports/store.ts';
import { backUp } from './backup.ts';
import { Connection, type BadRowListener } from './connection.ts';
import { openDatabase } from './database-file.ts';
import { upkeepOf, type Upkeep } from './maintenance.ts';
import { APPLICATION_ID, migrate, type MigrationProgress } from './migrate.ts';
import type { Migration } from './migration.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import { rebuildProjections } from './rebuild.ts';
import { readsOf, writesOf } from './repositories.ts';
import { acquireStoreLock } from './store-lock.ts';
import { UnitsOfWork } from './unit-of-work.ts';

/** A log that grew longer, by a large unit of work, is cut back to this at the next checkpoint. */
const LONGEST_WAL_BYTES = 64 * 1024 * 1024;

export interface OpenStoreOptions {
  readonly file: string;
  /** 32 random bytes. */
  readonly key: Uint8Array;
  /** Holds the copies made before a migration, encrypted with the same key. */
  readonly backupsDir: string;
  /** Names the copies. */
  readonly clock?: Pick<Clock, 'nowMs'>;
  readonly onProgress?: (progress: MigrationProgress) => void;
  readonly onBadRow?: BadRowListener;
  /** Other schema steps than the released ones, for tests of the upgrade itself. */
  readonly migrations?: readonly Migration[];
}

/** The store with the upkeep that only its host may start. */
export interface SqliteStore extends Store {
  readonly upkeep: Upkeep & {
    /** Writes a checked, encrypted copy into the backups folder and returns its path. */
    backUp(): Promise<string>;
  };
}

/**
 * Opens the encrypted order store, creating or upgrading it. Throws StoreFault: 'wrong-key', 'not-ours',
 * 'newer-version', 'damaged', 'migration-failed', 'in-use' or 'unavailable'; nothing stays open then.
 */
export async function openStore(options: OpenStoreOptions): Promise<SqliteStore> {
  makeFolder(dirname(options.file));
  const release = acquireStoreLock(options.file);
  const opened: Connection[] = [];
  try {
    const writer = connect(options, false);
    opened.push(writer);
    prepareWriter(writer, options);
    const reader = connect(options, true);
    opened.push(reader);
    return storeOf(writer, reader, options, release);
  } catch (error) {
    for (const connection of opened) connection.close();
    release();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StoreFault('unavailable', { reason: 'the folder cannot be made', cause: error });
  }
}

function connect({ file, key, onBadRow }: OpenStoreOptions, isReadonly: boolean): Connection {
  return new Connection(openDatabase({ file, key, isReadonly }), onBadRow ?? (() => undefined));
}

/** Nothing of a file is changed before it was seen to be ours and to be of a version that we know. */
function prepareWriter(writer: Connection, options: OpenStoreOptions): void {
  refuseForeignFile(writer);
  migrate(writer, {
    migrations: options.migrations ?? ALL_MIGRATIONS,
    backUp: () => copyOf(writer, options),
    rebuild: (connection) => rebuildProjections(connection, { isBoardOnly: true }),
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  });
  writer.exec(`PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = ${LONGEST_WAL_BYTES}`);
}

function refuseForeignFile(writer: Connection): void {
  const isOurs = writer.pragma('application_id') === APPLICATION_ID;
  const isEmpty = writer.get('SELECT 1 FROM sqlite_schema LIMIT 1') === null;
  if (!isOurs && !isEmpty) throw new StoreFault('not-ours', { reason: 'another program made this file' });
}

function copyOf(writer: Connection, { backupsDir, key, clock }: OpenStoreOptions): string {
  return backUp(writer, { backupsDir, key, nowMs: clock?.nowMs() ?? Date.now() });
}

function storeOf(writer: Connection, reader: Connection, options: OpenStoreOptions, release: () => void): SqliteStore {
  const units = new UnitsOfWork<Writes & Upkeep>(writer, { ...writesOf(writer), ...upkeepOf(writer) });
  let closing: Promise<void> | null = null;
  return {
    read: committedReads(readsOf(writer), readsOf(reader), units),
    write: (work) => units.run(work),
    upkeep: {
      rebuildCards: () => units.run((tools) => tools.rebuildCards()),
      pruneRawPayloads: (beforeMs) => units.run((tools) => tools.pruneRawPayloads(beforeMs)),
      backUp: () => units.between(() => copyOf(writer, options)),
    },
    close: () => (closing ??= closeAll(units, [reader, writer], release)),
  };
}

/**
 * Reads of what was last committed: by the writing connection between two units, by the reading one while a unit is
 * open. A commit empties the page cache of every other connection, and reading and decrypting those pages again took
 * three times as long as the board's own queries.
 */
function committedReads(byWriter: Reads, byReader: Reads, units: { readonly isOpen: boolean }): Reads {
  return new Proxy(byReader, {
    get: (_target, name): unknown => Reflect.get(units.isOpen ? byReader : byWriter, name),
  });
}

async function closeAll(
  units: UnitsOfWork<object>,
  connections: readonly Connection[],
  release: () => void,
): Promise<void> {
  await units.close();
  for (const connection of connections) connection.close();
  release();
}
