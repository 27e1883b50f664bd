import { expect, it, onTestFinished } from 'vitest';
import type { PlatformId } from '../../src-main/core/shared/platform.ts';
import { makeAliBench } from '../connectors/aliexpress/aliexpress-bench.ts';
import { makeAmazonBench } from '../connectors/amazon/amazon-bench.ts';
import type { ConnectorBench } from '../connectors/connector-bench.ts';
import { makeCoupangBench } from '../connectors/coupang/coupang-bench.ts';
import { makeOzonBench } from '../connectors/ozon/ozon-bench.ts';
import { pseudoRandom } from '../connectors/pseudo-random.ts';
import { makeTaobaoBench } from '../connectors/taobao/taobao-bench.ts';
import { startHeadlessApp, type HeadlessApp } from '../support/headless-client.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { disturbPlatforms, work, type Benches } from './chaos-day.ts';
import { compareBooks } from './compare-books.ts';

/** Small in the suite; `CHUDAN_CHAOS_ORDERS=20000 CHUDAN_CHAOS_MINUTES=30` is the whole day. */
const ORDERS = Number(process.env['CHUDAN_CHAOS_ORDERS'] ?? 1_500);
const MINUTES = Number(process.env['CHUDAN_CHAOS_MINUTES'] ?? 6);
const KILLS = Number(process.env['CHUDAN_CHAOS_KILLS'] ?? 6);

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** Amazon gives a hundred orders a search, twenty searches at once and one more in three minutes. */
const SHARES: Readonly<Record<PlatformId, number>> = {
  amazon: 0.1,
  ozon: 0.3,
  coupang: 0.2,
  aliexpress: 0.2,
  taobao: 0.2,
};

it(
  `${ORDERS} orders, every fault, ${MINUTES} minutes, ${KILLS} kills: the books agree, and nobody was asked too often`,
  async () => {
    const beganMs = Date.now();
    const tell = (words: string) =>
      process.stderr.write(`chaos ${Math.round((Date.now() - beganMs) / 1_000)} s: ${words}\n`);
    const world = await startWorld();
    await world.sync(3_600);
    tell('every shop has synced');
    const seconds = MINUTES * 60;
    const killEvery = Math.floor(seconds / (KILLS + 1));
    for (let second = 1; second <= seconds; second += 1) {
      disturbPlatforms(world);
      if (second % 2 === 0) world.work();
      await world.pass(SECOND_MS);
      if (second % killEvery === 0 && second < seconds) await world.kill();
      if (second % 300 === 0) tell(`${second / 60} minutes of the day are over`);
    }
    for (const bench of world.benches.values()) bench.clearFaults();
    await world.settle();
    const books = await world.close();
    tell(`${books.orders} orders, ${books.cases} cases and ${books.effects} effects compared, ${KILLS} kills`);
    expect(books.differences).toEqual([]);
    expect(books.wrongEffects).toEqual([]);
    expect(books.tooFast).toEqual([]);
    expect(books.orders).toBeGreaterThanOrEqual(ORDERS * 0.95);
    expect(books.effects).toBeGreaterThan(MINUTES);
  },
  45 * MINUTE_MS,
);

/** How many things the seller does at once. */
const MOST_HANDS = 3;

/** A kill cuts off what was under way. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Error) || error.message !== 'gone') throw error;
}

async function startWorld() {
  const make: Readonly<Record<PlatformId, (orders: number) => Promise<ConnectorBench>>> = {
    amazon: makeAmazonBench,
    ozon: makeOzonBench,
    coupang: makeCoupangBench,
    aliexpress: makeAliBench,
    taobao: makeTaobaoBench,
  };
  const platforms = Object.keys(make) as PlatformId[];
  const benches: Benches = new Map(
    await Promise.all(
      platforms.map(
        async (platform) => [platform, await make[platform](Math.round(ORDERS * SHARES[platform]))] as const,
      ),
    ),
  );
  const folder = tempFolder();
  const random = pseudoRandom(20_261_122);
  let nowMs = Math.max(...[...benches.values()].map((bench) => bench.nowMs()));
  for (const bench of benches.values()) bench.pass(nowMs - bench.nowMs());
  const start = (): Promise<HeadlessApp> =>
    startHeadlessApp({
      dataFolder: folder,
      shops: [...benches].map(([platform, { settings }]) => ({ platform, settings })),
      printerPort: 9,
      undoWindowMs: 1_000,
      time: { steppedFromMs: nowMs },
    });
  const hands = new Set<Promise<void>>();
  let app = await start();
  onTestFinished(() => app.kill());
  const pass = async (ms: number): Promise<void> => {
    nowMs += ms;
    for (const bench of benches.values()) bench.pass(ms);
    await app.goTo(nowMs);
  };
  const untilQuiet = async (): Promise<void> => {
    const sinceMs = nowMs;
    for (let step = 0; step < 6_000; step += 1) {
      await pass(2 * SECOND_MS);
      if (step % 10 !== 0) continue;
      const { shops } = await app.call('shops.list', {});
      if (shops.every((shop) => !shop.isSyncing && (shop.lastGoodSyncMs ?? 0) > sinceMs)) return;
    }
    throw new Error('a shop never comes to rest');
  };
  return {
    benches,
    random,
    pass,
    /** Lets time go by until every shop has synced and no first sync is under way. */
    sync: async (mostSteps: number) => {
      for (let step = 0; step < mostSteps; step += 1) {
        const { shops } = await app.call('shops.list', {});
        if (shops.every((shop) => shop.lastGoodSyncMs !== null && shop.backfill === null)) return;
        await pass(10 * SECOND_MS);
      }
      throw new Error('a shop never synced');
    },
    /** Not waited for: what she does may itself wait for its turn at a platform, and so for the time to go on. */
    work: () => {
      if (hands.size >= MOST_HANDS) return;
      const done = work({ app, random })
        .catch(unlessGone)
        .finally(() => hands.delete(done));
      hands.add(done);
    },
    kill: async () => {
      await app.kill();
      app = await start();
    },
    /** Time enough for every retry and every wait, and a night with its reconcile; then until nobody pulls any more. */
    settle: async () => {
      for (let step = 0; step < 120; step += 1) await pass(MINUTE_MS);
      for (let step = 0; step < 26; step += 1) await pass(60 * MINUTE_MS);
      for (let round = 0; round < 2; round += 1) {
        // A round that is long goes on at the platform's pace: small steps, for a bucket holds no more than its burst.
        await untilQuiet();
        for (let step = 0; step < 45; step += 1) await pass(MINUTE_MS);
      }
      await untilQuiet();
    },
    close: async () => {
      await Promise.all(hands);
      await app.kill();
      return compareBooks(folder, benches);
    },
  };
}
