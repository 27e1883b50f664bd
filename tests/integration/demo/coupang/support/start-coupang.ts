import { createHmac } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Box } from '../../../../../src-main/demo/coupang/box.ts';
import type { Exchange, Receipt } from '../../../../../src-main/demo/coupang/claims.ts';
import { makeBox, type BoxWish } from '../../../../../src-main/demo/coupang/day/make-box.ts';
import { emptyWorld } from '../../../../../src-main/demo/coupang/day/vendor.ts';
import {
  createCoupangSimulator,
  type CoupangSimulator,
  type CoupangSimulatorOptions,
} from '../../../../../src-main/demo/coupang/simulator.ts';
import type { CoupangTimings } from '../../../../../src-main/demo/coupang/timings.ts';
import { readJson } from '../../../../../src-main/demo/kit/http/json.ts';
import { seededRandom } from '../../../../../src-main/demo/random.ts';

/** Noon in Seoul on 22 November. */
export const startMs = Date.parse('2026-11-22T03:00:00Z');
export const hour = 3_600_000;
export const vendor = '/v2/providers/openapi/apis/api';
export const wing = 'warmtable';

/** Round numbers, so that a test can say when. */
const testTimings: CoupangTimings = {
  visibleDelayMs: 600_000,
  firstScanDelayMs: 10_000,
  deliveryDelayMs: 20_000,
  stopRequestLifeMs: 48 * hour,
  exchangeBoxDelayMs: 30_000,
  ticketLifeMs: 24 * hour,
  blockMs: 60_000,
  blockGrowthMs: 1_000,
};

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed without losing digits; undefined when it is no JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the tests look into answers of thirty shapes
  json: any;
}

export interface Bench {
  simulator: CoupangSimulator;
  url: string;
  pass(ms: number): void;
  /** Signs and sends; the path is below `…/api/{version}/vendors/{vendorId}/` unless it begins with a slash. */
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** As in the platform's books. */
  box(shipmentBoxId: string): Box;
  receipt(receiptId: string): Receipt;
  exchange(exchangeId: string): Exchange;
  /** Puts a fresh box on the shelf. */
  add(wish?: Partial<BoxWish>, change?: Partial<Box>): Box;
}

/** A simulator on a free port with a clock that the test turns; stopped when the test is over. */
export async function startCoupang(options: Partial<CoupangSimulatorOptions> = {}): Promise<Bench> {
  let nowMs = startMs;
  const clock = { nowMs: () => nowMs };
  const random = seededRandom(11);
  const simulator = createCoupangSimulator({
    clock,
    random,
    seed: emptyWorld(nowMs),
    timings: testTimings,
    requestsPerSecond: 1_000,
    ...options,
  });
  const { url } = await simulator.start();
  onTestFinished(() => simulator.stop());
  let serial = 900;
  const call = (method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> =>
    sendSigned(simulator, { url, nowMs, method, target: targetOf(path), body, headers });
  return {
    simulator,
    url,
    pass: (ms) => (nowMs += ms),
    get: (path, headers) => call('GET', path, undefined, headers),
    send: call,
    box: (id) => simulator.world().boxes.find((box) => box.shipmentBoxId === id)!,
    receipt: (id) => simulator.world().receipts.find((receipt) => receipt.receiptId === id)!,
    exchange: (id) => simulator.world().exchanges.find((exchange) => exchange.exchangeId === id)!,
    add: (wish = {}, change = {}) => {
      serial += 1;
      const box = { ...newBox({ serial, ...wish }), ...change };
      simulator.happen({ event: 'add-order', boxes: [box] });
      return box;
    },
  };
}

export function newBox(wish: Partial<BoxWish> = {}): Box {
  return makeBox(seededRandom(wish.serial ?? 900), {
    serial: 900,
    orderedAtMs: startMs - hour,
    items: [['MUG-MOON-350', 2]],
    ...wish,
  });
}

/** `v5 ordersheets?…` -> the whole path of the demo seller. */
function targetOf(path: string): string {
  if (path.startsWith('/')) return path;
  const [version, rest] = path.split(' ');
  return `${vendor}/${version}/vendors/A00012345/${rest}`;
}

/** Written out once more from the document, so that it shares no line with what checks it. */
export function authorization(
  keys: { accessKey: string; secretKey: string },
  atMs: number,
  method: string,
  target: string,
): string {
  const date = `${new Date(atMs).toISOString().slice(2, 19).replaceAll(/[-:]/gu, '')}Z`;
  const [path, query = ''] = target.split('?');
  const signature = createHmac('sha256', keys.secretKey).update(`${date}${method}${path}${query}`).digest('hex');
  return `CEA algorithm=HmacSHA256, access-key=${keys.accessKey}, signed-date=${date}, signature=${signature}`;
}

interface Sent {
  url: string;
  nowMs: number;
  method: string;
  target: string;
  body: unknown;
  headers: Record<string, string>;
}

async function sendSigned(simulator: CoupangSimulator, sent: Sent): Promise<Reply> {
  const { url, nowMs, method, target, body, headers } = sent;
  const text = body === undefined || typeof body === 'string' ? body : write(body);
  const response = await fetch(url + target, {
    method,
    redirect: 'manual',
    headers: {
      Authorization: authorization(simulator.keys(), nowMs, method, target),
      'Content-Type': 'application/json;charset=UTF-8',
      ...headers,
    },
    ...(text === undefined ? {} : { body: text }),
    signal: AbortSignal.timeout(5_000),
  });
  const answered = await response.text();
  let json: unknown;
  try {
    json = readJson(answered);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text: answered, json };
}

/** JSON whose ids are bare numbers with all their digits: `#123` in a text field stands for one. */
function write(body: unknown): string {
  return JSON.stringify(body).replaceAll(/"#(\d+)"/gu, '$1');
}

/** An id for a request body, to be written as a bare number. */
export function id(digits: string): string {
  return `#${digits}`;
}

/** The invoice of a whole box. */
export function invoiceFor(box: Box, change: Record<string, unknown> = {}): { [field: string]: unknown }[] {
  return box.items.map((item) => ({
    shipmentBoxId: id(box.shipmentBoxId),
    orderId: id(box.orderId),
    vendorItemId: id(item.vendorItemId),
    deliveryCompanyCode: 'CJGLS',
    invoiceNumber: '680405450931',
    splitShipping: false,
    preSplitShipped: false,
    estimatedShippingDate: '',
    ...change,
  }));
}

export function upload(bench: Bench, entries: unknown[], method = 'invoices'): Promise<Reply> {
  return bench.send('POST', `v4 orders/${method}`, { vendorId: 'A00012345', orderSheetInvoiceApplyDtos: entries });
}

export function acknowledge(bench: Bench, ...ids: string[]): Promise<Reply> {
  return bench.send('PUT', 'v4 ordersheets/acknowledgement', { vendorId: 'A00012345', shipmentBoxIds: ids.map(id) });
}

/** The first verdict of an answer: code, retry flag. */
export function verdict(reply: Reply): unknown[] {
  const first = reply.json.data.responseList[0];
  return [reply.json.data.responseCode, first.resultCode, first.retryRequired];
}

/** Through a window of the two days around the start. */
export function listPath(status: string, more = ''): string {
  return `v5 ordersheets?createdAtFrom=2026-11-21%2B09:00&createdAtTo=2026-11-22%2B09:00&status=${status}${more}`;
}
