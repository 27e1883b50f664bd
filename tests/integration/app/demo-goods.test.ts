import path from 'node:path';
import { expect, it } from 'vitest';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { createDemo } from '../../../src-main/hosts/electron/demo-host.ts';
import { allConnectors } from '../../support/all-connectors.ts';
import { fastClock } from '../../support/fast-clock.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { allCards, synced } from '../../support/test-desk.ts';
import { ASSETS } from '../../support/test-platform.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const STOCK = { query: '', filter: 'all', offset: 0, limit: 200 } as const;
const CASES = { isOpen: true, shopId: null, offset: 0, limit: 50 };

/** Demo shops, all five when null, their first syncs done. */
async function startDemos(platforms: readonly string[] | null): Promise<TestApp> {
  const clock = fastClock();
  const demo = createDemo({ folder: path.join(tempFolder(), 'demo'), assetsDir: ASSETS, platforms, clock });
  const connectors = () => allConnectors(createHttp({ fetch: globalThis.fetch }), clock);
  const app = await startTestApp({ clock, demo, connectors });
  await app.call('shops.startDemo', {});
  for (const { id } of (await app.call('shops.list', {})).shops) await synced(app, id);
  return app;
}

it('the five demo shops share one shelf, and show what stands in the way and what comes after', async () => {
  const app = await startDemos(null);
  const { products, counts, unmapped } = await app.call('stock.list', STOCK);
  expect([counts, unmapped]).toEqual([{ all: 18, short: 1, low: 2, uncounted: 1 }, 0]);
  for (const { product, picture, reserved } of products) {
    expect(picture).toMatch(/^pictures\/[\w-]+\.svg$/u);
    expect(product).toMatchObject({ bin: expect.stringMatching(/^[A-E]\d-\d\d$/u) as string, origin: 'CN' });
    expect(product.floorPrice!.minor).toBeGreaterThan(product.cost!.minor);
    expect(reserved).toBeGreaterThan(0);
  }
  const aliases = products.flatMap((row) => row.aliases.map((alias) => [alias.platform, alias.sku, row.product.sku]));
  expect(aliases).toEqual([
    ['coupang', 'KR-MUG-CELADON', 'MUG-CELADON-350'],
    ['amazon', 'SCARF-CAMEL-180-EU', 'SCARF-CAMEL-180'],
  ]);

  const stopped = (await allCards(app)).filter((card) => card.lane === 'problem');
  const stoppedBy = (code: string) =>
    new Set(stopped.filter((card) => card.check?.code === code).map((card) => card.platform));
  expect([...stoppedBy('out-of-stock')].toSorted()).toEqual(['aliexpress', 'amazon', 'ozon', 'taobao']);
  expect([...stoppedBy('price-low')]).toEqual(['taobao']);

  expect(await app.call('stock.rates', {})).toMatchObject({ base: 'CNY', atMs: null, wanted: [] });
  for (const { percent } of (await app.call('stock.fees', {})).shops) expect(percent).toBeGreaterThan(0);
  const [first] = (await allCards(app)).filter((card) => card.lane === 'new');
  const { margin } = await app.call('orders.get', { id: first!.orderId });
  expect(margin).toMatchObject({ withoutRate: [], marginMinor: expect.any(Number) as number });

  const kinds = await waitUntil('the cases of all shops', async () => {
    const { cases } = await app.call('cases.list', CASES);
    return cases.length < 9 ? null : cases.map((entry) => `${entry.platform} ${entry.case.kind}`).toSorted();
  });
  expect(kinds).toEqual([
    'aliexpress dispute',
    'aliexpress frozen',
    'amazon chargeback',
    'coupang exchange',
    'coupang return',
    'ozon dispute',
    'ozon return',
    'taobao return',
    'taobao urging',
  ]);
  const { cases } = await app.call('cases.list', CASES);
  const byHand = cases.filter((entry) => ['chargeback', 'urging'].includes(entry.case.kind));
  expect(byHand.map((entry) => [entry.case.kind, entry.fileCount])).toEqual([
    ['urging', 0],
    ['chargeback', 1],
  ]);
  for (const { case: own } of byHand) expect(own.dueAtMs).toBeGreaterThan(app.clock.nowMs());
}, 60_000);

it('what the demo put on the shelf stays as the seller counted it, and its cases are opened once', async () => {
  const app = await startDemos(['taobao']);
  await app.call('stock.count', { sku: 'SCARF-GREY-180', quantity: 3 });
  const total = async () => (await app.call('cases.list', CASES)).total;
  await waitUntil('a return and an urging', async () => ((await total()) === 2 ? true : null));
  await app.restart();
  expect(await synced(app)).toBeNull();
  const { row } = await app.call('stock.get', { sku: 'SCARF-GREY-180' });
  expect(row).toMatchObject({ product: { quantity: 3 }, shortOrders: 0 });
  expect(await total()).toBe(2);
});
