import { expect, it, onTestFinished } from 'vitest';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { amazonFactory } from '../../../src-main/adapters/platforms/amazon/amazon-factory.ts';
import type { OrderSnapshot } from '../../../src-main/app/ports/platform-connector.ts';
import { addressFaults } from '../../../src-main/core/address/address.ts';
import { busyAmazonDay } from '../../../src-main/demo/amazon/day/busy-amazon-day.ts';
import { returnByBuyer } from '../../../src-main/demo/amazon/happenings.ts';
import { createAmazonSimulator } from '../../../src-main/demo/amazon/simulator.ts';
import { realisticTimings } from '../../../src-main/demo/amazon/timings.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { freePacer } from '../../support/free-pacer.ts';
import { memoryNotebook } from '../../support/memory-notebook.ts';

const MINUTE = 60_000;

it.each([
  ['EU', 'DE', 'EUR'],
  ['FE', 'JP', 'JPY'],
] as const)(
  'reads the orders and returns of %s, with every marketplace that the account has',
  async (region, country, currency) => {
    let nowMs = Date.parse('2026-11-22T06:00:00Z');
    const clock = { nowMs: () => nowMs, after: () => () => undefined };
    const random = seededRandom(5);
    const seed = busyAmazonDay({ nowMs, random, orders: 60, regions: [region] });
    const simulator = createAmazonSimulator({ clock, random, seed, assetsDir: 'assets', timings: realisticTimings });
    const { url } = await simulator.start();
    onTestFinished(async () => await simulator.stop());
    const keys = simulator.keys();
    const http = createHttp({ fetch: globalThis.fetch });
    const connector = amazonFactory({ http, clock, makePacer: freePacer() }).create(
      {
        region,
        clientId: keys.clientId,
        clientSecret: keys.clientSecret,
        refreshToken: keys.refreshTokens[region] ?? '',
        sellerId: keys.sellerIds[region] ?? '',
        baseUrl: url,
        loginUrl: url,
      },
      { notebook: memoryNotebook() },
    );
    expect(await connector.check()).toMatchObject({ kind: 'ok', warnings: [] });
    const found: OrderSnapshot[] = [];
    let cursor: string | null = null;
    for (let more = true; more;) {
      const page = await connector.pull(cursor);
      expect([page.odd, page.warnings]).toEqual([[], []]);
      found.push(...page.snapshots);
      cursor = page.nextCursor;
      more = page.hasMore;
    }
    const own = simulator.world().orders.filter((order) => order.fulfilledBy === 'MERCHANT');
    expect(new Set(found.map(({ facts }) => facts.remoteId)).size).toBe(own.length);
    const open = found.filter(
      ({ facts, warnings }) => facts.stage === 'to-confirm' && !warnings.includes('address-withheld'),
    );
    expect(open.length).toBeGreaterThan(20);
    for (const { facts } of open) {
      expect([facts.country, facts.total?.currency]).toEqual([country, currency]);
      expect(facts.address === null ? null : addressFaults(facts.address)).toEqual([]);
    }
    const shipped = own.find((order) => order.packages.length > 0)!;
    const rmaId = simulator.happen((store, atMs) => returnByBuyer(store, shipped.orderId, 'DEFECTIVE', atMs));
    const cases: string[] = [];
    let next: string | null = null;
    for (let round = 0; round < 4; round += 1) {
      for (let more = true; more;) {
        const page = await connector.pullAfterSales(next);
        expect(page.warnings).toEqual([]);
        cases.push(...page.cases.map(({ afterSale }) => `${afterSale.remoteId} ${afterSale.items[0]?.title}`));
        next = page.nextCursor;
        more = page.hasMore;
      }
      nowMs += 10 * MINUTE;
    }
    expect(cases).toContain(`${rmaId} ${shipped.lines[0]!.title}`);
  },
);
