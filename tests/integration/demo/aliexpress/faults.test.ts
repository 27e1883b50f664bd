import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FaultRule } from '../../../../src-main/demo/aliexpress/faults.ts';
import { paidOrder, startAli, withOrder, type Bench, type Loose } from './support/start-ali.ts';

const list = 'aliexpress.trade.seller.orderlist.get';
const ship = 'aliexpress.solution.order.fulfill';
const everything = { param_aeop_order_query: { current_page: 1, page_size: 5 } };
const parcel = { service_name: 'DHL', logistics_no: '1234567890', send_type: 'all' };
const onList = (rule: Omit<FaultRule, 'path'>): { faults: FaultRule[] } => ({
  faults: [{ path: `/sync/${list}`, count: 1, ...rule }],
});

describe('timeouts', () => {
  it.each([
    ['timeout-before-write', 0],
    ['timeout-after-write', 1],
  ] as const)('%s drops the line with the effect done %i times', async (kind, effects) => {
    const { order, ...bench } = await withOrder({}, { faults: [{ kind, path: `/sync/${ship}`, count: 1 }] });
    await expect(bench.sync(ship, { ...parcel, out_ref: order.orderId })).rejects.toThrow();
    expect(bench.book(order.orderId).effects.declared).toHaveLength(effects);
    const again = await bench.sync(ship, { ...parcel, out_ref: order.orderId });
    expect(again.result.result_success).toBe(effects === 0);
    expect(bench.book(order.orderId).effects.declared).toHaveLength(1);
  });

  it('strike one operation of the gateway and no other', async () => {
    const bench = await startAli({ faults: [{ kind: 'timeout-before-write', path: `/sync/${list}` }] });
    expect((await bench.sync('aliexpress.merchant.profile.get')).profile.country).toBe('CN');
    await expect(bench.sync(list, everything)).rejects.toThrow();
    expect(bench.simulator.requests.times().map((one) => one.status)).toEqual([200, null]);
  });
});

describe('errors of the gateway', () => {
  it.each([
    ['service-unavailable', 'ServiceUnavailable'],
    ['rate-limit', 'ApiCallLimit'],
    ['expired-token', 'IllegalAccessToken'],
    ['missing-permission', 'InsufficientPermission'],
    ['ip-not-allowed', 'AppWhiteIpLimit'],
    ['api-removed', 'InvalidApiPath'],
    ['nested-error', 'ServiceUnavailable'],
  ] as const)('%s', async (kind, code) => {
    const bench = await startAli(onList({ kind, retryAfterSeconds: 7 }));
    const reply = await bench.sync(list, everything);
    expect(reply.error_response.code).toBe(code);
    if (kind === 'rate-limit') expect(reply.error_response.msg).toContain('7 more seconds');
    expect((await bench.sync(list, everything)).result.success).toBe(true);
  });

  it('one level deeper', async () => {
    const bench = await startAli(onList({ kind: 'nested-error' }));
    // The bench looks into the response object: there it is.
    expect(Object.keys(await bench.sync(list, everything))).toEqual(['error_response']);
  });

  it('of /rest in the words of /rest', async () => {
    const bench = await startAli({ faults: [{ kind: 'service-unavailable', path: '/rest/auth/*' }] });
    expect(await bench.rest('/auth/token/refresh', { refresh_token: 'x' })).toMatchObject({
      type: 'SYSTEM',
      code: 'ServiceUnavailable',
    });
  });

  it('HTML and broken JSON', async () => {
    const html = await startAli(onList({ kind: 'html-502' }));
    await expect(html.sync(list, everything)).rejects.toThrow(SyntaxError);
    const cut = await startAli(onList({ kind: 'truncated-json' }));
    await expect(cut.sync(list, everything)).rejects.toThrow(SyntaxError);
  });
});

describe('answers that are odd', () => {
  it('the same page again', async () => {
    const bench = await startAli({ orders: 20 });
    const first = await bench.simple(list, everything);
    bench.simulator.faults.add({ kind: 'duplicate-page', path: `/sync/${list}`, count: 1 });
    const second = { param_aeop_order_query: { current_page: 2, page_size: 5 } };
    expect((await bench.simple(list, second)).result).toEqual(first.result);
    expect((await bench.simple(list, second)).result.current_page).toBe(2);
  });

  it('words that no document has, and booleans as text', async () => {
    const bench = await withOrder(
      {},
      {
        faults: [
          { kind: 'unknown-values', path: '/sync/*' },
          { kind: 'text-booleans', path: '/sync/*' },
        ],
      },
    );
    const { result } = await bench.simple(list, everything);
    expect(result.success).toBe('true');
    expect(result.target_list[0].order_status).toBe('WAIT_QUANTUM_ALIGNMENT');
  });

  it('an order whose request to cancel is over', async () => {
    const bench = await withOrder({}, onList({ kind: 'inexact-cancel-filter' }));
    const ask = async (): Promise<Loose[]> =>
      (
        await bench.simple(list, {
          param_aeop_order_query: { current_page: 1, page_size: 5, order_status: 'IN_CANCEL' },
        })
      ).result.target_list;
    expect((await ask()).map((order) => order.order_status)).toEqual(['WAIT_SELLER_SEND_GOODS']);
    expect(await ask()).toEqual([]);
  });

  it('a failure on HTTP 200 that writes nothing', async () => {
    const { order, ...bench } = await withOrder(
      {},
      { faults: [{ kind: 'business-failure', path: '/sync/*', count: 2 }] },
    );
    expect((await bench.sync(ship, { ...parcel, out_ref: order.orderId })).result.result_success).toBe(false);
    const flat = await bench.sync('aliexpress.logistics.sellershipmentfortop', { ...parcel, out_ref: order.orderId });
    expect(flat).toMatchObject({ result_success: false, result_error_code: 'SYSTEM_ERROR' });
    expect(bench.book(order.orderId).effects.declared).toEqual([]);
  });

  it('one line of two', async () => {
    const { order, ...bench } = await withOrder(
      {},
      { faults: [{ kind: 'partial-failure', path: '/sync/*', count: 1 }] },
    );
    const sub = (index: number): Loose => ({
      sub_trade_order_index: index,
      send_type: 'all',
      shipment_list: [{ logistics_no: `123456789${index}`, service_name: 'DHL' }],
    });
    const { result } = await bench.simple('aliexpress.logistics.order.shipment', {
      param_aeop_seller_shipment_sub_trade_order_request: {
        trade_order_id: order.orderId,
        sub_trade_order_list: [sub(1), sub(2)],
      },
    });
    expect(result.success).toBe(false);
    expect(result.sub_trade_order_list.map((one: Loose) => one.sub_trade_order_index)).toEqual([2]);
  });

  it('a clock that is wrong, an answer that takes its time', async () => {
    const bench = await startAli({
      faults: [
        { kind: 'clock-skew', path: '/oauth/*', skewMs: -600_000 },
        { kind: 'slow', path: '/oauth/*', latencyMs: 60 },
      ],
    });
    const began = performance.now();
    const response = await fetch(`${bench.url}/oauth/authorize`);
    expect(response.headers.get('date')).toBe('Sun, 22 Nov 2026 05:50:00 GMT');
    expect(performance.now() - began).toBeGreaterThan(55);
  });
});

describe('memory', () => {
  async function stateFile(): Promise<string> {
    const dir = await mkdtemp(join(tmpdir(), 'ali-'));
    onTestFinished(() => rm(dir, { recursive: true }));
    return join(dir, 'state.json');
  }

  it('outlives the process: what was answered is on disk', async () => {
    const path = await stateFile();
    const { order, ...bench } = await withOrder({}, { stateFile: path });
    await bench.sync(ship, { ...parcel, out_ref: order.orderId });
    const token = await bench.rest('/auth/token/refresh', { refresh_token: bench.simulator.keys.refreshToken });
    await bench.simulator.stop();
    const next = await startAli({ stateFile: path, orders: 5 });
    expect(next.simulator.world().orders).toHaveLength(1);
    expect(next.book(order.orderId).effects.declared).toHaveLength(1);
    expect(next.simulator.keys.accessToken).toBe(token.access_token);
  });

  it('refuses a file of somebody else', async () => {
    const path = await stateFile();
    await writeFile(path, '{"version":1}');
    await expect(startAli({ stateFile: path })).rejects.toThrow('the AliExpress simulator');
    expect(await readFile(path, 'utf8')).toBe('{"version":1}');
  });
});

describe('control from another process', () => {
  const tell = async (bench: Bench, event: Loose): Promise<Response> =>
    fetch(`${bench.url}/__sim/events`, { method: 'POST', body: JSON.stringify(event) });

  it('is closed unless it was opened', async () => {
    const bench = await startAli();
    expect((await fetch(`${bench.url}/__sim/world`)).status).toBe(404);
  });

  it('lets things happen and shows the books', async () => {
    const bench = await startAli({ hasControl: true });
    const order = paidOrder();
    bench.simulator.addOrder(order);
    const { orderId } = order;
    for (const event of [
      { event: 'ask-to-cancel', orderId, reason: 'x' },
      { event: 'move', orderId, name: 'refuseCancel' },
      { event: 'freeze', orderId },
      { event: 'unfreeze', orderId },
      { event: 'change-address', orderId, detailAddress: '1 New Road' },
    ]) {
      expect([event.event, (await tell(bench, event)).status]).toEqual([event.event, 200]);
    }
    await bench.sync(ship, { ...parcel, out_ref: orderId });
    const issue: Loose = await (await tell(bench, { event: 'open-issue', orderId, refundCents: 100 })).json();
    expect((await tell(bench, { event: 'cancel-issue', issueId: issue.issueId })).status).toBe(200);
    expect((await tell(bench, { event: 'expire-access-token' })).status).toBe(200);
    expect((await tell(bench, { event: 'move', orderId, name: 'fly' })).status).toBe(500);
    const world: Loose = await (await fetch(`${bench.url}/__sim/world`)).json();
    expect(world.orders[0]).toMatchObject({ issueStatus: 'END_ISSUE', address: { detailAddress: '1 New Road' } });
    const times: Loose = await (await fetch(`${bench.url}/__sim/times`)).json();
    expect(times).toMatchObject([{ operation: `/sync/${ship}`, client: bench.simulator.keys.appKey, status: 200 }]);
    expect(world.requestCounts).toEqual({ [`/sync/${ship}`]: 1 });
  });
});
