import { onTestFinished } from 'vitest';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { ozonFactory } from '../../../src-main/adapters/platforms/ozon/ozon-factory.ts';
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
import type { Integration } from '../../../src-main/demo/ozon/world.ts';
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
const READS = ['/v4/posting/fbs/list', '/v4/posting/fbs/unfulfilled/list', '/v3/posting/fbs/get'];
const WRITES = ['/v4/posting/fbs/ship', '/v2/fbs/posting/*', '/v2/posting/fbs/cancel'];

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
  connect(settings?: Readonly<Record<string, string>>, clockSkewMs?: number): PlatformConnector;
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
    seed: busyDay({ nowMs, random, postings }),
    timings: PLATFORM,
    assetsDir: 'assets',
    requestsPerSecond: 1_000_000,
  });
  const { url } = await simulator.start();
  onTestFinished(async () => await simulator.stop());
  const connect = (settings: Readonly<Record<string, string>> = {}, clockSkewMs = 0) =>
    ozonFactory({
      http: createHttp({ fetch: globalThis.fetch }),
      clock: { nowMs: () => nowMs + clockSkewMs, after: () => () => undefined },
      timings: { requestTimeoutMs: 5_000 },
    }).create({ ...simulator.keys, baseUrl: url, ...settings });
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
  const connector = connect();
  const pass = (ms: number) => void (nowMs += ms);
  return {
    simulator,
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
    disturb: (remoteId, chance) => disturb(simulator, book(remoteId), chance),
    ready: async (kind) =>
      await ready(kind, add(kind === 'confirm' ? 'aggregator' : 'non_integrated'), connect(), pass),
    timesDone: (effect) => timesDone(effect, book(effect.remoteId)),
    settleMs: SETTLE_MS,
    secrets: [simulator.keys.apiKey, ...simulator.world().postings.flatMap(secretsOf)],
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
      };
    case 'cancel':
      return { kind, remoteId, reasonId: '352', message: '' };
    default:
      return { kind, remoteId };
  }
}

function timesDone(effect: Effect, { effects }: OzonPosting): number {
  switch (effect.kind) {
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
