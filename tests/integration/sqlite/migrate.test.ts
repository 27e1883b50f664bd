import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBackups } from '../../../src-main/adapters/sqlite/backup.ts';
import type { MigrationProgress } from '../../../src-main/adapters/sqlite/migrate.ts';
import type { Migration } from '../../../src-main/adapters/sqlite/migration.ts';
import { ALL_MIGRATIONS } from '../../../src-main/adapters/sqlite/migrations/all-migrations.ts';
import { openStore } from '../../../src-main/adapters/sqlite/open-store.ts';
import { plainRows } from './look-inside.ts';
import { KEY, tempFolder } from './temp-store.ts';

const step = (version: number, sql: string | (() => void)): Migration => ({
  version,
  name: `step-${version}`,
  up(connection) {
    if (typeof sql === 'string') connection.exec(sql);
    else sql();
  },
});
const FIRST = step(10, 'CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT) STRICT');
const CHILD = step(
  20,
  `CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE) STRICT;
   INSERT INTO parent VALUES (1, 'one'); INSERT INTO child VALUES (1, 1)`,
);
/** The way SQLite's own manual rebuilds a table. */
const REBUILD = step(
  30,
  `CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
   INSERT INTO parent_new SELECT * FROM parent; DROP TABLE parent; ALTER TABLE parent_new RENAME TO parent`,
);

let place: ReturnType<typeof tempFolder>;
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

async function upgrade(
  migrations: readonly Migration[],
  onProgress?: (progress: MigrationProgress) => void,
): Promise<void> {
  const { file, backupsDir } = place;
  const options = { file, backupsDir, key: KEY, migrations, clock: { nowMs: () => Date.UTC(2026, 0, 2, 3, 4, 5) } };
  const store = await openStore(onProgress === undefined ? options : { ...options, onProgress });
  await store.close();
}
const version = async () =>
  ((await plainRows(place, 'PRAGMA user_version')) as { user_version: number }[])[0]?.user_version;

describe('migrations', () => {
  it('of the app are in order, by tens', () => {
    const versions = ALL_MIGRATIONS.map((migration) => migration.version);
    expect(versions).toEqual(versions.toSorted((left, right) => left - right));
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.length).toBeGreaterThan(0);
  });

  it('run once, the pending ones only, and say what they do', async () => {
    const told: string[] = [];
    const note = (progress: MigrationProgress) => told.push(`${progress.step} ${progress.name}`.trim());
    await upgrade([FIRST], note);
    await upgrade([FIRST, CHILD, REBUILD], note);
    await upgrade([FIRST, CHILD, REBUILD], note);
    expect(told).toEqual([
      'migrating step-10',
      'checking',
      'backup',
      'migrating step-20',
      'migrating step-30',
      'checking',
    ]);
    expect(await version()).toBe(30);
  });

  it('may rebuild a parent table without losing its children', async () => {
    await upgrade([FIRST, CHILD]);
    await upgrade([FIRST, CHILD, REBUILD]);
    expect(await plainRows(place, 'SELECT * FROM child')).toEqual([{ id: 1, parent_id: 1 }]);
  });

  it('make the same schema at once and one by one', async () => {
    const schema = () => plainRows(place, 'SELECT type, name, sql FROM sqlite_schema ORDER BY name');
    await upgrade([FIRST, CHILD, REBUILD]);
    const atOnce = await schema();
    rmSync(place.file);
    for (const migrations of [[FIRST], [FIRST, CHILD], [FIRST, CHILD, REBUILD]]) await upgrade(migrations);
    expect(await schema()).toEqual(atOnce);
  });

  it('leave a backup of the file as it was, and none of an empty one', async () => {
    await upgrade([FIRST]);
    expect(listBackups(place.backupsDir)).toEqual([]);
    await upgrade([FIRST, CHILD]);
    const [backup] = listBackups(place.backupsDir);
    expect(backup).toMatch(/chudan-000001-20260102T030405000Z-v0010\.db$/);
    expect(await plainRows({ file: backup! }, 'PRAGMA user_version')).toEqual([{ user_version: 10 }]);
  });
});

describe('a migration that fails', () => {
  const failures: [string, Migration][] = [
    ['by wrong SQL', step(40, 'INSERT INTO nowhere VALUES (1)')],
    [
      'by throwing',
      step(40, () => {
        throw new TypeError('no');
      }),
    ],
    ['by leaving broken references', step(40, 'INSERT INTO child VALUES (2, 404)')],
  ];

  it.each(failures)('%s leaves the file untouched and names its backup', async (_how, failing) => {
    await upgrade([FIRST, CHILD]);
    const before = readFileSync(place.file);
    const migrations = [FIRST, CHILD, REBUILD, failing];
    const [backupFile] = await upgrade(migrations).then(
      () => [],
      (error: { code: string; backupFile: string }) => {
        expect(error.code).toBe('migration-failed');
        return [error.backupFile];
      },
    );
    expect(listBackups(place.backupsDir)).toEqual([backupFile]);
    expect(readFileSync(place.file).equals(before)).toBe(true);
    await upgrade([FIRST, CHILD]);
    expect(await plainRows(place, 'SELECT * FROM child')).toEqual([{ id: 1, parent_id: 1 }]);
  });

  it('on a new file leaves one that a later start can use', async () => {
    await expect(upgrade([FIRST, failures[0]![1]])).rejects.toMatchObject({
      code: 'migration-failed',
      backupFile: null,
    });
    await upgrade([FIRST]);
    expect(await version()).toBe(10);
  });

  it('for want of a backup changes nothing', async () => {
    await upgrade([FIRST]);
    rmSync(place.backupsDir, { recursive: true, force: true });
    writeFileSync(place.backupsDir, 'a file where the folder should be');
    await expect(upgrade([FIRST, CHILD])).rejects.toMatchObject({ code: 'migration-failed', backupFile: null });
    expect(await version()).toBe(10);
    rmSync(place.backupsDir);
    mkdirSync(place.backupsDir);
    await upgrade([FIRST, CHILD]);
  });
});

describe('a file of another version', () => {
  it('newer than the app is refused and left alone', async () => {
    await upgrade([FIRST, CHILD]);
    const before = readFileSync(place.file);
    await expect(upgrade([FIRST])).rejects.toMatchObject({ code: 'newer-version' });
    expect(readFileSync(place.file).equals(before)).toBe(true);
    expect(listBackups(place.backupsDir)).toEqual([]);
  });

  it('that the app never had is refused as well', async () => {
    await upgrade([FIRST, step(15, 'CREATE TABLE side (a TEXT) STRICT')]);
    await expect(upgrade([FIRST, CHILD])).rejects.toMatchObject({ code: 'newer-version' });
  });
});

describe('a list of migrations', () => {
  it('out of order is a mistake of ours', async () => {
    await expect(upgrade([CHILD, FIRST])).rejects.toThrow('out of order');
    await expect(upgrade([FIRST, FIRST])).rejects.toThrow('out of order');
  });
});
