import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { tokenPacer } from '../../../src-main/adapters/http/token-pacer.ts';
import { aliexpressFactory } from '../../../src-main/adapters/platforms/aliexpress/aliexpress-factory.ts';
import { amazonFactory } from '../../../src-main/adapters/platforms/amazon/amazon-factory.ts';
import type { ConnectorFactory } from '../../../src-main/app/ports/platform-connector.ts';
import { aliBusyDay } from '../../../src-main/demo/aliexpress/busy-day/busy-day.ts';
import { makeOrder } from '../../../src-main/demo/aliexpress/busy-day/make-order.ts';
import { move } from '../../../src-main/demo/aliexpress/rules/move.ts';
import { createAliSimulator } from '../../../src-main/demo/aliexpress/simulator.ts';
import { realisticTimings } from '../../../src-main/demo/aliexpress/timings.ts';
import { busyAmazonDay } from '../../../src-main/demo/amazon/day/busy-amazon-day.ts';
import { makeAmazonOrder } from '../../../src-main/demo/amazon/day/make-order.ts';
import { createAmazonSimulator } from '../../../src-main/demo/amazon/simulator.ts';
import { createVirtualPrinter } from '../../../src-main/demo/printer/virtual-printer.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { SHIP_FROM } from '../../connectors/amazon/amazon-bench.ts';
import { fastClock, type FastClock } from '../../support/fast-clock.ts';
import { startTestApp } from '../../support/test-app.ts';
import { addPrinter, effectOf, findCard, isDone, jobOf, synced } from '../../support/test-desk.ts';
import { waitUntil } from '../../support/wait-until.ts';

const MEASURE = { weightGrams: 500, lengthMm: 200, widthMm: 150, heightMm: 100 };
const HOUR_MS = 3_600_000;

/** A platform with one order that waits to be shipped. */
interface Platform {
  readonly factory: ConnectorFactory;
  readonly settings: Readonly<Record<string, string>>;
  readonly remoteId: string;
  /** All that the platform's books say of the order. */
  book(): string;
}

async function aliexpress(clock: FastClock): Promise<Platform> {
  const random = seededRandom(29);
  const nowMs = clock.nowMs();
  const timings = { ...realisticTimings, numberDelayMs: 5_000 };
  const seed = aliBusyDay({ nowMs, random, orders: 0, timings });
  const rateLimit = { ratePerSecond: 1_000_000, burst: 1_000_000, banSeconds: 1 };
  const simulator = createAliSimulator({ clock, random, seed, timings, assetsDir: 'assets', rateLimit });
  const { url } = await simulator.start();
  onTestFinished(async () => await simulator.stop());
  const wish = { serial: 50_001, createdAtMs: nowMs, country: 'US', logisticsType: 'CAINIAO_STANDARD', timings };
  const order = makeOrder(random, wish);
  move(order, 'pay', nowMs, timings);
  move(order, 'passRisk', nowMs, timings);
  simulator.addOrder(order);
  const { appKey, appSecret, redirectUri } = simulator.keys;
  return {
    factory: aliexpressFactory({
      http: createHttp({ fetch: globalThis.fetch }),
      clock,
      makePacer: tokenPacer(clock),
    }),
    settings: { appKey, appSecret, redirectUrl: redirectUri, authorisationCode: simulator.issueCode(), baseUrl: url },
    remoteId: order.orderId,
    book: () => JSON.stringify(simulator.world().orders.find((one) => one.orderId === order.orderId)),
  };
}

async function amazon(clock: FastClock): Promise<Platform> {
  const random = seededRandom(23);
  const nowMs = clock.nowMs();
  const seed = busyAmazonDay({ nowMs, random, orders: 0, regions: ['NA'] });
  const timings = {
    confirmDelayMs: 5_000,
    searchLagMs: 0,
    feedStartMs: 5_000,
    feedWorkMs: 5_000,
    reportStartMs: 60_000,
    reportWorkMs: 60_000,
    refundDelayMs: HOUR_MS,
    moneyDelayMs: 0,
    pickupDelayMs: 1_000 * HOUR_MS,
    transitStepMs: 24 * HOUR_MS,
  };
  const simulator = createAmazonSimulator({ clock, random, seed, timings, assetsDir: 'assets' });
  const { url } = await simulator.start();
  onTestFinished(async () => await simulator.stop());
  const shipByMs = nowMs + 48 * HOUR_MS;
  const order = makeAmazonOrder(random, { serial: 50_001, region: 'NA', createdAtMs: nowMs - 600_000, shipByMs });
  simulator.addOrder(order);
  const { clientId, clientSecret, refreshTokens, sellerIds } = simulator.keys();
  return {
    factory: amazonFactory({ http: createHttp({ fetch: globalThis.fetch }), clock, makePacer: tokenPacer(clock) }),
    settings: {
      ...SHIP_FROM,
      region: 'NA',
      clientId,
      clientSecret,
      refreshToken: refreshTokens.NA ?? '',
      sellerId: sellerIds.NA ?? '',
      marketplaceIds: 'ATVPDKIKX0DER',
      baseUrl: url,
      loginUrl: url,
    },
    remoteId: order.orderId,
    book: () => JSON.stringify(simulator.order(order.orderId)),
  };
}

describe.each([
  ['aliexpress', aliexpress],
  ['amazon', amazon],
] as const)('%s', (platform, start) => {
  it('sells a label, which is printed, and the order is shipped with its number', { timeout: 60_000 }, async () => {
    const clock = fastClock();
    const { factory, settings, remoteId, book } = await start(clock);
    const app = await startTestApp({ clock, connectors: () => new Map([[platform, factory]]) });
    const printer = createVirtualPrinter({ language: 'auto', clock });
    await addPrinter(app, (await printer.start()).port);
    onTestFinished(() => printer.stop());
    const { check } = await app.call('shops.connect', { platform, name: platform, settings: { ...settings } });
    expect(check.ok).toBe(true);
    const { orderId } = await waitUntil('the order comes in', async () => {
      await synced(app);
      return (await findCard(app, remoteId)) ?? null;
    });
    expect((await app.call('orders.get', { id: orderId })).labelBy).toBe('bought');
    const { offers } = await app.call('labels.offers', { orderId, measure: MEASURE });
    const wish = { orderId, measure: MEASURE, offer: offers[0]!, isPrintedAfter: true };
    expect((await app.call('labels.buy', wish)).results).toEqual([{ orderId, ok: true }]);
    await effectOf(app, orderId, 'buy-label', isDone);
    await jobOf(app, orderId, 'sent', 'confirmed');
    expect(printer.papers()).toHaveLength(1);
    const [parcel] = (await app.call('orders.get', { id: orderId })).parcels;
    const { remoteParcels } = await app.call('orders.get', { id: orderId });
    const numbers = [parcel?.trackingNumber, ...remoteParcels.map((one) => one.trackingNumber)].filter(Boolean);
    expect(numbers.length).toBeGreaterThan(0);
    await waitUntil('the platform has the number', async () =>
      numbers.some((number) => book().includes(number ?? '?')),
    );
  });
});
