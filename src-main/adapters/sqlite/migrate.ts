import { StoreFault } from './store-fault.ts';
import type { Connection } from './connection.ts';
import type { Migration } from './migration.ts';

/** "CHDN": marks the file as ours (sqlite.org/fileformat.html §1.3.15). */
export const APPLICATION_ID = 0x43_48_44_4e;

/** What the seller sees while an upgrade runs. */
export interface MigrationProgress {
  readonly step: 'backup' | 'migrating' | 'checking';
  /** Name of the migration; empty for the other steps. */
  readonly name: string;
}

export interface MigrateOptions {
  readonly migrations: readonly Migration[];
  /** Makes a checked copy of the file and tells its path; called before the first change of a file that holds data. */
  readonly backUp: () => string;
  /** Writes the projections anew, where a step asks for it. */
  readonly rebuild?: (connection: Connection) => void;
  readonly onProgress?: (progress: MigrationProgress) => void;
}

/**
 * Brings the file to the newest version: all pending steps in one transaction, checked before the commit. Throws
 * StoreFault 'newer-version', or 'migration-failed' with the backup's path; then the file is as it was.
 */
export function migrate(connection: Connection, options: MigrateOptions): void {
  const { migrations, onProgress } = options;
  checkMonotonic(migrations);
  const current = Number(connection.pragma('user_version'));
  if (current !== 0 && !migrations.some((migration) => migration.version === current)) {
    throw new StoreFault('newer-version', { reason: `file has version ${current}` });
  }
  const pending = migrations.filter((migration) => migration.version > current);
  if (pending.length === 0) return;
  let backupFile: string | undefined;
  try {
    if (current !== 0) {
      onProgress?.({ step: 'backup', name: '' });
      backupFile = options.backUp();
    }
    runPending(connection, pending, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreFault('migration-failed', {
      reason,
      cause: error,
      ...(backupFile === undefined ? {} : { backupFile }),
    });
  }
}

/**
 * Foreign keys go off before BEGIN: inside a transaction the pragma has no effect, and rebuilding a parent table with
 * them on would delete every child row (sqlite.org/lang_altertable.html §7).
 */
function runPending(
  connection: Connection,
  pending: readonly Migration[],
  { onProgress, rebuild }: MigrateOptions,
): void {
  connection.exec('PRAGMA foreign_keys = OFF');
  try {
    connection.begin();
    for (const migration of pending) {
      onProgress?.({ step: 'migrating', name: migration.name });
      migration.up(connection);
      connection.exec(`PRAGMA user_version = ${migration.version}`);
    }
    // Not within a step: the code that writes projections knows the newest tables only.
    if (pending.some((migration) => migration.rebuilds === true)) rebuild?.(connection);
    connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    onProgress?.({ step: 'checking', name: '' });
    const orphans = connection.all('PRAGMA foreign_key_check');
    if (orphans.length > 0) throw new Error(`${orphans.length} broken references in ${String(orphans[0]?.['table'])}`);
    connection.commit();
  } finally {
    connection.rollback();
    connection.exec('PRAGMA foreign_keys = ON');
  }
}

function checkMonotonic(migrations: readonly Migration[]): void {
  let last = 0;
  for (const { version, name } of migrations) {
    if (!Number.isInteger(version) || version <= last) throw new Error(`migration ${version} ${name} is out of order`);
    last = version;
  }
}
