import { onTestFinished } from 'vitest';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { tokenPacer } from '../../../src-main/adapters/http/token-pacer.ts';
import { coupangFactory } from '../../../src-main/adapters/platforms/coupang/coupang-factory.ts';
import type { CoupangTimings as ConnectorTimings } from '../../../src-main/adapters/platforms/coupang/timings.ts';
import type { Clock } from '../../../src-main/app/ports/clock.ts';
import type { Http } from '../../../src-main/app/ports/http.ts';
import type { MakePacer } from '../../../src-main/app/ports/pacing.ts';
import type { PlatformConnector } from '../../../src-main/app/ports/platform-connector.ts';
import type { Box } from '../../../src-main/demo/coupang/box.ts';
import { coupangDay } from '../../../src-main/demo/coupang/day/coupang-day.ts';
import { makeBox } from '../../../src-main/demo/coupang/day/make-box.ts';
import type { CoupangFaultKind } from '../../../src-main/demo/coupang/faults.ts';
import { createCoupangSimulator, type CoupangSimulator } from '../../../src-main/demo/coupang/simulator.ts';
import type { CoupangTimings } from '../../../src-main/demo/coupang/timings.ts';
import type { CoupangWorld } from '../../../src-main/demo/coupang/world.ts';
import { lowestLevel } from '../../../src-main/demo/kit/limits/token-buckets.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { freePacer } from '../../support/free-pacer.ts';
import { memoryNotebook } from '../../support/memory-notebook.ts';
import type { BenchFault, ConnectorBench } from '../connector-bench.ts';
import { bookedBoxes, bookedCases, type Seen } from './coupang-books.ts';
import { disturbBox, disturbCases } from './coupang-disturbances.ts';
import { readyEffect, timesDone } from './coupang-effects.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Nothing moves by itself while a test looks on; everything else takes as long as it does. */
const PLATFORM: CoupangTimings = {
  visibleDelayMs: 600_000,
  firstScanDelayMs: 60 * DAY_MS,
  deliveryDelayMs: DAY_MS,
  stopRequestLifeMs: 2 * DAY_MS,
  exchangeBoxDelayMs: 8_000,
  ticketLifeMs: DAY_MS,
  blockMs: 60_000,
  blockGrowthMs: 1_000,
};
const SETTLE_MS = 10_000;

const FAULTS: Readonly<Record<BenchFault, CoupangFaultKind>> = {
  'timeout-before-write': 'timeout-before-write',
  'timeout-after-write': 'timeout-after-write',
  'server-error': 'error-500',
  'html-page': 'html-in-200',
  truncated: 'truncated-json',
  throttled: 'rate-limit',
  breaker: 'provider-521',
  'duplicate-page': 'duplicate-page',
  'unknown-words': 'unknown-values',
};

export interface ConnectOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly skewMs?: number;
  readonly makePacer?: MakePacer;
  readonly timings?: Partial<ConnectorTimings>;
  readonly http?: Http;
  readonly clock?: Clock;
}

/** A shop in which things happen by themselves, behind the real limit. */
export interface Lively {
  readonly timings: CoupangTimings;
}

export interface CoupangBench extends ConnectorBench {
  readonly simulator: CoupangSimulator;
  readonly pages: Map<string, string>;
  connect(options?: ConnectOptions): PlatformConnector;
  /** A fresh, paid box with two mugs in it, unless told otherwise. */
  add(change?: Partial<Box>, items?: readonly (readonly [string, number])[]): Box;
  book(remoteId: string): Box;
}

function quietDay(nowMs: number, orders: number): CoupangWorld {
  const world = coupangDay({ nowMs, random: seededRandom(23), orders, hasAgenda: false });
  for (const box of world.boxes) box.script = [];
  return world;
}

/** The Coupang simulator with so many orders of the demo's day, and a connector to it over real HTTP. */
export async function makeCoupangBench(orders: number, lively?: Lively): Promise<CoupangBench> {
  let nowMs = Date.parse('2026-11-22T03:00:00Z');
  let serial = 50_000;
  const random = seededRandom(31);
  const simulator = createCoupangSimulator({
    clock: { nowMs: () => nowMs },
    random,
    seed: lively === undefined ? quietDay(nowMs, orders) : coupangDay({ nowMs, random: seededRandom(29), orders }),
    timings: lively?.timings ?? PLATFORM,
    requestsPerSecond: lively === undefined ? 1_000_000 : 5,
  });
  const { url } = await simulator.start();
  onTestFinished(async () => await simulator.stop());
  const seen: Seen = { boxes: new Set(), cases: new Set() };
  const notebook = memoryNotebook();
  const http = createHttp({ fetch: globalThis.fetch });
  const settings = { ...simulator.keys(), baseUrl: url };
  const connect = (options: ConnectOptions = {}): PlatformConnector => {
    const { skewMs = 0, makePacer = freePacer(), timings = {} } = options;
    const factory = coupangFactory({
      http: options.http ?? http,
      clock: options.clock ?? { nowMs: () => nowMs + skewMs, after: () => () => undefined },
      makePacer,
      timings: { requestTimeoutMs: 5_000, ...timings },
    });
    return watched(factory.create({ ...settings, ...options.settings }, { notebook }), seen);
  };
  const add: CoupangBench['add'] = (change = {}, items = [['MUG-MOON-350', 2]]) => {
    serial += 1;
    const box = { ...makeBox(random, { serial, orderedAtMs: nowMs - 5_000, items }), ...change };
    simulator.happen({ event: 'add-order', boxes: [box] });
    return box;
  };
  const connector = connect();
  const pass = (ms: number) => void (nowMs += ms);
  const inFlight = countInFlight(http);
  const bench: CoupangBench = {
    simulator,
    connector,
    settings,
    pages: notebook.pages,
    connect,
    add,
    book: (remoteId) => simulator.world().boxes.find((box) => box.shipmentBoxId === remoteId)!,
    connectorWithSkew: (skewMs) => connect({ skewMs }),
    nowMs: () => nowMs,
    pass,
    fault: (fault, where, count) => {
      for (const method of where === 'reads' ? ['GET'] : ['PUT', 'POST'])
        simulator.faults.add({ kind: FAULTS[fault], path: '/v2/*', method, ...(count === undefined ? {} : { count }) });
    },
    clearFaults: () => simulator.faults.clear(),
    booked: () => bookedBoxes(simulator.world(), nowMs, seen),
    addOrder: () => add().shipmentBoxId,
    bookedCases: () => bookedCases(simulator.world(), seen),
    disturbCases: (chance) => disturbCases(simulator, chance),
    pacedConnector: () => {
      const clock = runningClock(() => nowMs, pass, inFlight.count);
      return connect({ clock, http: inFlight.http, makePacer: tokenPacer(clock) });
    },
    lowestLevels: () => ({
      vendor: lowestLevel(
        simulator.requestTimes().map(({ atMs }) => atMs),
        { ratePerSecond: 5, burst: 5 },
      ),
    }),
    expireToken: null,
    disturb: (remoteId, chance) => disturbBox(simulator, remoteId, chance, nowMs, seen),
    ready: async (kind) => await readyEffect(kind, bench),
    timesDone: (effect) => timesDone(effect, simulator.world()),
    settleMs: SETTLE_MS,
    secrets: secretsOf(simulator),
  };
  return bench;
}

/** Writes down what a connector has told of: what vanishes at the platform before that never comes to our ears. */
function watched(connector: PlatformConnector, seen: Seen): PlatformConnector {
  return {
    ...connector,
    pull: async (cursor) => {
      const page = await connector.pull(cursor);
      for (const { facts } of page.snapshots) seen.boxes.add(facts.remoteId);
      return page;
    },
    pullAfterSales: async (cursor) => {
      const page = await connector.pullAfterSales(cursor);
      for (const { afterSale } of page.cases) seen.cases.add(afterSale.remoteId);
      return page;
    },
  };
}

function countInFlight(http: Http): { readonly http: Http; readonly count: () => number } {
  let count = 0;
  return {
    count: () => count,
    http: {
      send: async (request) => {
        count += 1;
        try {
          return await http.send(request);
        } finally {
          count -= 1;
        }
      },
    },
  };
}

/** Time goes by while somebody waits for it, and not before every request under way has arrived. */
function runningClock(nowMs: () => number, pass: (ms: number) => void, inFlight: () => number): Clock {
  return {
    nowMs,
    after: (delayMs, task) => {
      const dueMs = nowMs() + delayMs;
      const timer = setInterval(() => {
        if (inFlight() > 0) return;
        clearInterval(timer);
        pass(Math.max(0, dueMs - nowMs()));
        task();
      }, 1);
      return () => clearInterval(timer);
    },
  };
}

function secretsOf(simulator: CoupangSimulator): string[] {
  const { accessKey, secretKey } = simulator.keys();
  const people = simulator
    .world()
    .boxes.flatMap(({ receiver, orderer }) => [receiver.name, receiver.addr1, receiver.safeNumber, orderer.name]);
  return [accessKey, secretKey, ...people.filter((text) => text.length > 2)];
}
