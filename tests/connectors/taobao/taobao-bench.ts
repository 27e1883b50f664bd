import { onTestFinished } from 'vitest';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { tokenPacer } from '../../../src-main/adapters/http/token-pacer.ts';
import { taobaoFactory } from '../../../src-main/adapters/platforms/taobao/taobao-factory.ts';
import type { Clock } from '../../../src-main/app/ports/clock.ts';
import type { Http } from '../../../src-main/app/ports/http.ts';
import type { MakePacer } from '../../../src-main/app/ports/pacing.ts';
import type { PlatformConnector } from '../../../src-main/app/ports/platform-connector.ts';
import { lowestLevel } from '../../../src-main/demo/kit/limits/token-buckets.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { arrivingTrade } from '../../../src-main/demo/taobao/busy-day/arriving.ts';
import { taobaoBusyDay } from '../../../src-main/demo/taobao/busy-day/busy-day.ts';
import { makeTrade, type TradeWish } from '../../../src-main/demo/taobao/busy-day/make-trade.ts';
import type { FaultKind } from '../../../src-main/demo/taobao/faults.ts';
import { createTaobaoSimulator, type TaobaoSimulator } from '../../../src-main/demo/taobao/simulator.ts';
import type { TaobaoTimings } from '../../../src-main/demo/taobao/timings.ts';
import type { TaobaoTrade } from '../../../src-main/demo/taobao/trade.ts';
import { freePacer } from '../../support/free-pacer.ts';
import { memoryNotebook } from '../../support/memory-notebook.ts';
import type { BenchFault, ConnectorBench } from '../connector-bench.ts';
import { bookedCase, bookedOrder, bookedReview, disturb, disturbCases, secretsOf } from './taobao-books.ts';
import { ready, timesDone } from './taobao-effects.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Buyers and carriers take their time, so that a test sees what it did itself. */
const PLATFORM: TaobaoTimings = {
  pickupDelayMs: 2 * DAY_MS,
  transitStepMs: 12 * HOUR_MS,
  confirmDelayMs: DAY_MS,
  autoConfirmMs: 10 * DAY_MS,
  refundAnswerUnshippedMs: 48 * HOUR_MS,
  refundAnswerShippedMs: 120 * HOUR_MS,
  messageRedeliveryMs: MINUTE_MS,
};

const FAULTS: Readonly<Record<BenchFault, FaultKind>> = {
  'timeout-before-write': 'timeout-before-write',
  'timeout-after-write': 'timeout-after-write',
  'server-error': 'remote-timeout',
  'html-page': 'html-502',
  truncated: 'truncated-json',
  throttled: 'rate-limit',
  breaker: 'service-unavailable',
  'duplicate-page': 'duplicate-page',
  'unknown-words': 'unknown-values',
};
const READS = [
  'taobao.trades.*',
  'taobao.trade.fullinfo.get',
  'taobao.refunds.receive.get',
  'taobao.refund.get',
  'taobao.traderates.get',
];
const WRITES = [
  'taobao.logistics.offline.send',
  'taobao.logistics.consign.resend',
  'taobao.trade.close',
  'cainiao.waybill.ii.get',
  'taobao.rp.*',
  'taobao.refund.refuse',
  'taobao.skus.quantity.update',
];

export interface TaobaoBench extends ConnectorBench {
  readonly simulator: TaobaoSimulator;
  readonly pages: Map<string, string>;
  connect(settings?: Readonly<Record<string, string>>, over?: Partial<ConnectOver>): PlatformConnector;
  add(wish?: Partial<TradeWish>, change?: (trade: TaobaoTrade) => void): TaobaoTrade;
  book(tid: string): TaobaoTrade;
}

interface ConnectOver {
  readonly clockSkewMs: number;
  readonly makePacer: MakePacer;
  readonly clock: Clock;
  readonly http: Http;
  readonly pages: Map<string, string>;
}

/** The Taobao simulator with so many trades of the demo's busy day, and a connector to it over real HTTP. */
export async function makeTaobaoBench(trades: number): Promise<TaobaoBench> {
  let nowMs = Date.parse('2026-11-22T06:00:00Z');
  let serial = 500_000;
  const random = seededRandom(23);
  const simulator = createTaobaoSimulator({
    clock: { nowMs: () => nowMs },
    random,
    seed: taobaoBusyDay({ nowMs, random, trades }),
    timings: PLATFORM,
    callLimits: { callsPerSecond: 1_000_000, callsPerDay: 100_000_000 },
  });
  const { url } = await simulator.start();
  onTestFinished(async () => await simulator.stop());
  const plainHttp = createHttp({ fetch: globalThis.fetch });
  const { appKey, secret, session } = simulator.keys();
  const settings = { appKey, appSecret: secret, sessionKey: session, baseUrl: url };
  const pages = new Map<string, string>();
  const connect: TaobaoBench['connect'] = (changed = {}, over = {}) =>
    taobaoFactory({
      http: over.http ?? plainHttp,
      clock: over.clock ?? { nowMs: () => nowMs + (over.clockSkewMs ?? 0), after: () => () => undefined },
      makePacer: over.makePacer ?? freePacer(),
      timings: { requestTimeoutMs: 5_000 },
    }).create({ ...settings, ...changed }, { notebook: memoryNotebook(over.pages ?? pages) });
  const add: TaobaoBench['add'] = (wish = {}, change) => {
    serial += 1;
    const { items } = simulator.world();
    const trade = makeTrade(random, { serial, createdMs: nowMs - HOUR_MS, items, ...wish });
    trade.modifiedMs = Math.floor(nowMs / 1000) * 1000;
    change?.(trade);
    simulator.addTrade(trade);
    return trade;
  };
  const book = (tid: string) => {
    const trade = simulator.world().trades.find((one) => one.tid === tid);
    if (trade === undefined) throw new Error(`no trade ${tid}`);
    return trade;
  };
  const pass = (ms: number) => void (nowMs += ms);
  const connector = connect();
  return {
    simulator,
    settings,
    pages,
    connector,
    connect,
    add,
    book,
    pass,
    nowMs: () => nowMs,
    connectorWithSkew: (clockSkewMs) => connect({}, { clockSkewMs }),
    fault: (fault, where, count) => {
      for (const path of where === 'reads' ? READS : WRITES) {
        simulator.faults.add({ kind: FAULTS[fault], path, ...(count === undefined ? {} : { count }) });
      }
    },
    clearFaults: () => simulator.faults.clear(),
    booked: () => simulator.world().trades.map(bookedOrder),
    addOrder: () => {
      const trade = arrivingTrade(simulator.world(), nowMs, random);
      simulator.addTrade(trade);
      return trade.tid;
    },
    disturb: (tid, chance) => disturb(simulator, book(tid), chance),
    bookedCases: () => {
      const world = simulator.world();
      return [...world.refunds.map((refund) => bookedCase(refund)), ...world.rates.flatMap(bookedReview)];
    },
    disturbCases: (chance) => disturbCases(simulator, chance),
    pacedConnector: () => {
      const paced = pacedClock(() => nowMs, pass, plainHttp);
      return connect({}, { ...paced, makePacer: tokenPacer(paced.clock) });
    },
    lowestLevels: () => ({
      top: lowestLevel(
        simulator.log.times().map(({ atMs }) => atMs),
        { ratePerSecond: 5, burst: 5 },
      ),
    }),
    // A seller's own app cannot renew its token: see the platform's own tests.
    expireToken: null,
    ready: async (kind) => await ready(kind, { simulator, add, pass, connector }),
    timesDone: (effect) => timesDone(effect, simulator.world()),
    settleMs: MINUTE_MS,
    secrets: [secret, session, ...simulator.world().trades.flatMap(secretsOf)],
  };
}

/** A clock whose waits are over at once, but never while a request is under way: the simulator counts by the same time. */
function pacedClock(
  nowMs: () => number,
  pass: (ms: number) => void,
  plain: Http,
): { readonly clock: Clock; readonly http: Http } {
  let underWay = 0;
  const http: Http = {
    send: async (request) => {
      underWay += 1;
      try {
        return await plain.send(request);
      } finally {
        underWay -= 1;
      }
    },
  };
  const after: Clock['after'] = (delayMs, task) => {
    let isCancelled = false;
    const run = (): void => {
      if (isCancelled) return;
      if (underWay > 0) return void setImmediate(run);
      pass(delayMs);
      task();
    };
    setImmediate(run);
    return () => void (isCancelled = true);
  };
  return { http, clock: { nowMs, after } };
}
