import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type SqliteStore } from '../../src-main/adapters/sqlite/open-store.ts';
import { ROOT } from '../e2e/support/app.ts';
import { KEY } from '../integration/sqlite/temp-store.ts';
import { bigOrder, bigProducts, bigShops, TAGS } from './big-orders.ts';

export const STORED = 500_000;
export const OPEN = 10_000;
/** Nine of ten open orders are the newest; the rest lies among older ones, as parcels that took long. */
const NEWEST_OPEN = 9_000;
const OLDER_OPEN_EVERY = 50;
const UNIT = 5_000;
const PREFIX = 'chudan-big-';

export interface BigStores {
  readonly big: SqliteStore;
  /** The same open orders, and no others. */
  readonly small: SqliteStore;
  /** Closes both and opens them again, with nothing in their caches. */
  reopened(): Promise<BigStores>;
  close(): Promise<void>;
}

function isOpen(number: number): boolean {
  const age = STORED - number;
  if (age <= NEWEST_OPEN) return true;
  return number % OLDER_OPEN_EVERY === 0 && age <= NEWEST_OPEN + (OPEN - NEWEST_OPEN) * OLDER_OPEN_EVERY;
}

/** Told once: somebody may be writing code while this runs. */
const FOLDER = path.join(tmpdir(), `${PREFIX}${codeDigest()}`);
export const FOLDER_OF_BIG = path.join(FOLDER, 'big');

/** Opens the stores, which are built once and kept in the folder for temporary files while the code of the store stands. */
export async function openBigStores(): Promise<BigStores> {
  for (const name of readdirSync(tmpdir())) {
    const isOld = name.startsWith(PREFIX) && path.join(tmpdir(), name) !== FOLDER;
    if (isOld) rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
  const numbers = Array.from({ length: STORED }, (_unused, number) => number);
  await buildOnce(FOLDER_OF_BIG, numbers);
  await buildOnce(path.join(FOLDER, 'small'), numbers.filter(isOpen));
  return openBoth();
}

async function openBoth(): Promise<BigStores> {
  const big = await openAt(FOLDER_OF_BIG);
  const small = await openAt(path.join(FOLDER, 'small'));
  const close = async (): Promise<void> => {
    await big.close();
    await small.close();
  };
  const reopened = async (): Promise<BigStores> => {
    await close();
    return openBoth();
  };
  return { big, small, close, reopened };
}

const openAt = (folder: string): Promise<SqliteStore> =>
  openStore({ file: path.join(folder, 'orders.db'), key: KEY, backupsDir: path.join(folder, 'backups') });

/** A store that was not finished has another name, so it is never taken for one. */
async function buildOnce(folder: string, numbers: readonly number[]): Promise<void> {
  if (existsSync(folder)) return;
  const unfinished = `${folder}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const startedMs = performance.now();
  const store = await openAt(unfinished);
  await store.write(async (tx) => {
    for (const shop of bigShops) await tx.saveShop(shop);
    await tx.saveProducts(bigProducts);
    for (const [index, id] of TAGS.entries()) await tx.saveTag({ id, name: `标签 ${index + 1}`, colour: 'blue' });
  });
  for (let start = 0; start < numbers.length; start += UNIT) {
    await store.write(async (tx) => {
      for (const number of numbers.slice(start, start + UNIT)) await tx.saveOrder(bigOrder(number, isOpen(number)));
    });
  }
  await store.close();
  renameSync(unfinished, folder);
  const tookS = ((performance.now() - startedMs) / 1_000).toFixed(0);
  console.log(`built a store of ${numbers.length} orders in ${tookS} s; it stays in ${folder}`);
}

/** Changes with whatever may change what is stored. */
function codeDigest(): string {
  const digest = createHash('sha256');
  for (const folder of ['src-main/adapters/sqlite', 'src-main/core/order', 'src-main/core/deadline', 'tests/bench']) {
    const names = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((candidate) => candidate.endsWith('.ts')).sort()) {
      if (folder !== 'tests/bench' || name.startsWith('big-'))
        digest.update(readFileSync(path.join(ROOT, folder, name)));
    }
  }
  return digest.digest('hex').slice(0, 12);
}
