import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src-main/adapters/sqlite/database-file.ts';
import { openStore } from '../../../src-main/adapters/sqlite/open-store.ts';
import { listBackups } from '../../../src-main/adapters/sqlite/backup.ts';
import { plainRows } from './look-inside.ts';
import { orderIdOf, sampleOrder } from './sample-orders.ts';
import { KEY, tempStore, type TempStore } from './temp-store.ts';

const OTHER_KEY = KEY.map((byte) => byte ^ 1);
const HOLDER = fileURLToPath(new URL('store-child.ts', import.meta.url));
const SECRETS = ['欧阳娜娜', 'Nastasya Filippovna', '79161234567', 'secret-api-key', '"postings"'];

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
});
afterEach(() => temp.remove());

const open = (change: { readonly file?: string; readonly key?: Uint8Array } = {}) =>
  openStore({ file: temp.file, key: KEY, backupsDir: temp.backupsDir, ...change });
const filesWith = (text: string) =>
  [...readdirSync(temp.folder), ...listBackups(temp.backupsDir)]
    .map((name) => (name.startsWith('/') ? name : join(temp.folder, name)))
    .filter((file) => !file.endsWith('backups') && readFileSync(file).includes(Buffer.from(text)));

describe('the file', () => {
  it('holds nothing that can be read, open or closed, backups included', async () => {
    await temp.store.write(async (tx) => {
      for (let number = 0; number < 300; number += 1) {
        const address = { ...sampleOrder(1).facts.address!, name: 'Nastasya Filippovna', phone: '79161234567' };
        await tx.saveOrder(
          sampleOrder(number, { facts: { buyerName: '欧阳娜娜', address, buyerNote: 'secret-api-key' } }),
        );
        await tx.saveRawPayload(orderIdOf(number), '{"postings":"secret-api-key"}', 1);
      }
    });
    await temp.store.upkeep.backUp();
    expect(existsSync(`${temp.file}-wal`)).toBe(true);
    for (const secret of [...SECRETS, 'SQLite format 3', 'CREATE TABLE']) expect(filesWith(secret)).toEqual([]);
    await temp.store.close();
    for (const secret of [...SECRETS, 'SQLite format 3', 'CREATE TABLE']) expect(filesWith(secret)).toEqual([]);
  });

  it('is set up for safety', async () => {
    const database = openDatabase({ file: temp.file, key: KEY });
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(database.pragma('application_id', { simple: true })).toBe(0x4348444e);
    database.close();
    const tables = (await plainRows(
      temp,
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
    )) as {
      name: string;
      strict: number;
    }[];
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter(({ name, strict }) => strict !== 1 && !name.startsWith('sqlite_'))).toEqual([]);
  });

  it('does not open with another key, nor with half a key', async () => {
    await temp.store.close();
    await expect(open({ key: OTHER_KEY })).rejects.toMatchObject({ code: 'wrong-key' });
    await expect(open({ key: KEY.slice(1) })).rejects.toMatchObject({ code: 'wrong-key' });
    await temp.reopen();
  });

  it('is refused when it is a plain database, and left alone', async () => {
    const file = join(temp.folder, 'plain.db');
    const plain = new Database(file);
    plain.exec('CREATE TABLE note (text TEXT)');
    plain.close();
    const before = readFileSync(file);
    await expect(open({ file })).rejects.toMatchObject({ code: 'not-ours' });
    expect(readFileSync(file)).toEqual(before);
  });

  it('is refused when another program made it under the same key', async () => {
    const file = join(temp.folder, 'foreign.db');
    const foreign = openDatabase({ file, key: KEY });
    foreign.exec('CREATE TABLE note (text TEXT)');
    foreign.close();
    await expect(open({ file })).rejects.toMatchObject({ code: 'not-ours' });
  });

  it('is refused when it is no database at all, or was cut short', async () => {
    const file = join(temp.folder, 'letter.txt');
    writeFileSync(file, 'Dear sir or madam');
    await expect(open({ file })).rejects.toMatchObject({ code: 'damaged' });
    await temp.store.close();
    truncateSync(temp.file, 1_000);
    await expect(open()).rejects.toMatchObject({ code: 'damaged' });
    rmSync(temp.file);
    await temp.reopen();
  });

  it('is called damaged when pages in the middle were overwritten', async () => {
    await temp.store.write(async (tx) => {
      for (let number = 0; number < 200; number += 1) await tx.saveOrder(sampleOrder(number));
    });
    await temp.store.close();
    const bytes = readFileSync(temp.file);
    bytes.fill(0xaa, 4096 * 3);
    writeFileSync(temp.file, bytes);
    const touch = async () => {
      const store = await open();
      try {
        await store.read.search('陶瓷', 100);
      } finally {
        await store.close();
      }
    };
    await expect(touch()).rejects.toMatchObject({ code: 'damaged' });
    rmSync(temp.file);
    await temp.reopen();
  });

  it('cannot be where no folder can be', async () => {
    writeFileSync(join(temp.folder, 'a-file'), '');
    await expect(open({ file: join(temp.folder, 'a-file', 'x.db') })).rejects.toMatchObject({ code: 'unavailable' });
    await expect(open({ file: temp.folder })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('makes its folder', async () => {
    const file = join(temp.folder, 'a', 'b', 'chudan.db');
    await (await open({ file })).close();
    expect(existsSync(file)).toBe(true);
  });
});

describe('a second store on the file', () => {
  it('is refused in the same process, and welcome once the first is closed', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'in-use' });
    await temp.store.close();
    await (await open()).close();
    await temp.reopen();
  });

  it('is refused from another process, however that process ends', async () => {
    await temp.store.close();
    const child = fork(HOLDER, ['hold', temp.file, temp.backupsDir]);
    await once(child, 'message');
    await expect(open()).rejects.toMatchObject({ code: 'in-use' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await temp.reopen();
  });
});

describe('backups', () => {
  it('are checked copies under the same key, the last five of them', async () => {
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(1)));
    const files: string[] = [];
    for (let turn = 0; turn < 7; turn += 1) files.push(await temp.store.upkeep.backUp());
    expect(listBackups(temp.backupsDir)).toHaveLength(5);
    expect(readdirSync(temp.backupsDir).filter((name) => name.endsWith('.partial'))).toEqual([]);
    const last = files.at(-1)!;
    expect(await plainRows({ file: last }, 'SELECT id FROM order_header')).toEqual([{ id: orderIdOf(1) }]);
    expect(() => openDatabase({ file: last, key: OTHER_KEY })).toThrow(expect.objectContaining({ code: 'wrong-key' }));
    const restored = await openStore({ file: last, key: KEY, backupsDir: temp.backupsDir });
    expect(await restored.read.search('Иван', 1)).toHaveLength(1);
    await restored.close();
  });

  it('leave other files in their folder alone', async () => {
    await temp.store.upkeep.backUp();
    writeFileSync(join(temp.backupsDir, 'holiday.db'), '');
    for (let turn = 0; turn < 6; turn += 1) await temp.store.upkeep.backUp();
    expect(existsSync(join(temp.backupsDir, 'holiday.db'))).toBe(true);
  });
});
