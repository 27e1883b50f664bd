import { startHeadlessApp } from '../support/headless-client.ts';
import { startOzonProcess } from '../support/ozon-process.ts';
import { newFolder, removeFolder } from '../e2e/support/app.ts';
import { wait } from './figures.ts';

/** How a first sync went, and how long the board's questions took meanwhile. */
export interface FirstSync {
  readonly orders: number;
  readonly tookMs: number;
  readonly answerMs: readonly number[];
}

/** A person moves about on the board: a lane, the counts, a search. */
const PAUSE_MS = 15;

/** Takes in so many orders over HTTP on an empty folder while the board is being used. */
export async function benchFirstSync(orders: number): Promise<FirstSync> {
  const folder = newFolder();
  const ozon = await startOzonProcess(orders);
  const settings = { clientId: ozon.clientId, apiKey: ozon.apiKey, baseUrl: ozon.url };
  const startedMs = performance.now();
  const app = await startHeadlessApp({
    dataFolder: folder,
    shops: [{ platform: 'ozon', settings }],
    printerPort: 9,
    time: { epochMs: 0, speed: 1 },
  });
  const answerMs: number[] = [];
  const timed = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const askedMs = performance.now();
    const value = await work();
    answerMs.push(performance.now() - askedMs);
    return value;
  };
  try {
    for (;;) {
      await timed(() => app.call('board.cards', { lane: 'new', offset: 0, limit: 60 }));
      await timed(() => app.call('board.summary', {}));
      await timed(() => app.call('board.search', { query: '11', limit: 20 }));
      const { shops } = await app.call('shops.list', {});
      const [shop] = shops;
      if (shop !== undefined && !shop.isSyncing && shop.lastGoodSyncMs !== null && shop.backfill === null) break;
      await wait(PAUSE_MS);
    }
    return { orders, tookMs: performance.now() - startedMs, answerMs };
  } finally {
    await app.kill();
    await ozon.stop();
    removeFolder(folder);
  }
}
