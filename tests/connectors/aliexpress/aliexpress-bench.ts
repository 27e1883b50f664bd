import { onTestFinished } from 'vitest';
import { createHttp } from '../../../src-main/adapters/http/node-http.ts';
import { tokenPacer } from '../../../src-main/adapters/http/token-pacer.ts';
import { aliexpressFactory } from '../../../src-main/adapters/platforms/aliexpress/aliexpress-factory.ts';
import type { Clock } from '../../../src-main/app/ports/clock.ts';
import type { Http } from '../../../src-main/app/ports/http.ts';
import type { MakePacer } from '../../../src-main/app/ports/pacing.ts';
import type { PlatformConnector } from '../../../src-main/app/ports/platform-connector.ts';
import type { AfterSaleStage } from '../../../src-main/core/case/after-sale.ts';
import type { Effect, EffectKind } from '../../../src-main/core/order/effects.ts';
import type { RemoteStage } from '../../../src-main/core/order/facts.ts';
import type { ParcelId } from '../../../src-main/core/shared/ids.ts';
import { aliBusyDay } from '../../../src-main/demo/aliexpress/busy-day/busy-day.ts';
import { makeOrder, type OrderWish } from '../../../src-main/demo/aliexpress/busy-day/make-order.ts';
import type { FaultKind } from '../../../src-main/demo/aliexpress/faults.ts';
import type { AliOrder } from '../../../src-main/demo/aliexpress/order.ts';
import { move } from '../../../src-main/demo/aliexpress/rules/move.ts';
import { type AliSimulator, createAliSimulator } from '../../../src-main/demo/aliexpress/simulator.ts';
import { type AliTimings, realisticTimings } from '../../../src-main/demo/aliexpress/timings.ts';
import type { AliWorld } from '../../../src-main/demo/aliexpress/world.ts';
import { lowestLevel } from '../../../src-main/demo/kit/limits/token-buckets.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { freePacer } from '../../support/free-pacer.ts';
import { memoryNotebook } from '../../support/memory-notebook.ts';
import type { BenchFault, BookedCase, BookedOrder, ConnectorBench } from '../connector-bench.ts';

const HOUR_MS = 3_600_000;
const SETTLE_MS = 60_000;
const PLATFORM: AliTimings = { ...realisticTimings, numberDelayMs: 30_000 };

const FAULTS: Readonly<Record<BenchFault, FaultKind>> = {
  'timeout-before-write': 'timeout-before-write',
  'timeout-after-write': 'timeout-after-write',
  'server-error': 'system-error',
  'html-page': 'html-502',
  truncated: 'truncated-json',
  throttled: 'rate-limit',
  breaker: 'service-unavailable',
  'duplicate-page': 'duplicate-page',
  'unknown-words': 'unknown-values',
};
const READS = [
  'trade.seller.orderlist.get',
  'trade.new.redefining.findorderbyid',
  'issue.issuelist.get',
  'issue.detail.get',
  'evaluation.listorderevaluation.get',
];
const WRITES = [
  'logistics.sellershipmentfortop',
  'logistics.order.*',
  'trade.seller.order.acceptcancel',
  'solution.batch.product.inventory.update',
];

/** The simulator's statuses in our words, written down a second time on purpose. */
const STAGES: Readonly<Record<AliOrder['status'], RemoteStage>> = {
  PLACE_ORDER_SUCCESS: 'not-ready',
  PAYMENT_PROCESSING: 'not-ready',
  IN_BOOK_SALE: 'not-ready',
  RISK_CONTROL: 'not-ready',
  RISK_CONTROL_HOLD: 'not-ready',
  WAIT_GROUP_SUCCESS: 'not-ready',
  WAIT_SELLER_EXAMINE_MONEY: 'not-ready',
  WAIT_SELLER_SEND_GOODS: 'to-confirm',
  IN_CANCEL: 'to-confirm',
  SELLER_PART_SEND_GOODS: 'to-hand-over',
  WAIT_BUYER_ACCEPT_GOODS: 'declared',
  FUND_PROCESSING: 'delivered',
  FINISH: 'delivered',
  ARCHIVE: 'delivered',
};

export interface AliBench extends ConnectorBench {
  readonly simulator: AliSimulator;
  readonly url: string;
  readonly notebook: ReturnType<typeof memoryNotebook>;
  connect(settings?: Readonly<Record<string, string>>, clockSkewMs?: number): PlatformConnector;
  /** A paid order that waits to be shipped. */
  add(wish?: Partial<OrderWish>): AliOrder;
  book(remoteId: string): AliOrder;
}

/** The AliExpress simulator with so many orders of the demo's busy day, and a connector to it over real HTTP. */
export async function makeAliBench(orders: number): Promise<AliBench> {
  let nowMs = Date.parse('2026-11-22T06:00:00Z');
  let serial = 50_000;
  const random = seededRandom(29);
  const simulator = createAliSimulator({
    clock: { nowMs: () => nowMs },
    random,
    seed: aliBusyDay({ nowMs, random, orders, timings: PLATFORM }),
    timings: PLATFORM,
    assetsDir: 'assets',
    rateLimit: { ratePerSecond: 1_000_000, burst: 1_000_000, banSeconds: 1 },
  });
  const { url } = await simulator.start();
  onTestFinished(async () => await simulator.stop());
  const settingsOf = () => ({
    appKey: simulator.keys.appKey,
    appSecret: simulator.keys.appSecret,
    redirectUrl: simulator.keys.redirectUri,
    authorisationCode: simulator.issueCode(),
    baseUrl: url,
  });
  const http = createHttp({ fetch: globalThis.fetch });
  const make = (
    settings: Readonly<Record<string, string>>,
    lent: { readonly clock: Clock; readonly makePacer: MakePacer; readonly http?: Http },
    notebook = memoryNotebook(),
  ) => {
    const factory = aliexpressFactory({ http, ...lent, timings: { requestTimeoutMs: 5_000 } });
    return factory.create({ ...settingsOf(), ...settings }, { notebook });
  };
  const stillClock = (skewMs: number): Clock => ({ nowMs: () => nowMs + skewMs, after: () => () => undefined });
  const connect = (settings: Readonly<Record<string, string>> = {}, skewMs = 0) =>
    make(settings, { clock: stillClock(skewMs), makePacer: freePacer() });
  let inFlight = 0;
  const countedHttp: Http = {
    send: async (request) => {
      inFlight += 1;
      try {
        return await http.send(request);
      } finally {
        inFlight -= 1;
      }
    },
  };
  /** While a call waits for its turn, time goes by; not while another one is on its way, which leaves the moment it may. */
  const waitingClock: Clock = {
    nowMs: () => nowMs,
    after: (delayMs, task) => {
      const tick = () => {
        if (inFlight > 0) {
          timer = setTimeout(tick, 1);
          return;
        }
        nowMs += delayMs;
        task();
      };
      let timer = setTimeout(tick, 1);
      return () => clearTimeout(timer);
    },
  };
  const add = (wish: Partial<OrderWish> = {}) => {
    serial += 1;
    const order = makeOrder(random, {
      serial,
      createdAtMs: nowMs,
      country: 'US',
      logisticsType: 'CAINIAO_STANDARD',
      timings: PLATFORM,
      ...wish,
    });
    move(order, 'pay', nowMs, PLATFORM);
    move(order, 'passRisk', nowMs, PLATFORM);
    simulator.addOrder(order);
    return order;
  };
  const book = (remoteId: string) => {
    const order = simulator.world().orders.find((one) => one.orderId === remoteId);
    if (order === undefined) throw new Error(`no order ${remoteId}`);
    return order;
  };
  const notebook = memoryNotebook();
  return {
    simulator,
    url,
    notebook,
    settings: settingsOf(),
    connector: make({}, { clock: stillClock(0), makePacer: freePacer() }, notebook),
    connect,
    add,
    book,
    pass: (ms) => void (nowMs += ms),
    connectorWithSkew: (skewMs) => connect({}, skewMs),
    nowMs: () => nowMs,
    fault: (fault, where, count) => {
      for (const name of where === 'reads' ? READS : WRITES) {
        const path = `/sync/aliexpress.${name}`;
        simulator.faults.add({ kind: FAULTS[fault], path, ...(count === undefined ? {} : { count }) });
      }
    },
    clearFaults: () => simulator.faults.clear(),
    booked: () => simulator.world().orders.map(bookedOrder),
    addOrder: () => add().orderId,
    bookedCases: () => bookedCases(simulator.world(), nowMs),
    disturbCases: (chance) => disturbCases(simulator, add, chance),
    pacedConnector: () => make({}, { clock: waitingClock, makePacer: tokenPacer(waitingClock), http: countedHttp }),
    lowestLevels: () => ({
      api: lowestLevel(
        simulator.requests.times().map((time) => time.atMs),
        { ratePerSecond: 2, burst: 4 },
      ),
    }),
    expireToken: () => simulator.expireAccessToken(),
    disturb: (remoteId, chance) => disturb(simulator, book(remoteId), chance),
    ready: async (kind) => ready(kind, simulator, add),
    timesDone: (effect) => timesDone(effect, simulator.world()),
    settleMs: SETTLE_MS,
    secrets: [
      simulator.keys.appSecret,
      simulator.keys.accessToken,
      simulator.keys.refreshToken,
      ...simulator.world().orders.flatMap(secretsOf),
    ],
  };
}

function bookedOrder(order: AliOrder): BookedOrder {
  const isCancelled = order.status === 'FINISH' && order.endReason !== '';
  const isDisputed = order.issueStatus === 'IN_ISSUE' && !isCancelled;
  return {
    remoteId: order.orderId,
    stage: isCancelled ? 'cancelled' : isDisputed ? 'disputed' : STAGES[order.status],
    placedAtMs: order.createdAtMs,
    shipByMs:
      order.status === 'WAIT_SELLER_SEND_GOODS' && order.sendDueAtMs !== null
        ? Math.floor(order.sendDueAtMs / 1_000) * 1_000
        : null,
  };
}

const secretsOf = ({ address }: AliOrder) =>
  [address.contactPerson, address.mobileNo, address.detailAddress].filter((secret) => secret.length > 5);

/** Low chance: the buyer does not want it any more, or has it. High: the deadline moves, which moves no status. */
function disturb(simulator: AliSimulator, order: AliOrder, chance: number): void {
  const { orderId, status, sendDueAtMs } = order;
  if (chance > 0.9 && sendDueAtMs !== null) simulator.moveDeadline(orderId, sendDueAtMs + HOUR_MS);
  if (chance > 0.4) return;
  if (status === 'PLACE_ORDER_SUCCESS') simulator.move(orderId, 'cancelUnpaid');
  else if (status === 'RISK_CONTROL') simulator.move(orderId, 'cancelInRisk');
  else if (status === 'WAIT_SELLER_SEND_GOODS') simulator.askToCancel(orderId);
  else if (status === 'IN_CANCEL') simulator.move(orderId, 'acceptCancel');
  else if (status === 'WAIT_BUYER_ACCEPT_GOODS') simulator.move(orderId, 'buyerAccepts');
}

function bookedCases(world: AliWorld, nowMs: number): BookedCase[] {
  const cancels = world.orders
    .filter((order) => order.status === 'IN_CANCEL')
    .map(({ orderId }): BookedCase => ({ kind: 'cancel-request', remoteId: orderId, stage: 'wait-seller' }));
  const disputes = world.issues.map((issue): BookedCase => {
    const turns: Readonly<Record<string, AfterSaleStage>> = {
      wait_for_seller_response: 'wait-seller',
      wait_for_seller_confirmation: 'wait-seller',
      wait_for_buyer_response: 'wait-buyer',
      wait_for_buyer_return: 'wait-buyer',
    };
    const stage = issue.status === 'processing' ? turns[issue.reverseStatus]! : 'closed';
    return { kind: 'dispute', remoteId: issue.issueId, stage };
  });
  const reviews = world.evaluations
    .filter((one) => one.buyerAtMs <= nowMs)
    .map((one): BookedCase => {
      const isOpen = one.sellerReply === '' && one.validUntilMs > nowMs;
      return { kind: 'review', remoteId: one.childId, stage: isOpen ? 'wait-seller' : 'closed' };
    });
  return [...cancels, ...disputes, ...reviews];
}

/** A wish to cancel, a dispute that opens or ends, a review. */
function disturbCases(simulator: AliSimulator, add: () => AliOrder, chance: number): void {
  const { orders, issues } = simulator.world();
  if (chance < 0.3) {
    simulator.askToCancel(add().orderId);
    return;
  }
  const open = issues.find((issue) => issue.status === 'processing');
  if (chance < 0.5 && open !== undefined) {
    simulator.cancelIssue(open.issueId);
    return;
  }
  const sent = orders.find(
    (order) =>
      order.status === 'WAIT_BUYER_ACCEPT_GOODS' &&
      order.issueStatus === 'NO_ISSUE' &&
      order.frozenStatus === 'NO_FROZEN',
  );
  if (sent === undefined) return;
  if (chance < 0.85)
    simulator.openIssue({ orderId: sent.orderId, type: chance < 0.7 ? 'refund' : 'return_and_refund' });
  else simulator.move(sent.orderId, 'buyerAccepts');
}

const STOCK = { productId: '1005004000000000', skuCode: 'MUG-MOON-350' };

function ready(kind: EffectKind, simulator: AliSimulator, add: (wish?: Partial<OrderWish>) => AliOrder): Effect {
  const order = add();
  const { orderId: remoteId } = order;
  const parcelId = `${remoteId}:1` as ParcelId;
  switch (kind) {
    case 'push-tracking':
      return {
        kind,
        remoteId,
        parcelId,
        trackingNumber: `UB${remoteId.slice(-9)}YP`,
        carrier: 'CAINIAO_STANDARD',
        items: null,
        isLast: true,
        replaces: null,
      };
    case 'buy-label':
      return {
        kind,
        remoteId,
        parcelId,
        offer: {
          id: 'CAINIAO_STANDARD_TS_12350032',
          carrier: 'CAINIAO_STANDARD',
          service: 'Standard',
          price: { minor: 4_580, currency: 'CNY' },
        },
        measure: { weightGrams: 300, lengthMm: 200, widthMm: 150, heightMm: 80 },
        items: null,
      };
    case 'answer-case':
      simulator.askToCancel(remoteId);
      return {
        kind,
        remoteId,
        caseKind: 'cancel-request',
        orderRemoteId: remoteId,
        action: 'accept',
        text: '',
        amount: null,
        trackingNumber: null,
        carrier: null,
      };
    case 'push-stock':
      return { kind, remoteId: STOCK.productId, sku: STOCK.skuCode, quantity: 77 };
    default:
      throw new Error(`AliExpress knows no ${kind}`);
  }
}

function timesDone(effect: Effect, { orders, products }: AliWorld): number {
  const effects = orders.find((order) => order.orderId === effect.remoteId)?.effects;
  switch (effect.kind) {
    case 'push-tracking':
      return effects?.declared.length ?? 0;
    case 'buy-label':
      return effects?.waybills ?? 0;
    case 'answer-case':
      return effects?.cancelsAccepted ?? 0;
    case 'push-stock':
      return products.flatMap(({ skus }) => skus).find((sku) => sku.skuCode === effect.sku)?.stockSets ?? 0;
    default:
      return 0;
  }
}
