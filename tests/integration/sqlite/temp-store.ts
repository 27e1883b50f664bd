import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type OpenStoreOptions, type SqliteStore } from '../../../src-main/adapters/sqlite/open-store.ts';
import { sampleShop, START_MS } from './sample-orders.ts';

export const KEY = Uint8Array.from({ length: 32 }, (_unused, index) => index * 7);

/** A folder of its own with a store in it. */
export interface TempStore {
  readonly folder: string;
  readonly file: string;
  readonly backupsDir: string;
  readonly store: SqliteStore;
  /** Closes the store, and opens the same file again. */
  reopen(change?: Partial<OpenStoreOptions>): Promise<SqliteStore>;
  remove(): Promise<void>;
}

/** A folder for a store, without the store. */
export function tempFolder(): { readonly folder: string; readonly file: string; readonly backupsDir: string } {
  const folder = mkdtempSync(join(tmpdir(), 'chudan-store-'));
  return { folder, file: join(folder, 'chudan.db'), backupsDir: join(folder, 'backups') };
}

/** Opens a new store with one shop in it. */
export async function tempStore(change: Partial<OpenStoreOptions> = {}): Promise<TempStore> {
  const places = tempFolder();
  const { folder, file, backupsDir } = places;
  const open = (more: Partial<OpenStoreOptions> = {}) =>
    openStore({ file, backupsDir, key: KEY, clock: { nowMs: () => START_MS }, ...change, ...more });
  let store = await open();
  await store.write((tx) => tx.saveShop(sampleShop()));
  return {
    ...places,
    get store() {
      return store;
    },
    async reopen(more) {
      await store.close();
      store = await open(more);
      return store;
    },
    async remove() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
