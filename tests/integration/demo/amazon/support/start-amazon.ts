import { onTestFinished } from 'vitest';
import { emptyAmazonWorld } from '../../../../../src-main/demo/amazon/day/busy-amazon-day.ts';
import { makeAmazonOrder, type OrderWish } from '../../../../../src-main/demo/amazon/day/make-order.ts';
import type { Region } from '../../../../../src-main/demo/amazon/marketplaces.ts';
import type { AmazonOrder } from '../../../../../src-main/demo/amazon/order.ts';
import {
  createAmazonSimulator,
  type AmazonSimulator,
  type AmazonSimulatorOptions,
} from '../../../../../src-main/demo/amazon/simulator.ts';
import type { AmazonTimings } from '../../../../../src-main/demo/amazon/timings.ts';
import type { AmazonWorld } from '../../../../../src-main/demo/amazon/world.ts';
import { seededRandom } from '../../../../../src-main/demo/random.ts';

export const startMs = Date.parse('2026-11-22T06:00:00Z');
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const us = 'ATVPDKIKX0DER';
export const userAgent = 'ChudanTest/1.0 (Language=TypeScript; Platform=Windows/11)';

/** Round numbers, so that a test can say when. */
export const testTimings: AmazonTimings = {
  confirmDelayMs: 60_000,
  searchLagMs: 0,
  feedStartMs: 10_000,
  feedWorkMs: 20_000,
  reportStartMs: 10_000,
  reportWorkMs: 20_000,
  refundDelayMs: 100_000,
  moneyDelayMs: 48 * hour,
  pickupDelayMs: hour,
  transitStepMs: day,
};

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- the tests look into answers of forty shapes
  json: any;
}

export interface Bench {
  simulator: AmazonSimulator;
  url: string;
  pass(ms: number): void;
  nowMs(): number;
  token(region?: Region): Promise<string>;
  get(path: string, query?: Record<string, string>, options?: CallOptions): Promise<Reply>;
  send(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Reply>;
  /** The order in the platform's books. */
  book(orderId: string): AmazonOrder;
}

export interface CallOptions {
  region?: Region;
  token?: string;
  headers?: Record<string, string>;
}

type Wishes = Partial<AmazonSimulatorOptions> & { world?: (world: AmazonWorld) => AmazonWorld };

/** A simulator on a free port with a clock that the test turns; stopped when the test is over. */
export async function startAmazon({ world = (given) => given, ...options }: Wishes = {}): Promise<Bench> {
  let nowMs = startMs;
  const simulator = createAmazonSimulator({
    clock: { nowMs: () => nowMs },
    random: seededRandom(11),
    seed: world(emptyAmazonWorld(startMs)),
    timings: testTimings,
    assetsDir: 'assets',
    ...options,
  });
  const { url } = await simulator.start();
  onTestFinished(() => simulator.stop());
  const token = async (region: Region = 'NA'): Promise<string> => {
    const reply = await askToken(url, { refresh_token: simulator.keys().refreshTokens[region]! }, simulator);
    return reply.json.access_token as string;
  };
  const call = async (method: string, target: string, body: unknown, more: CallOptions): Promise<Reply> => {
    const headers: Record<string, string> = {
      'user-agent': userAgent,
      'x-amz-access-token': more.token ?? (await token(more.region)),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more.headers,
    };
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const init = { method, headers, signal: AbortSignal.timeout(8_000), ...(text === undefined ? {} : { body: text }) };
    return await replyOf(await fetch(url + target, init));
  };
  return {
    simulator,
    url,
    token,
    pass: (ms) => void (nowMs += ms),
    nowMs: () => nowMs,
    get: (path, query = {}, more = {}) => call('GET', withQuery(path, query), undefined, more),
    send: (method, path, body, more = {}) => call(method, path, body, more),
    book: (orderId) => simulator.order(orderId)!,
  };
}

function withQuery(path: string, query: Record<string, string>): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? path : `${path}?${text}`;
}

export async function askToken(
  url: string,
  fields: Record<string, string>,
  simulator: AmazonSimulator,
): Promise<Reply> {
  const { clientId, clientSecret } = simulator.keys();
  const form = { grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret, ...fields };
  const response = await fetch(`${url}/auth/o2/token`, { method: 'POST', body: new URLSearchParams(form) });
  return await replyOf(response);
}

export async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
}

/** A fresh paid order with the goods the test wants: two mugs and a cable, unless told. */
export function newOrder(wish: Partial<OrderWish> = {}): AmazonOrder {
  return makeAmazonOrder(seededRandom(wish.serial ?? 900), {
    serial: 900,
    region: 'NA',
    createdAtMs: startMs - hour,
    shipByMs: startMs + 2 * day,
    items: [
      ['MUG-MOON-350', 2],
      ['CABLE-GRAPH-2M', 1],
    ],
    ...wish,
  });
}

export function confirmPath(order: AmazonOrder): string {
  return `/orders/v0/orders/${order.orderId}/shipmentConfirmation`;
}

/** A confirmation of the whole order, changed where the test wants. */
export function confirmation(order: AmazonOrder, detail: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    marketplaceId: order.marketplaceId,
    packageDetail: {
      packageReferenceId: '1',
      carrierCode: 'Other',
      carrierName: 'YunExpress',
      shippingMethod: 'Standard',
      trackingNumber: 'YT0000000000000001',
      shipDate: '2026-11-22T05:30:00Z',
      orderItems: order.lines.map(({ orderItemId, quantity }) => ({ orderItemId, quantity })),
      ...detail,
    },
  };
}

export const searchPath = '/orders/2026-01-01/orders';
export const usefulData = 'BUYER,RECIPIENT,PROCEEDS,CANCELLATION,FULFILLMENT,PACKAGES';
