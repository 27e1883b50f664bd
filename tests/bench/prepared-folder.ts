import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sealWithPassphrase } from '../../src-main/adapters/vault/sealed-key.ts';
import { writeKeyFile } from '../../src-main/adapters/vault/key-file.ts';
import { newFolder, PASSPHRASE, removeFolder } from '../e2e/support/app.ts';
import { startHeadlessApp } from '../support/headless-client.ts';
import { startOzonProcess, type OzonProcess } from '../support/ozon-process.ts';
import { TEST_STORE_KEY } from '../support/test-ports.ts';
import { waitUntil } from '../support/wait-until.ts';

/** A busy day has delivered and cancelled orders too; this many leave more than a thousand on the desk and on their way. */
const POSTINGS = 1_250;

/** An encrypted data folder with a busy day in it, and the platform that it came from. */
export interface PreparedFolder {
  readonly ozon: OzonProcess;
  readonly openOrders: number;
  /** A copy that may be changed. */
  copy(): Promise<string>;
  remove(): Promise<void>;
}

/** Lets the app without a window take the orders in, and puts its key under the tests' passphrase. */
export async function prepareFolder(): Promise<PreparedFolder> {
  const folder = newFolder();
  const ozon = await startOzonProcess(POSTINGS);
  const app = await startHeadlessApp({
    dataFolder: folder,
    shops: [{ platform: 'ozon', settings: { clientId: ozon.clientId, apiKey: ozon.apiKey, baseUrl: ozon.url } }],
    printerPort: 9,
    time: { epochMs: 0, speed: 1 },
  });
  await waitUntil(
    'every order comes in',
    async () => {
      const { shops } = await app.call('shops.list', {});
      return shops[0]?.isSyncing === false && shops[0].lastGoodSyncMs !== null;
    },
    120_000,
  );
  const { lanes } = await app.call('board.summary', {});
  const openOrders = lanes.filter(({ lane }) => lane !== 'delivered').reduce((sum, { count }) => sum + count, 0);
  // At the end of its input it closes the store in good order.
  app.child.process.stdin.end();
  await new Promise((resolve) => app.child.process.once('close', resolve));
  // What is measured is the board.
  await writeFile(
    path.join(folder, 'preferences.json'),
    JSON.stringify({ preferences: { firstPlace: 'board', hasSeenTour: true } }),
  );
  await writeKeyFile(path.join(folder, 'key.json'), await sealWithPassphrase(TEST_STORE_KEY, PASSPHRASE));
  const copies: string[] = [];
  return {
    ozon,
    openOrders,
    copy: async () => {
      const copy = newFolder();
      copies.push(copy);
      await mkdir(copy, { recursive: true });
      await cp(folder, copy, { recursive: true });
      return copy;
    },
    remove: async () => {
      await ozon.stop();
      for (const each of [folder, ...copies]) removeFolder(each);
    },
  };
}
