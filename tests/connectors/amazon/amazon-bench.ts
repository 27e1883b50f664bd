import { onTestFinished } from 'vitest';
import { amazonFactory } from '../../../src-main/adapters/platforms/amazon/amazon-factory.ts';
import type { AmazonTimings as ConnectorTimings } from '../../../src-main/adapters/platforms/amazon/timings.ts';
import type { Clock } from '../../../src-main/app/ports/clock.ts';
import type { MakePacer } from '../../../src-main/app/ports/pacing.ts';
import type { PlatformConnector } from '../../../src-main/app/ports/platform-connector.ts';
import { busyAmazonDay } from '../../../src-main/demo/amazon/day/busy-amazon-day.ts';
import { makeAmazonOrder, type OrderWish } from '../../../src-main/demo/amazon/day/make-order.ts';
import type { FaultKind } from '../../../src-main/demo/amazon/faults.ts';
import { endTokens } from '../../../src-main/demo/amazon/happenings.ts';
import { operations } from '../../../src-main/demo/amazon/operations.ts';
import type { AmazonOrder } from '../../../src-main/demo/amazon/order.ts';
import { type AmazonSimulator, createAmazonSimulator } from '../../../src-main/demo/amazon/simulator.ts';
import type { AmazonTimings } from '../../../src-main/demo/amazon/timings.ts';
import { lowestLevel } from '../../../src-main/demo/kit/limits/token-buckets.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { freePacer } from '../../support/free-pacer.ts';
import { memoryNotebook } from '../../support/memory-notebook.ts';
import type { BenchFault, ConnectorBench } from '../connector-bench.ts';
import { bookedCases, bookedOrder, disturb, disturbCases, isListed, secretsOf } from './amazon-books.ts';
import { ready, timesDone } from './amazon-effects.ts';
import { benchTime } from './bench-time.ts';

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;
const US = 'ATVPDKIKX0DER';

/** The platform's delays: short, but never zero. */
const PLATFORM: AmazonTimings = {
  confirmDelayMs: 4 * MINUTE,
  searchLagMs: 0,
  feedStartMs: MINUTE,
  feedWorkMs: 4 * MINUTE,
  reportStartMs: MINUTE,
  reportWorkMs: 5 * MINUTE,
  refundDelayMs: DAY_MS,
  moneyDelayMs: 0,
  pickupDelayMs: 90 * DAY_MS,
  transitStepMs: DAY_MS,
};
const SETTLE_MS = 15 * MINUTE;
const CONNECTOR: Partial<ConnectorTimings> = {
  requestTimeoutMs: 5_000,
  patienceMs: 10 * MINUTE,
  feedPatienceMs: 10 * MINUTE,
  cancelRequestsEveryMs: 0,
  returnsEveryMs: 50 * MINUTE,
  feedbackEveryMs: 50 * MINUTE,
  moneyEveryMs: 50 * MINUTE,
};

const FAULTS: Readonly<Record<BenchFault, FaultKind | 'timeout-before-write'>> = {
  'timeout-before-write': 'timeout-before-write',
  'timeout-after-write': 'timeout-after-write',
  'server-error': 'error-500',
  'html-page': 'html-502',
  truncated: 'truncated-json',
  throttled: 'rate-limit',
  breaker: 'error-503',
  'duplicate-page': 'duplicate-page',
  'unknown-words': 'unknown-values',
};
const READS = ['/orders/2026-01-01/orders', '/orders/2026-01-01/orders/*', '/reports/*', '/finances/*'];
/** The call of each effect that has it happen. */
const WRITES = [
  { path: '/orders/v0/orders/*', method: 'POST' },
  { path: '/feeds/2021-06-30/feeds', method: 'POST' },
  { path: '/shipping/v2/shipments', method: 'POST' },
  { path: '/listings/2021-08-01/items/*', method: 'PATCH' },
];

export const SHIP_FROM = {
  shipFromName: 'Chenguang',
  shipFromPhone: '+1 775 555 0100',
  shipFromEmail: 'desk@example.com',
  shipFromLine1: '500 Warehouse Way',
  shipFromCity: 'Reno',
  shipFromState: 'NV',
  shipFromPostcode: '89501',
  shipFromCountry: 'US',
};

export interface AmazonBench extends ConnectorBench {
  readonly simulator: AmazonSimulator;
  readonly url: string;
  /** Another connector to the shop, with a notebook of its own unless one is given. */
  connect(settings?: Readonly<Record<string, string>>, tools?: ConnectTools): PlatformConnector;
  /** With a notebook of an earlier run it is the same shop after a restart. */
  pacedConnector(notebook?: ReturnType<typeof memoryNotebook>): PlatformConnector;
  add(wish?: Partial<OrderWish>): AmazonOrder;
  book(orderId: string): AmazonOrder;
}

interface ConnectTools {
  readonly clock?: Clock;
  readonly makePacer?: MakePacer;
  readonly notebook?: ReturnType<typeof memoryNotebook>;
  readonly timings?: Partial<ConnectorTimings>;
}

/** The Amazon simulator with so many American orders of the demo's busy day, and a connector to it over real HTTP. */
export async function makeAmazonBench(orders: number): Promise<AmazonBench> {
  const time = benchTime(Date.parse('2026-11-22T06:00:00Z'));
  let serial = 50_000;
  const random = seededRandom(23);
  const seed = busyAmazonDay({ nowMs: time.nowMs(), random, orders, regions: ['NA'] });
  // Nothing happens by itself: the suite compares books and store at one moment.
  for (const order of seed.orders) order.script = [];
  // The published rates are announced; that they are kept to is counted by the suite.
  const limits = Object.fromEntries(operations.map(({ name, limit }) => [name, { ...limit, burst: 1_000_000_000 }]));
  const clock = { nowMs: time.nowMs };
  const simulator = createAmazonSimulator({ clock, random, seed, timings: PLATFORM, assetsDir: 'assets', limits });
  const { url } = await simulator.start();
  onTestFinished(async () => await simulator.stop());
  const keys = simulator.keys();
  const settings = {
    ...SHIP_FROM,
    region: 'NA',
    clientId: keys.clientId,
    clientSecret: keys.clientSecret,
    refreshToken: keys.refreshTokens.NA ?? '',
    sellerId: keys.sellerIds.NA ?? '',
    marketplaceIds: US,
    baseUrl: url,
    loginUrl: url,
  };
  const connect = (more: Readonly<Record<string, string>> = {}, tools: ConnectTools = {}) =>
    amazonFactory({
      http: time.http,
      clock: tools.clock ?? time.held(),
      makePacer: tools.makePacer ?? freePacer(),
      timings: { ...CONNECTOR, ...tools.timings },
    }).create({ ...settings, ...more }, { notebook: tools.notebook ?? memoryNotebook() });
  const add = (wish: Partial<OrderWish> = {}) => {
    serial += 1;
    const order = makeAmazonOrder(random, {
      serial,
      region: 'NA',
      createdAtMs: time.nowMs(),
      shipByMs: time.nowMs() + 2 * DAY_MS,
      ...wish,
    });
    simulator.addOrder(order);
    return order;
  };
  const book = (orderId: string) => {
    const order = simulator.order(orderId);
    if (order === null) throw new Error(`no order ${orderId}`);
    return order;
  };
  const connector = connect();
  const all = () => simulator.world().orders.filter(isListed);
  return {
    simulator,
    url,
    settings,
    connector,
    connect,
    add,
    book,
    connectorWithSkew: (skewMs) => connect({}, { clock: time.held(skewMs) }),
    pacedConnector: (notebook = memoryNotebook()) =>
      connect({}, { clock: time.running, makePacer: time.makePacer, notebook }),
    lowestLevels: () => levelsOf(simulator),
    expireToken: () => simulator.happen((store, atMs) => endTokens(store, 'revoked', atMs)),
    nowMs: time.nowMs,
    pass: time.pass,
    fault: (fault, where, count) => {
      const rules = where === 'reads' ? READS.map((path) => ({ path })) : WRITES;
      for (const rule of rules)
        simulator.faults.add({ ...rule, kind: kindFor(fault, rule.path), ...(count && { count }) });
    },
    clearFaults: () => simulator.faults.clear(),
    booked: () => all().map(bookedOrder),
    bookedCases: () => bookedCases(simulator),
    disturbCases: (chance) => disturbCases(simulator, add, chance),
    addOrder: () => add().orderId,
    disturb: (orderId, chance) => disturb(simulator, orderId, chance),
    ready: async (kind) => await ready(kind, { simulator, connector, order: add() }),
    timesDone: (effect) => timesDone(simulator, effect),
    settleMs: SETTLE_MS,
    secrets: [keys.clientSecret, keys.refreshTokens.NA ?? '', ...all().flatMap(secretsOf)],
  };
}

/** A 204 has no body to be cut: the line is cut instead. */
const kindFor = (fault: BenchFault, path: string) =>
  fault === 'truncated' && path.startsWith('/orders/v0/') ? ('timeout-after-write' as const) : FAULTS[fault];

function levelsOf(simulator: AmazonSimulator): Record<string, number> {
  const times = simulator.log.times();
  const levels: Record<string, number> = {};
  for (const { name, limit } of operations) {
    const own = times.filter((time) => time.operation === name).map((time) => time.atMs);
    if (own.length > 0)
      levels[name] = lowestLevel(
        own.toSorted((left, right) => left - right),
        limit,
      );
  }
  return levels;
}
