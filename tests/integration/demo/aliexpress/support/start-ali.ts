import { createHmac } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { aliBusyDay } from '../../../../../src-main/demo/aliexpress/busy-day/busy-day.ts';
import { makeOrder, type OrderWish } from '../../../../../src-main/demo/aliexpress/busy-day/make-order.ts';
import type { AliOrder } from '../../../../../src-main/demo/aliexpress/order.ts';
import { move } from '../../../../../src-main/demo/aliexpress/rules/move.ts';
import {
  createAliSimulator,
  type AliSimulator,
  type AliSimulatorOptions,
} from '../../../../../src-main/demo/aliexpress/simulator.ts';
import { realisticTimings, type AliTimings } from '../../../../../src-main/demo/aliexpress/timings.ts';
import { readJson, writeJson } from '../../../../../src-main/demo/kit/http/json.ts';
import { seededRandom } from '../../../../../src-main/demo/random.ts';

export const startMs = Date.parse('2026-11-22T06:00:00Z');
export const hour = 3_600_000;
export const day = 24 * hour;

/** Round numbers, so that a test can say when. */
export const testTimings: AliTimings = {
  ...realisticTimings,
  riskCheckMs: day,
  moneyMovesMs: hour,
  numberDelayMs: 60_000,
  pickupDelayMs: hour,
  transitStepMs: hour,
  reviewDelayMs: hour,
};

// oxlint-disable-next-line typescript/no-explicit-any -- the tests look into answers of fifty shapes
export type Loose = any;

export interface Bench {
  simulator: AliSimulator;
  url: string;
  now(): number;
  pass(ms: number): void;
  /** A `/sync` call, plain; the answer's `…_response` object, or the whole answer when there is none. */
  sync(method: string, business?: Record<string, unknown>, change?: Record<string, string>): Promise<Loose>;
  /** The same with `simplify=true`. */
  simple(method: string, business?: Record<string, unknown>): Promise<Loose>;
  rest(path: string, business?: Record<string, unknown>, change?: Record<string, string>): Promise<Loose>;
  book(orderId: string): AliOrder;
}

/** A simulator on a free port with a clock that the test turns; stopped when the test is over. */
export async function startAli(options: Partial<AliSimulatorOptions> & { orders?: number } = {}): Promise<Bench> {
  let nowMs = startMs;
  const clock = { nowMs: () => nowMs };
  const random = seededRandom(11);
  const { orders = 0, ...rest } = options;
  const seed = aliBusyDay({ nowMs, random, orders, timings: testTimings });
  const simulator = createAliSimulator({
    clock,
    random,
    seed,
    timings: testTimings,
    assetsDir: 'assets',
    rateLimit: { ratePerSecond: 1_000, burst: 1_000, banSeconds: 1 },
    ...rest,
  });
  const { url } = await simulator.start();
  onTestFinished(() => simulator.stop());
  const sync: Bench['sync'] = async (method, business = {}, change = {}) => {
    const texts = {
      ...commonOf(simulator, nowMs),
      method,
      v: '2.0',
      format: 'json',
      session: simulator.keys.accessToken,
    };
    const json = await post(`${url}/sync`, '', { ...texts, ...encoded(business), ...change }, simulator.keys.appSecret);
    return json[`${method.replaceAll('.', '_')}_response`] ?? json;
  };
  return {
    simulator,
    url,
    now: () => nowMs,
    pass: (ms) => (nowMs += ms),
    sync,
    simple: (method, business = {}) => sync(method, business, { simplify: 'true' }),
    rest: (path, business = {}, change = {}) =>
      post(
        `${url}/rest${path}`,
        path,
        { ...commonOf(simulator, nowMs), ...encoded(business), ...change },
        simulator.keys.appSecret,
      ),
    book: (orderId) => simulator.world().orders.find((order) => order.orderId === orderId)!,
  };
}

function commonOf(simulator: AliSimulator, nowMs: number): Record<string, string> {
  return { app_key: simulator.keys.appKey, timestamp: String(nowMs), sign_method: 'sha256' };
}

/** JSON parameters are serialised once: what is signed is what is sent. */
function encoded(business: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(business).map(([name, value]) => [name, typeof value === 'string' ? value : writeJson(value)]),
  );
}

/** The test's own signature, written from the document and not from the simulator. */
export function signed(apiPath: string, texts: Record<string, string>, secret: string): string {
  const names = Object.keys(texts).filter((name) => texts[name] !== '');
  names.sort();
  const text = apiPath + names.map((name) => `${name}${texts[name]}`).join('');
  return createHmac('sha256', secret).update(text, 'utf8').digest('hex').toUpperCase();
}

async function post(url: string, apiPath: string, texts: Record<string, string>, secret: string): Promise<Loose> {
  const { sign = signed(apiPath, texts, secret), ...rest } = texts;
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ ...rest, sign }),
    signal: AbortSignal.timeout(5_000),
  });
  return readJson(await response.text());
}

/** A paid order that waits to be shipped. */
export function paidOrder(wish: Partial<OrderWish> = {}): AliOrder {
  const serial = wish.serial ?? 901;
  const order = makeOrder(seededRandom(serial), {
    serial,
    createdAtMs: startMs - 30 * hour,
    country: 'US',
    items: [
      ['MUG-MOON-350', 2],
      ['COMB-BEECH-18', 1],
    ],
    logisticsType: 'CAINIAO_STANDARD',
    timings: testTimings,
    ...wish,
  });
  move(order, 'pay', order.createdAtMs + 60_000, testTimings);
  move(order, 'passRisk', startMs - hour, testTimings);
  return order;
}

/** A simulator with one paid order. */
export async function withOrder(
  wish: Partial<OrderWish> = {},
  options: Parameters<typeof startAli>[0] = {},
): Promise<Bench & { order: AliOrder }> {
  const bench = await startAli(options);
  const order = paidOrder(wish);
  bench.simulator.addOrder(order);
  return { ...bench, order };
}
