import { onTestFinished } from 'vitest';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { tokenPacer } from '../../../src-main/adapters/http/token-pacer.ts';
import { ozonFactory } from '../../../src-main/adapters/platforms/ozon/ozon-factory.ts';
import type { MakePacer } from '../../../src-main/app/ports/pacing.ts';
import type { PlatformConnector } from '../../../src-main/app/ports/platform-connector.ts';
import type { Effect, EffectKind } from '../../../src-main/core/order/effects.ts';
import type { RemoteStage } from '../../../src-main/core/order/facts.ts';
import type { ParcelId } from '../../../src-main/core/shared/ids.ts';
import { busyDay } from '../../../src-main/demo/busy-day/busy-day.ts';
import { makePosting } from '../../../src-main/demo/busy-day/make-posting.ts';
import type { FaultKind } from '../../../src-main/demo/ozon/faults.ts';
import type { OzonPosting } from '../../../src-main/demo/ozon/posting.ts';
import { createOzonSimulator, type OzonSimulator } from '../../../src-main/demo/ozon/simulator.ts';
import type { OzonTimings } from '../../../src-main/demo/ozon/timings.ts';
import type { Integration, OzonWorld } from '../../../src-main/demo/ozon/world.ts';
import { lowestLevel } from '../../../src-main/demo/kit/limits/token-buckets.ts';
import { freePacer } from '../../support/free-pacer.ts';
import { memoryNotebook } from '../../support/memory-notebook.ts';
import { bookedCases, disturbCases } from './ozon-cases.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import type { BenchFault, ConnectorBench } from '../connector-bench.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The platform's delays: short, but never zero. */
const PLATFORM: OzonTimings = {
  shipDelayMs: 10_000,
  registrationDelayMs: 10_000,
  labelReadyDelayMs: 5_000,
  labelDelayMs: 4_000,
  labelFileLifeMs: HOUR_MS,
  statusDelayMs: 5_000,
  pickupDelayMs: 30 * DAY_MS,
  transitStepMs: 5 * HOUR_MS,
};
const SETTLE_MS = 60_000;

const FAULTS: Readonly<Record<BenchFault, FaultKind>> = {
  'timeout-before-write': 'timeout-before-write',
  'timeout-after-write': 'timeout-after-write',
  'server-error': 'error-500',
  'html-page': 'html-502',
  truncated: 'truncated-json',
  throttled: 'rate-limit',
  breaker: 'circle-open',
  'duplicate-page': 'duplicate-page',
  'unknown-words': 'unknown-values',
};
const READS = [
  '/v4/posting/fbs/list',
  '/v4/posting/fbs/unfulfilled/list',
  '/v3/posting/fbs/get',
  '/v2/conditional-cancellation/list',
  '/v1/returns/list',
  '/v2/returns/rfbs/list',
  '/v2/review/list',
  '/v3/chat/list',
];
const WRITES = [
  '/v4/posting/fbs/ship',
  '/v2/fbs/posting/*',
  '/v2/posting/fbs/cancel',
  '/v1/review/comment/create',
  '/v2/products/stocks',
];

/** The simulator's statuses in our words, written down a second time on purpose. */
const STAGES: Readonly<Record<string, RemoteStage>> = {
  acceptance_in_progress: 'not-ready',
  awaiting_approve: 'not-ready',
  awaiting_packaging: 'to-confirm',
  awaiting_registration: 'registering',
  awaiting_deliver: 'to-hand-over',
  driver_pickup: 'in-transit',
  delivering: 'in-transit',
  arbitration: 'disputed',
  client_arbitration: 'disputed',
  delivered: 'delivered',
  cancelled: 'cancelled',
  not_accepted: 'rejected',
  cancelled_from_split_pending: 'replaced',
};

export interface OzonBench extends ConnectorBench {
  readonly simulator: OzonSimulator;
  connect(settings?: Readonly<Record<string, string>>, clockSkewMs?: number, makePacer?: MakePacer): PlatformConnector;
  add(integration: Integration): OzonPosting;
  book(remoteId: string): OzonPosting;
}

/** The Ozon simulator with so many postings of the demo's busy day, and a connector to it over real HTTP. */
export async function makeOzonBench(postings: number): Promise<OzonBench> {
  let nowMs = Date.parse('2026-11-22T06:00:00Z');
  let serial = 50_000;
  const random = seededRandom(23);
  const simulator = createOzonSimulator({
    clock: { nowMs: () => nowMs },
    random,
    seed: payingShop(busyDay({ nowMs, random, postings })),
    timings: PLATFORM,
    assetsDir: 'assets',
    requestsPerSecond: 1_000_000,
  });
  const { url } = await simulator.start();
  onTestFinished(async () => await simulator.stop());
  const stockWarehouseId = simulator.world().warehouses[0]!.warehouseId;
  const connect = (settings: Readonly<Record<string, string>> = {}, clockSkewMs = 0, makePacer = freePacer()) =>
    ozonFactory({
      http: createHttp({ fetch: globalThis.fetch }),
      clock: { nowMs: () => nowMs + clockSkewMs, after: () => () => undefined },
      makePacer,
      timings: { requestTimeoutMs: 5_000 },
    }).create({ ...simulator.keys, baseUrl: url, stockWarehouseId, ...settings }, { notebook: memoryNotebook() });
  /** Waiting for a token lets the bench's time go by. */
  const pacing: MakePacer = tokenPacer({
    nowMs: () => nowMs,
    after: (delayMs, task) => {
      const timer = setImmediate(() => {
        pass(delayMs);
        task();
      });
      return () => clearImmediate(timer);
    },
  });
  const add = (integration: Integration) => {
    serial += 1;
    const posting = makePosting(random, {
      serial,
      nowMs,
      integration,
      inProcessAtMs: nowMs,
      shipmentDateMs: nowMs + DAY_MS,
    });
    simulator.addPosting(posting);
    return posting;
  };
  const book = (remoteId: string) => {
    const posting = simulator.world().postings.find((one) => one.postingNumber === remoteId);
    if (posting === undefined) throw new Error(`no posting ${remoteId}`);
    return posting;
  };
  const pass = (ms: number) => void (nowMs += ms);
  const connector = connect();
  return {
    simulator,
    settings: { ...simulator.keys, baseUrl: url, stockWarehouseId },
    connector,
    connect,
    add,
    book,
    pass,
    connectorWithSkew: (skewMs) => connect({}, skewMs),
    nowMs: () => nowMs,
    fault: (fault, where, count) => {
      for (const path of where === 'reads' ? READS : WRITES) {
        simulator.faults.add({ kind: FAULTS[fault], path, ...(count === undefined ? {} : { count }) });
      }
    },
    clearFaults: () => simulator.faults.clear(),
    booked: () => simulator.world().postings.map(bookedOrder),
    addOrder: () => add((['ozon', 'aggregator', '3pl_tracking', 'non_integrated'] as const)[serial % 4]!).postingNumber,
    bookedCases: () => bookedCases(simulator.world()),
    disturbCases: (chance) => disturbCases(simulator, chance),
    pacedConnector: () => connect({}, 0, pacing),
    lowestLevels: () => ({
      // "50 requests a second over all methods" (notice of May 2025).
      every: lowestLevel(
        simulator.requests().map(({ atMs }) => atMs),
        { ratePerSecond: 50, burst: 50 },
      ),
    }),
    expireToken: null,
    disturb: (remoteId, chance) => disturb(simulator, book(remoteId), chance),
    ready: async (kind) => {
      const posting = add(kind === 'confirm' ? 'aggregator' : 'non_integrated');
      if (kind === 'answer-case') return answerOf(simulator, posting);
      return await ready(kind, posting, connect(), pass);
    },
    timesDone: (effect) => timesDone(effect, simulator, book),
    settleMs: SETTLE_MS,
    secrets: [simulator.keys.apiKey, ...simulator.world().postings.flatMap(secretsOf)],
  };
}

/** Reviews, questions and chats are only for those who pay. */
function payingShop(world: OzonWorld): OzonWorld {
  world.seller.subscription = 'PREMIUM_PRO';
  return world;
}

function answerOf(simulator: OzonSimulator, { postingNumber }: OzonPosting): Effect {
  const remoteId = simulator.afterSale((buyers, store, nowMs) => buyers.writeReview(store, postingNumber, 2, nowMs));
  return {
    kind: 'answer-case',
    remoteId,
    caseKind: 'review',
    orderRemoteId: null,
    action: 'reply',
    text: 'Извините, пожалуйста!',
    amount: null,
    trackingNumber: null,
    carrier: null,
  };
}

const bookedOrder = ({ postingNumber, status, inProcessAtMs, shipmentDateMs }: OzonPosting) => ({
  remoteId: postingNumber,
  stage: STAGES[status] ?? ('unknown' as const),
  placedAtMs: inProcessAtMs,
  shipByMs: Math.floor(shipmentDateMs / 1000) * 1000,
});

const secretsOf = ({ customer }: OzonPosting) =>
  customer === null
    ? []
    : [customer.name, customer.phone, customer.address.addressTail].filter((secret) => secret.length > 3);

/** Low chance: the buyer cancels. High: the deadline moves, which moves no status. */
function disturb(simulator: OzonSimulator, posting: OzonPosting, chance: number): void {
  const isOver = ['delivered', 'cancelled', 'cancelled_from_split_pending'].includes(posting.status);
  if (chance > 0.9) simulator.changeShipmentDate(posting.postingNumber, posting.shipmentDateMs + HOUR_MS);
  else if (chance < 0.4 && !isOver) simulator.cancelByBuyer(posting.postingNumber);
}

const BEFORE: Readonly<Record<EffectKind, readonly EffectKind[]>> = {
  confirm: [],
  cancel: [],
  'push-tracking': ['confirm'],
  'push-in-transit': ['confirm', 'push-tracking'],
  'push-last-mile': ['confirm', 'push-tracking', 'push-in-transit'],
  'push-delivered': ['confirm', 'push-tracking', 'push-in-transit', 'push-last-mile'],
  'buy-label': [],
  'answer-case': [],
  'push-stock': [],
};

/** Brings a fresh posting to where the effect is next, by the connector's own pushes. */
async function ready(
  kind: EffectKind,
  posting: OzonPosting,
  connector: PlatformConnector,
  pass: (ms: number) => void,
): Promise<Effect> {
  for (const before of BEFORE[kind]) {
    const outcome = await connector.push(effectOf(before, posting), 'before');
    if (outcome.kind !== 'accepted') throw new Error(`${before} before ${kind}: ${JSON.stringify(outcome)}`);
    pass(SETTLE_MS);
  }
  return effectOf(kind, posting);
}

function effectOf(kind: EffectKind, { postingNumber: remoteId, lines }: OzonPosting): Effect {
  switch (kind) {
    case 'confirm':
      return {
        kind,
        remoteId,
        packages: [{ items: lines.map(({ sku, quantity }) => ({ remoteSku: sku, quantity })) }],
      };
    case 'push-tracking':
      return {
        kind,
        remoteId,
        parcelId: `${remoteId}:1` as ParcelId,
        trackingNumber: 'RB123456785CN',
        carrier: 'China Post',
        items: null,
        isLast: true,
        replaces: null,
      };
    case 'push-stock':
      return { kind, remoteId: lines[0]!.sku, sku: lines[0]!.offerId, quantity: 7 };
    case 'buy-label':
    case 'answer-case':
      throw new Error(`${kind} is made otherwise`);
    case 'cancel':
      return { kind, remoteId, reasonId: '352', message: '' };
    default:
      return { kind, remoteId };
  }
}

function timesDone(effect: Effect, simulator: OzonSimulator, book: (remoteId: string) => OzonPosting): number {
  const { stocks, afterSales } = simulator.world();
  switch (effect.kind) {
    case 'push-stock':
      return Object.entries(stocks).find(([key]) => key.startsWith(`${effect.sku} `))?.[1].times ?? 0;
    case 'answer-case':
      return afterSales.reviews.find((review) => review.id === effect.remoteId)?.comments.length ?? 0;
    case 'buy-label':
      return 0;
    default:
      return timesPushed(effect.kind, book(effect.remoteId));
  }
}

type PostingKind = Exclude<EffectKind, 'push-stock' | 'answer-case' | 'buy-label'>;

function timesPushed(kind: PostingKind, { effects }: OzonPosting): number {
  switch (kind) {
    case 'confirm':
      return effects.shipCalls;
    case 'push-tracking':
      return effects.trackingSets.length;
    case 'push-in-transit':
      return effects.delivering;
    case 'push-last-mile':
      return effects.lastMile;
    case 'push-delivered':
      return effects.delivered;
    case 'cancel':
      return effects.cancels;
  }
}
