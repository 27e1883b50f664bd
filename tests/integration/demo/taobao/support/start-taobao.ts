import { createHash, createHmac } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { emptyWorld } from '../../../../../src-main/demo/taobao/busy-day/shop.ts';
import { makeTrade, type TradeWish } from '../../../../../src-main/demo/taobao/busy-day/make-trade.ts';
import {
  createTaobaoSimulator,
  type TaobaoSimulator,
  type TaobaoSimulatorOptions,
} from '../../../../../src-main/demo/taobao/simulator.ts';
import type { TaobaoTimings } from '../../../../../src-main/demo/taobao/timings.ts';
import type { TaobaoTrade } from '../../../../../src-main/demo/taobao/trade.ts';
import { readJson } from '../../../../../src-main/demo/kit/http/json.ts';
import { seededRandom } from '../../../../../src-main/demo/random.ts';

/** 14:00 in Beijing. */
export const startMs = Date.parse('2026-11-22T06:00:00Z');

/** Round numbers, so that a test can say when. */
export const testTimings: TaobaoTimings = {
  pickupDelayMs: 60_000,
  transitStepMs: 100_000,
  confirmDelayMs: 1_000_000,
  autoConfirmMs: 864_000_000,
  refundAnswerUnshippedMs: 172_800_000,
  refundAnswerShippedMs: 432_000_000,
  messageRedeliveryMs: 30_000,
};

export interface Reply {
  status: number;
  text: string;
  /** Parsed without losing digits; undefined when it is no JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the tests look into answers of many shapes
  json: any;
  /** The inside of the one root key. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the tests look into answers of many shapes
  value: any;
}

export interface Bench {
  simulator: TaobaoSimulator;
  url: string;
  pass(ms: number): void;
  nowMs(): number;
  /** A signed call; `undefined` takes a common parameter away. */
  call(method: string, own?: Record<string, string | undefined>): Promise<Reply>;
  /** The code and sub code of a refused call. */
  refused(method: string, own?: Record<string, string | undefined>): Promise<[number, string | undefined]>;
  book(tid: string): TaobaoTrade;
  add(wish?: Partial<TradeWish> & { serial: number }, change?: (trade: TaobaoTrade) => void): TaobaoTrade;
}

/** A simulator on a free port with a clock that the test turns; stopped when the test is over. */
export async function startTaobao(options: Partial<TaobaoSimulatorOptions> = {}): Promise<Bench> {
  let nowMs = startMs;
  const simulator = createTaobaoSimulator({
    clock: { nowMs: () => nowMs },
    random: seededRandom(11),
    seed: emptyWorld(startMs),
    timings: testTimings,
    ...options,
  });
  const { url } = await simulator.start();
  onTestFinished(() => simulator.stop());
  const call = (method: string, own: Record<string, string | undefined> = {}): Promise<Reply> =>
    post(url, signedForm(simulator, nowMs, { method, ...own }));
  return {
    simulator,
    url,
    pass: (ms) => (nowMs += ms),
    nowMs: () => nowMs,
    call,
    refused: async (method, own) => {
      const { error_response } = (await call(method, own)).json;
      return [error_response?.code, error_response?.sub_code];
    },
    book: (tid) => simulator.world().trades.find((trade) => trade.tid === tid)!,
    add: (wish = { serial: 1 }, change) => {
      const trade = newTrade(wish);
      change?.(trade);
      simulator.addTrade(trade);
      return trade;
    },
  };
}

export function newTrade(wish: Partial<TradeWish> & { serial: number }): TaobaoTrade {
  return makeTrade(seededRandom(wish.serial), {
    createdMs: startMs - 3_600_000,
    items: emptyWorld(startMs).items,
    lines: [['MUG-MOON-350', 1]],
    ...wish,
  });
}

/** GMT+8, written a second time so that the test shares nothing with what it checks. */
export function beijing(atMs: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return parts.format(atMs);
}

/** The form with its common parameters and its signature. */
export function signedForm(
  simulator: Pick<TaobaoSimulator, 'keys'>,
  nowMs: number,
  own: Record<string, string | undefined>,
): Record<string, string> {
  const { appKey, secret, session } = simulator.keys();
  const all: Record<string, string | undefined> = {
    app_key: appKey,
    session,
    timestamp: beijing(nowMs),
    v: '2.0',
    format: 'json',
    sign_method: 'hmac-sha256',
    ...own,
  };
  const form = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  return 'sign' in own ? form : { ...form, sign: signOf(form, secret) };
}

export function signOf(form: Record<string, string>, secret: string): string {
  const text = Object.keys(form)
    .filter((name) => form[name] !== '')
    .toSorted()
    .map((name) => name + form[name])
    .join('');
  if (form['sign_method'] === 'md5') return hex(createHash('md5').update(secret + text + secret));
  return hex(createHmac(form['sign_method'] === 'hmac' ? 'md5' : 'sha256', secret).update(text));
}

function hex(hash: { digest(encoding: 'hex'): string }): string {
  return hash.digest('hex').toUpperCase();
}

export async function post(url: string, body: Record<string, string> | FormData): Promise<Reply> {
  const response = await fetch(`${url}/router/rest`, {
    method: 'POST',
    body: body instanceof FormData ? body : new URLSearchParams(body),
    signal: AbortSignal.timeout(5_000),
  });
  const text = await response.text();
  let json: unknown;
  try {
    json = readJson(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, text, json, value: Object.values(Object(json))[0] };
}
