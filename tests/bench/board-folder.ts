import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openStore } from '../../src-main/adapters/sqlite/open-store.ts';
import { writeKeyFile } from '../../src-main/adapters/vault/key-file.ts';
import { sealWithPassphrase } from '../../src-main/adapters/vault/sealed-key.ts';
import { newFolder, PASSPHRASE } from '../e2e/support/app.ts';
import { START_MS } from '../integration/sqlite/sample-orders.ts';
import { TEST_STORE_KEY } from '../support/test-ports.ts';
import { bigOrder, bigShops, TAGS } from './big-orders.ts';
import { STORED } from './big-stores.ts';

const UNIT = 2_000;

/**
 * A data folder whose board has so many open orders, spread over the lanes as a busy shop has them. Its shops are paused:
 * nothing is pulled while the window is measured. The window opens on the board.
 */
export async function boardFolder(openOrders: number): Promise<string> {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'orders.db');
  const store = await openStore({ file, key: TEST_STORE_KEY, backupsDir: path.join(folder, 'backups') });
  await store.write(async (tx) => {
    for (const shop of bigShops) await tx.saveShop({ ...shop, isPaused: true });
    for (const [index, id] of TAGS.entries()) await tx.saveTag({ id, name: `标签 ${index + 1}`, colour: 'blue' });
  });
  const laterMs = Date.now() - START_MS;
  for (let start = 0; start < openOrders; start += UNIT) {
    await store.write(async (tx) => {
      for (let at = start; at < Math.min(openOrders, start + UNIT); at += 1) {
        await tx.saveOrder(later(bigOrder(STORED - openOrders + at, true), laterMs));
      }
    });
  }
  await store.close();
  await writeKeyFile(path.join(folder, 'key.json'), await sealWithPassphrase(TEST_STORE_KEY, PASSPHRASE));
  const preferences = { firstPlace: 'board', hasSeenTour: true, hasNotices: false, hasAlarms: false };
  writeFileSync(path.join(folder, 'preferences.json'), JSON.stringify({ preferences }));
  return folder;
}

/** The same with all its times moved on: orders of a day long past would leave the board when the app starts. */
function later<Value>(value: Value, byMs: number): Value {
  const moved: unknown = JSON.parse(JSON.stringify(value), (key, part: unknown) =>
    typeof part === 'number' && key.endsWith('Ms') ? part + byMs : part,
  );
  return moved as Value;
}
