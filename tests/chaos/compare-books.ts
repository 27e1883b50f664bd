import path from 'node:path';
import { expect } from 'vitest';
import { openStore } from '../../src-main/adapters/sqlite/open-store.ts';
import type { ShopRow } from '../../src-main/app/ports/store-rows.ts';
import type { Reads } from '../../src-main/app/ports/store.ts';
import type { ConnectorBench } from '../connectors/connector-bench.ts';
import { TEST_STORE_KEY } from '../support/test-ports.ts';
import type { Benches } from './chaos-day.ts';

const MANY = 100_000;
const SLICE = 500;

/** What the comparison found; all lists are empty and no level is below zero after a good day. */
export interface Books {
  readonly orders: number;
  readonly differences: readonly string[];
  readonly effects: number;
  readonly wrongEffects: readonly string[];
  readonly cases: number;
  readonly tooFast: readonly string[];
}

/** Compares every order, case, effect and request with each simulator's own books. The app must be closed. */
export async function compareBooks(folder: string, benches: Benches): Promise<Books> {
  const store = await openStore({
    file: path.join(folder, 'orders.db'),
    key: TEST_STORE_KEY,
    backupsDir: path.join(folder, 'backups'),
  });
  try {
    const shops = await store.read.shops();
    const differences: string[] = [];
    let orders = 0;
    let cases = 0;
    for (const shop of shops) {
      const bench = benches.get(shop.platform);
      if (bench === undefined) throw new Error(`no bench for ${shop.platform}`);
      const compared = await compareOrders(store.read, shop, bench);
      orders += compared.count;
      differences.push(...compared.differences);
      cases += await compareCases(store.read, shop, bench, differences);
    }
    const { count, wrong } = await compareEffects(store.read, shops, benches);
    const tooFast = [...benches].flatMap(([platform, bench]) =>
      Object.entries(bench.lowestLevels()).flatMap(([bucket, level]) =>
        level < -1e-6 ? [`${platform} ${bucket}: ${level.toFixed(2)}`] : [],
      ),
    );
    return { orders, differences, effects: count, wrongEffects: wrong, cases, tooFast };
  } finally {
    await store.close();
  }
}

async function compareOrders(reads: Reads, shop: ShopRow, bench: ConnectorBench) {
  const booked = new Map(bench.booked().map((order) => [order.remoteId, order.stage]));
  const ids = [...booked.keys()];
  const differences: string[] = [];
  let count = 0;
  for (let start = 0; start < ids.length; start += SLICE) {
    const slice = ids.slice(start, start + SLICE);
    const ours = new Map((await reads.ordersByRemote(shop.id, slice)).map((order) => [order.facts.remoteId, order]));
    expect(ours.size).toBeLessThanOrEqual(slice.length);
    for (const id of slice) {
      const stage = ours.get(id)?.facts.stage ?? 'missing';
      if (stage !== booked.get(id)) differences.push(`${shop.platform} ${id}: ${stage}, books say ${booked.get(id)}`);
    }
    count += ours.size;
  }
  const open = await reads.openRemoteIds(shop.id);
  for (const id of open) if (!booked.has(id)) differences.push(`${shop.platform} ${id}: not in the books`);
  return { count, differences };
}

async function compareCases(reads: Reads, shop: ShopRow, bench: ConnectorBench, differences: string[]) {
  const booked = bench.bookedCases();
  for (const { kind, remoteId, stage } of booked) {
    const ours = await reads.afterSaleByRemote(shop.id, kind, remoteId);
    const said = ours?.afterSale.stage ?? 'missing';
    if (said !== stage) differences.push(`${shop.platform} ${kind} ${remoteId}: ${said}, books say ${stage}`);
  }
  return booked.length;
}

/** What counts as done happened exactly once; nothing is left hanging. */
async function compareEffects(reads: Reads, shops: readonly ShopRow[], benches: Benches) {
  const platformOf = new Map(shops.map((shop) => [shop.id, shop.platform]));
  const done = await reads.effectsInState('done', MANY);
  const wrong: string[] = [];
  for (const { shopId, effect } of done) {
    const platform = platformOf.get(shopId);
    const times = platform === undefined ? 0 : (benches.get(platform)?.timesDone(effect) ?? 0);
    // A cancellation that the buyer or the platform was quicker with is done without us.
    const isFine = times === 1 || (times === 0 && effect.kind === 'cancel');
    if (!isFine) wrong.push(`${platform} ${effect.kind} ${effect.remoteId}: done ${times} times`);
  }
  for (const state of ['queued', 'running', 'unconfirmed'] as const) {
    for (const { shopId, effect, lastCode } of await reads.effectsInState(state, MANY))
      wrong.push(`${platformOf.get(shopId)} ${effect.kind} ${effect.remoteId}: still ${state} (${lastCode})`);
  }
  return { count: done.length, wrong };
}
