import { onTestFinished } from 'vitest';
import { busyDay } from '../../../../src-main/demo/busy-day/busy-day.ts';
import { makePosting, type PostingWish } from '../../../../src-main/demo/busy-day/make-posting.ts';
import type { OzonPosting } from '../../../../src-main/demo/ozon/posting.ts';
import {
  createOzonSimulator,
  type OzonSimulator,
  type OzonSimulatorOptions,
} from '../../../../src-main/demo/ozon/simulator.ts';
import type { OzonTimings } from '../../../../src-main/demo/ozon/timings.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';
import { readJson } from '../../../../src-main/demo/kit/http/json.ts';

export const startMs = Date.parse('2026-11-22T06:00:00Z');

/** Round numbers, so that a test can say when. */
export const testTimings: OzonTimings = {
  shipDelayMs: 10_000,
  registrationDelayMs: 10_000,
  labelReadyDelayMs: 20_000,
  labelDelayMs: 4_000,
  labelFileLifeMs: 3_600_000,
  statusDelayMs: 5_000,
  pickupDelayMs: 60_000,
  transitStepMs: 100_000,
};

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed without losing digits; undefined when it is no JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the tests look into answers of twenty shapes
  json: any;
}

export interface Bench {
  simulator: OzonSimulator;
  url: string;
  clock: { nowMs(): number };
  pass(ms: number): void;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** The posting in the platform's books. */
  book(postingNumber: string): OzonPosting;
}

/** A simulator on a free port with a clock that the test turns; stopped when the test is over. */
export async function startSimulator(
  options: Partial<OzonSimulatorOptions> & { postings?: number } = {},
): Promise<Bench> {
  let nowMs = startMs;
  const clock = { nowMs: () => nowMs };
  const random = seededRandom(11);
  const { postings = 0, ...rest } = options;
  const seed = busyDay({ nowMs, random, postings });
  const simulator = createOzonSimulator({ clock, random, seed, timings: testTimings, assetsDir: 'assets', ...rest });
  const { url } = await simulator.start();
  onTestFinished(() => simulator.stop());
  return {
    simulator,
    url,
    clock,
    pass: (ms) => (nowMs += ms),
    post: (path, body, headers) => post(url + path, body, { ...keyHeaders(simulator), ...headers }),
    book: (number) => simulator.world().postings.find((posting) => posting.postingNumber === number)!,
  };
}

export function keyHeaders(simulator: Pick<OzonSimulator, 'keys'>): Record<string, string> {
  return { 'Client-Id': simulator.keys.clientId, 'Api-Key': simulator.keys.apiKey, 'Content-Type': 'application/json' };
}

export async function post(url: string, body: unknown, headers: Record<string, string>): Promise<Reply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, { method: 'POST', headers, body: text, signal: AbortSignal.timeout(5_000) });
  return replyOf(response);
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  let json: unknown;
  try {
    json = readJson(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
}

/** A fresh posting with the goods the test wants. */
export function newPosting(wish: Partial<PostingWish> = {}): OzonPosting {
  return makePosting(seededRandom(wish.serial ?? 900), {
    serial: 900,
    nowMs: startMs,
    integration: 'aggregator',
    inProcessAtMs: startMs - 3_600_000,
    shipmentDateMs: startMs + 86_400_000,
    items: [
      ['MUG-MOON-350', 2],
      ['CABLE-GRAPH-2M', 1],
    ],
    ...wish,
  });
}

export const mugSku = 1904686181;
export const cableSku = 1420966038;

/** The whole posting as one package. */
export function wholePackage(posting: OzonPosting): unknown {
  return {
    posting_number: posting.postingNumber,
    packages: [{ products: posting.lines.map((line) => ({ product_id: Number(line.sku), quantity: line.quantity })) }],
  };
}
