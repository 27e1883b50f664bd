import { describe, expect, it } from 'vitest';
import type { CoupangFaultRule } from '../../../../src-main/demo/coupang/faults.ts';
import {
  acknowledge,
  invoiceFor,
  listPath,
  startCoupang,
  upload,
  verdict,
  type Bench,
} from './support/start-coupang.ts';

const invoices = '/v2/providers/openapi/apis/api/v4/vendors/A00012345/orders/invoices';

async function withFault(rule: Omit<CoupangFaultRule, 'path'>): Promise<Bench> {
  return await startCoupang({ faults: [{ path: '*', ...rule }] });
}

describe('the gateway', () => {
  it.each([
    ['error-500', 500],
    ['provider-521', 521],
    ['provider-524', 524],
    ['method-expired', 410],
    ['not-deployed', 412],
    ['locked', 423],
    ['rate-limit', 429],
    ['ip-not-allowed', 403],
    ['signature-expired', 401],
    ['gateway-504-before-write', 504],
  ] as const)('%s -> %i in the error body of the document', async (kind, status) => {
    const bench = await withFault({ kind, count: 1 });
    const reply = await bench.get(listPath('ACCEPT'));
    expect([reply.status, reply.json]).toEqual([status, { code: 'ERROR', message: expect.any(String) }]);
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(200);
  });

  it('may be a page', async () => {
    const bench = await withFault({ kind: 'access-denied-html', count: 1 });
    const denied = await bench.get(listPath('ACCEPT'));
    expect([denied.status, denied.headers.get('content-type'), denied.json]).toEqual([403, 'text/html', undefined]);
    bench.simulator.faults.add({ kind: 'vendor-blocked', path: '*', count: 1 });
    expect((await bench.get(listPath('ACCEPT'))).status).toBe(302);
    bench.simulator.faults.add({ kind: 'truncated-json', path: '*', count: 1 });
    const cut = await bench.get(listPath('ACCEPT'));
    expect([cut.status, cut.json]).toEqual([200, undefined]);
  });

  it('may say 200 and give a page after the work is done', async () => {
    const bench = await startCoupang({ faults: [{ kind: 'html-in-200', path: '*', count: 1 }] });
    const box = bench.add();
    const reply = await acknowledge(bench, box.shipmentBoxId);
    expect([reply.status, reply.json, bench.box(box.shipmentBoxId).status]).toEqual([200, undefined, 'INSTRUCT']);
  });

  it.each([
    ['gateway-504-before-write', 0],
    ['gateway-504-after-write', 1],
    ['timeout-before-write', 0],
    ['timeout-after-write', 1],
  ] as const)('%s leaves the number stored %i times', async (kind, times) => {
    const bench = await startCoupang({ faults: [{ kind, path: invoices, count: 1 }] });
    const box = bench.add();
    await acknowledge(bench, box.shipmentBoxId);
    const lost = upload(bench, invoiceFor(box));
    if (kind.startsWith('timeout')) await expect(lost).rejects.toThrow();
    else {
      expect((await lost).json).toEqual({
        code: 'ERROR',
        message: 'Request timed out, if the situation continues consider applying timeout extension.',
      });
    }
    expect(bench.box(box.shipmentBoxId).effects.invoices).toHaveLength(times);
    expect(verdict(await upload(bench, invoiceFor(box)))[1]).toBe(times === 0 ? 'OK' : 'INVALID_STATUS');
    expect(bench.box(box.shipmentBoxId).effects.invoices).toHaveLength(1);
  });

  it.each([
    [3_000, undefined, 200],
    [3_001, undefined, 504],
    [60_000, '90000', 200],
    [90_001, '90000', 504],
    [3_001, 'long', 504],
  ])('waits for a provider that takes %i ms with X-EXTENDED-TIMEOUT %s: %i', async (latencyMs, wait, status) => {
    const bench = await withFault({ kind: 'provider-slow', latencyMs });
    const headers: Record<string, string> = wait === undefined ? {} : { 'X-EXTENDED-TIMEOUT': wait };
    expect((await bench.get(listPath('ACCEPT'), headers)).status).toBe(status);
  });
});

describe('answers in another shape', () => {
  it('a failure in HTTP 200', async () => {
    const bench = await withFault({ kind: 'failure-in-200' });
    const reply = await bench.get(listPath('ACCEPT'));
    expect([reply.status, reply.json]).toEqual([200, { code: 'ERROR', message: 'Internal Exception', data: null }]);
  });

  it('the code as number, text or word', async () => {
    const bench = await startCoupang();
    const { shipmentBoxId } = bench.add();
    const codes = async (): Promise<unknown[]> => [
      (await bench.get(listPath('ACCEPT'))).json.code,
      (await acknowledge(bench, shipmentBoxId)).json.code,
    ];
    expect(await codes()).toEqual([200, '200']);
    bench.simulator.faults.add({ kind: 'code-other-shape', path: '*', count: 2 });
    expect(await codes()).toEqual(['200', 200]);
    bench.simulator.faults.add({ kind: 'code-success', path: '*', count: 2 });
    expect(await codes()).toEqual(['SUCCESS', 'SUCCESS']);
  });

  it('money as numbers, times without an offset or with fractions', async () => {
    const bench = await startCoupang();
    const { shipmentBoxId } = bench.add({ orderedAtMs: Date.parse('2026-11-22T01:20:16.123Z') });
    const look = async (): Promise<unknown[]> => {
      const { data } = (await bench.get(`v5 ordersheets/${shipmentBoxId}`)).json;
      return [data.orderItems[0].orderPrice, data.orderedAt];
    };
    bench.simulator.faults.add({ kind: 'money-as-numbers', path: '*', count: 1 });
    expect(await look()).toEqual([24600, '2026-11-22T10:20:16+09:00']);
    bench.simulator.faults.add({ kind: 'times-plain', path: '*', count: 1 });
    expect((await look())[1]).toBe('2026-11-22T10:20:16');
    bench.simulator.faults.add({ kind: 'times-with-fractions', path: '*', count: 1 });
    expect((await look())[1]).toBe('2026-11-22T10:20:16.123+09:00');
  });

  it('the same page for ever, and only for that list', async () => {
    const bench = await startCoupang();
    for (let count = 0; count < 5; count += 1) bench.add();
    const first = (await bench.get(listPath('ACCEPT', '&maxPerPage=2'))).json;
    bench.simulator.faults.add({ kind: 'duplicate-page', path: '*' });
    const again = (await bench.get(listPath('ACCEPT', `&maxPerPage=2&nextToken=${first.nextToken}`))).json;
    expect(again).toEqual(first);
    expect((await bench.get(listPath('INSTRUCT'))).json.data).toEqual([]);
  });

  it('words that no document has', async () => {
    const bench = await withFault({ kind: 'unknown-values' });
    bench.add();
    const [sheet] = (await bench.get(listPath('ACCEPT'))).json.data;
    expect(sheet).toMatchObject({ status: 'TELEPORTING', shipmentType: 'MOON_ROCKET' });
  });

  it('one of several boxes for no reason', async () => {
    const bench = await withFault({ kind: 'partial-failure' });
    const [first, second] = [bench.add(), bench.add()];
    const { data } = (await acknowledge(bench, first!.shipmentBoxId, second!.shipmentBoxId)).json;
    expect(data).toMatchObject({
      responseCode: 1,
      responseList: [{ resultCode: 'UNDEFINED_ERROR_OCCUR', retryRequired: true }, { resultCode: 'OK' }],
    });
    expect(bench.box(first!.shipmentBoxId).status).toBe('ACCEPT');
  });
});
