import { describe, expect, it } from 'vitest';
import { bringTo } from '../../../src-main/demo/busy-day/stages.ts';
import type { Integration } from '../../../src-main/demo/ozon/world.ts';
import { newPosting, startMs, startSimulator, testTimings, type Bench } from './support/start-simulator.ts';

const setTracking = '/v2/fbs/posting/tracking-number/set';
const delivering = '/v2/fbs/posting/delivering';
const lastMile = '/v2/fbs/posting/last-mile';
const delivered = '/v2/fbs/posting/delivered';

function packed(bench: Bench, integration: Integration): string {
  const posting = newPosting({ integration });
  bringTo('packed', posting, startMs, testTimings);
  bench.simulator.addPosting(posting);
  return posting.postingNumber;
}

async function verdict(bench: Bench, path: string, number: string): Promise<unknown> {
  const reply = await bench.post(path, { posting_number: [number] });
  expect(reply.status).toBe(200);
  return reply.json.result[0].error;
}

describe('tracking numbers', () => {
  it('show after a while', async () => {
    const bench = await startSimulator();
    const number = packed(bench, '3pl_tracking');
    const pair = { posting_number: number, tracking_number: 'LK123456789CN' };
    const reply = await bench.post(setTracking, { tracking_numbers: [pair] });
    expect(reply.json).toEqual({ result: [{ posting_number: number, result: true, error: '' }] });
    expect(bench.book(number).trackingNumber).toBe('');
    bench.pass(5_000);
    expect(bench.book(number)).toMatchObject({
      trackingNumber: 'LK123456789CN',
      effects: { trackingSets: ['LK123456789CN'] },
    });
  });

  it('are refused one by one, with HTTP 200', async () => {
    const bench = await startSimulator();
    const good = packed(bench, 'non_integrated');
    const fresh = newPosting({ serial: 901, integration: '3pl_tracking' });
    bench.simulator.addPosting(fresh);
    const byOzon = newPosting({ serial: 902, integration: 'aggregator' });
    bringTo('packed', byOzon, startMs, testTimings);
    bench.simulator.addPosting(byOzon);
    const numbers = [good, fresh.postingNumber, byOzon.postingNumber, 'none'];
    const pairs = numbers.map((number) => ({ posting_number: number, tracking_number: 'T1' }));
    const reply = await bench.post(setTracking, { tracking_numbers: pairs });
    expect(reply.status).toBe(200);
    expect(reply.json.result.map((item: { result: boolean; error: string }) => [item.result, item.error])).toEqual([
      [true, ''],
      [false, 'HAS_INCORRECT_STATUS'],
      [false, 'HAS_INCORRECT_TPL_INTEGRATION_TYPE'],
      [false, 'POSTING_NOT_FOUND'],
    ]);
  });

  it('are at most 20, and never empty', async () => {
    const bench = await startSimulator();
    const pair = { posting_number: 'x', tracking_number: 'T' };
    expect((await bench.post(setTracking, { tracking_numbers: Array.from({ length: 21 }, () => pair) })).status).toBe(
      400,
    );
    expect((await bench.post(setTracking, { tracking_numbers: [{ ...pair, tracking_number: '' }] })).status).toBe(400);
    expect((await bench.post(setTracking, { tracking_numbers: [{ ...pair, carrier: 'CDEK' }] })).status).toBe(400);
  });
});

describe('delivery by the seller', () => {
  it('goes through its stages in order, each later than its call', async () => {
    const bench = await startSimulator();
    const number = packed(bench, 'non_integrated');
    const seen: unknown[] = [];
    for (const path of [delivering, lastMile, delivered]) {
      expect(await verdict(bench, path, number)).toEqual([]);
      const before = bench.book(number).substatus;
      bench.pass(5_000);
      const after = bench.book(number);
      expect(before).not.toBe(after.substatus);
      seen.push([after.status, after.substatus]);
    }
    expect(seen).toEqual([
      ['delivering', 'posting_on_way_to_city'],
      ['delivering', 'posting_in_courier_service'],
      ['delivered', 'posting_conditionally_delivered'],
    ]);
    bench.pass(100_000);
    expect(bench.book(number)).toMatchObject({
      substatus: 'posting_delivered',
      effects: { delivering: 1, lastMile: 1, delivered: 1 },
    });
  });

  it('refuses calls out of order or again', async () => {
    const bench = await startSimulator();
    const number = packed(bench, 'non_integrated');
    expect(await verdict(bench, lastMile, number)).toBe('TRANSITION_IS_NOT_POSSIBLE');
    expect(await verdict(bench, delivered, number)).toBe('TRANSITION_IS_NOT_POSSIBLE');
    expect(await verdict(bench, delivering, number)).toEqual([]);
    expect(await verdict(bench, delivering, number)).toBe('TRANSITION_IS_NOT_POSSIBLE');
    bench.pass(5_000);
    expect(await verdict(bench, delivering, number)).toBe('TRANSITION_IS_NOT_POSSIBLE');
    expect(bench.book(number).effects.delivering).toBe(1);
  });

  it('wants the number first where a carrier follows the parcel, which then moves by itself', async () => {
    const bench = await startSimulator();
    const number = packed(bench, '3pl_tracking');
    expect(await verdict(bench, delivering, number)).toBe('TRANSITION_IS_NOT_POSSIBLE');
    await bench.post(setTracking, { tracking_numbers: [{ posting_number: number, tracking_number: 'T1' }] });
    expect(await verdict(bench, delivering, number)).toEqual([]);
    bench.pass(5_000 + 4 * 100_000);
    expect(bench.book(number)).toMatchObject({ status: 'delivered', substatus: 'posting_received' });
  });

  it.each([delivering, lastMile, delivered])('is not the seller’s where Ozon runs it: %s', async (path) => {
    const bench = await startSimulator();
    expect(await verdict(bench, path, packed(bench, 'aggregator'))).toBe('HAS_INCORRECT_TPL_INTEGRATION_TYPE');
    expect(await verdict(bench, path, 'none')).toBe('POSTING_NOT_FOUND');
  });

  it('offers the next step in available_actions', async () => {
    const bench = await startSimulator();
    const number = packed(bench, 'non_integrated');
    const actions = async (): Promise<string[]> =>
      (await bench.post('/v3/posting/fbs/get', { posting_number: number })).json.result.available_actions;
    expect(await actions()).toContain('non_int_delivering');
    await verdict(bench, delivering, number);
    bench.pass(5_000);
    expect(await actions()).toContain('non_int_last_mile');
    await verdict(bench, lastMile, number);
    bench.pass(5_000);
    expect(await actions()).toContain('non_int_delivered');
  });
});
