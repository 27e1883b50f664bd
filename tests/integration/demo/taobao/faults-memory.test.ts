import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { arrivingTrade } from '../../../../src-main/demo/taobao/busy-day/arriving.ts';
import type { FaultRule } from '../../../../src-main/demo/taobao/faults.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';
import { newTrade, post, signedForm, startMs, startTaobao, type Bench } from './support/start-taobao.ts';

const sold = 'taobao.trades.sold.get';
const offline = 'taobao.logistics.offline.send';
const send = { out_sid: '78000000000001', company_code: 'ZTO' };

async function struck(rule: Omit<FaultRule, 'path'>, path = sold): Promise<Bench> {
  return startTaobao({ faults: [{ count: 1, path, ...rule }] });
}

describe('faults, all with HTTP 200 unless the line itself breaks', () => {
  it.each([
    ['rate-limit', 7, 'accesscontrol.limited-by-api-access-count'],
    ['service-unavailable', 10, undefined],
    ['remote-timeout', 15, 'isp.top-remote-connection-timeout'],
    ['session-invalid', 27, 'invalid-sessionkey'],
    ['permission-withdrawn', 11, 'isv.permission-api-package-limit'],
    ['ip-not-allowed', 11, 'isv.permission-ip-whitelist-limit'],
  ] as const)('%s', async (kind, code, subCode) => {
    const bench = await struck({ kind });
    expect((await bench.call('taobao.time.get')).value.time).toBe('2026-11-22 14:00:00');
    expect(await bench.refused(sold, { fields: 'tid' })).toEqual([code, subCode]);
    expect((await bench.call(sold, { fields: 'tid' })).value.total_results).toBe(0);
  });

  it('tells how long a ban lasts', async () => {
    const bench = await struck({ kind: 'rate-limit', retryAfterSeconds: 37 });
    expect((await bench.call(sold, { fields: 'tid' })).json.error_response.sub_msg).toBe(
      'This ban will last for 37 more seconds',
    );
  });

  it('an error after the work was done', async () => {
    const bench = await struck({ kind: 'remote-timeout-after-write' }, 'taobao.logistics.*');
    const { tid } = bench.add();
    expect(await bench.refused(offline, { tid, ...send })).toEqual([15, 'isp.top-remote-connection-timeout']);
    expect(bench.book(tid)).toMatchObject({ status: 'WAIT_BUYER_CONFIRM_GOODS', parcels: [{ outSid: send.out_sid }] });
    expect(await bench.refused(offline, { tid, ...send })).toEqual([15, 'isv.logistics-offline-service-error:B04']);
  });

  it.each([
    ['timeout-before-write', 'WAIT_SELLER_SEND_GOODS'],
    ['timeout-after-write', 'WAIT_BUYER_CONFIRM_GOODS'],
  ] as const)('%s', async (kind, status) => {
    const bench = await struck({ kind }, offline);
    const { tid } = bench.add();
    await expect(bench.call(offline, { tid, ...send })).rejects.toThrow();
    expect(bench.book(tid).status).toBe(status);
  });

  it('a page of HTML, half an answer, a wrong clock', async () => {
    expect((await (await struck({ kind: 'html-502' })).call(sold, { fields: 'tid' })).status).toBe(502);
    const half = await (await struck({ kind: 'truncated-json' })).call(sold, { fields: 'tid' });
    expect([half.status, half.json]).toEqual([200, undefined]);
  });

  it('the same page again, and words nobody knows', async () => {
    const bench = await startTaobao();
    for (let serial = 1; serial <= 4; serial += 1) bench.add({ serial });
    const page = async (page_no: string) =>
      (await bench.call(sold, { fields: 'tid,status,orders.refund_status', page_size: '2', page_no })).value.trades
        .trade;
    const first = await page('1');
    bench.simulator.faults.add({ kind: 'duplicate-page', path: sold, count: 1 });
    expect(await page('2')).toEqual(first);
    bench.simulator.faults.add({ kind: 'unknown-values', path: 'taobao.trades.*', count: 1 });
    expect((await page('1'))[0]).toMatchObject({
      status: 'WAIT_QUANTUM_ALIGNMENT',
      orders: { order: [{ refund_status: 'WAIT_ORACLE' }] },
    });
    expect(await page('1')).toEqual(first);
  });
});

describe('the books', () => {
  it('count and time every request by its API', async () => {
    const bench = await startTaobao();
    await bench.call(sold, { fields: 'tid' });
    bench.pass(5_000);
    await bench.refused(sold);
    expect(bench.simulator.world().requestCounts).toEqual({ [sold]: 2 });
    expect(bench.simulator.log.times().map(({ atMs, operation }) => [atMs - startMs, operation])).toEqual([
      [0, sold],
      [5_000, sold],
    ]);
  });

  it('outlive the program, and know their own file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taobao-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const stateFile = join(folder, 'state.json');
    const before = await startTaobao({ stateFile });
    const { tid } = before.add();
    await before.call(offline, { tid, ...send });
    await before.simulator.stop();
    expect(JSON.parse(readFileSync(stateFile, 'utf8')).trades).toHaveLength(1);
    const after = await startTaobao({ stateFile });
    expect(after.book(tid).parcels[0]!.outSid).toBe(send.out_sid);
    writeFileSync(stateFile, '{"version":1}');
    await expect(startTaobao({ stateFile })).rejects.toThrow('not a state file of the Taobao simulator');
  });

  it('take the next order of the day', async () => {
    const bench = await startTaobao();
    const trade = arrivingTrade(bench.simulator.world(), startMs, seededRandom(5));
    bench.simulator.addTrade(trade);
    expect(() => bench.simulator.addTrade(trade)).toThrow('already there');
    expect((await bench.call(sold, { fields: 'tid' })).value.trades.trade).toEqual([{ tid: BigInt(trade.tid) }]);
  });
});

describe('control from another process', () => {
  it('is shut unless it was opened', async () => {
    const bench = await startTaobao();
    expect((await fetch(`${bench.url}/__sim/world`)).status).toBe(404);
  });

  it('looks at the books and lets things happen', async () => {
    const bench = await startTaobao({ hasControl: true });
    const { tid } = bench.add({ serial: 1, isPaid: false });
    const event = async (body: unknown): Promise<unknown> => {
      const reply = await fetch(`${bench.url}/__sim/events`, { method: 'POST', body: JSON.stringify(body) });
      return reply.status === 200 ? reply.json() : reply.status;
    };
    await event({ event: 'pay', tid });
    expect(bench.book(tid).status).toBe('WAIT_SELLER_SEND_GOODS');
    const { refundId } = (await event({ event: 'ask-refund', oid: tid })) as { refundId: string };
    await event({ event: 'withdraw-refund', refundId });
    await event({ event: 'move-buyer', tid, address: '新路1号' });
    await event({ event: 'judge-number', outSid: '78000000000001', suffix: 'F02' });
    await event({ event: 'set-balance', cpCode: 'ZTO', quantity: 0 });
    await event({ event: 'withdraw-permission', api: sold });
    expect(await bench.refused(sold, { fields: 'tid' })).toEqual([11, 'isv.permission-api-package-limit']);
    await event({ event: 'grant-permission', api: sold });
    await event({ event: 'expire-session' });
    expect(await bench.refused(sold, { fields: 'tid' })).toEqual([27, 'session-expired']);
    expect(await event({ event: 'rain' })).toBe(500);
    await fetch(`${bench.url}/__sim/faults`, {
      method: 'POST',
      body: JSON.stringify({ kind: 'slow', path: '*', latencyMs: 1 }),
    });
    const world = (await (await fetch(`${bench.url}/__sim/world`)).json()) as {
      judgedNumbers: unknown;
      subscriptions: { quantity: number }[];
    };
    expect([world.judgedNumbers, world.subscriptions[0]!.quantity]).toEqual([{ '78000000000001': 'F02' }, 0]);
  });

  it('serves a busy day from a program of its own', async () => {
    const program = spawn(process.execPath, ['src-main/demo/taobao/serve.ts', '--control', '--trades', '20'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void program.kill('SIGTERM'));
    const [line] = (await once(program.stdout, 'data')) as [Buffer];
    const told = JSON.parse(line.toString()) as {
      url: string;
      appKey: string;
      secret: string;
      session: string;
      redirectUri: string;
    };
    const form = signedForm({ keys: () => told }, Date.now(), {
      method: sold,
      fields: 'tid',
      type: 'guarantee_trade,step',
    });
    expect((await post(told.url, form)).value.total_results).toBe(20);
    program.kill('SIGTERM');
    await once(program, 'exit');
  });
});

describe('a fresh trade of the tests', () => {
  it('is the same for the same serial', () => {
    expect(newTrade({ serial: 4 })).toEqual(newTrade({ serial: 4 }));
  });
});
