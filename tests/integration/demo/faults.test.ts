import { describe, expect, it } from 'vitest';
import type { FaultRule } from '../../../src-main/demo/ozon/faults.ts';
import { newPosting, startSimulator, wholePackage } from './support/start-simulator.ts';

const list = '/v4/posting/fbs/list';
const listBody = { filter: { since: '2025-12-01T00:00:00Z', to: '2026-11-30T00:00:00Z' }, limit: 3 };
const ship = '/v4/posting/fbs/ship';

async function withFault(rule: FaultRule, postings = 0): ReturnType<typeof startSimulator> {
  return await startSimulator({ postings, faults: [rule] });
}

describe('timeouts', () => {
  it.each([
    ['timeout-before-write', 0],
    ['timeout-after-write', 1],
  ] as const)('%s drops the line with the effect done %i times', async (kind, effects) => {
    const bench = await withFault({ kind, path: ship, count: 1 });
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    await expect(bench.post(ship, wholePackage(posting))).rejects.toThrow();
    expect(bench.book(posting.postingNumber).effects.shipCalls).toBe(effects);
    const again = await bench.post(ship, wholePackage(posting));
    expect(again.status).toBe(effects === 0 ? 200 : 409);
  });

  it('may hang instead, until the server stops', async () => {
    const bench = await withFault({ kind: 'timeout-after-write', path: ship, hangs: true });
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    const lost = expect(bench.post(ship, wholePackage(posting))).rejects.toThrow();
    while (bench.book(posting.postingNumber).effects.shipCalls === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await bench.simulator.stop();
    await lost;
  });
});

describe('answers that are no help', () => {
  it.each([
    ['error-500', 500, 'internal error'],
    ['circle-open', 500, 'Circle is open'],
    ['rate-limit', 429, 'You have reached request rate limit per second'],
    ['version-removed', 404, 'method is not allowed'],
  ] as const)('%s', async (kind, status, message) => {
    const bench = await withFault({ kind, path: '/v4/*', count: 1, retryAfterSeconds: 7 });
    const reply = await bench.post(list, listBody);
    expect([reply.status, reply.json.message]).toEqual([status, message]);
    expect(reply.headers.get('retry-after')).toBe(status === 429 ? '7' : null);
    expect((await bench.post(list, listBody)).status).toBe(200);
  });

  it('HTML from the front', async () => {
    const bench = await withFault({ kind: 'html-502', path: list, count: 1 });
    const reply = await bench.post(list, listBody);
    expect([reply.status, reply.headers.get('content-type'), reply.json]).toEqual([502, 'text/html', undefined]);
  });

  it('JSON that ends in the middle', async () => {
    const bench = await withFault({ kind: 'truncated-json', path: list, count: 1 }, 5);
    const reply = await bench.post(list, listBody);
    expect([reply.status, reply.json]).toEqual([200, undefined]);
  });
});

describe('answers that are odd', () => {
  it('the list wrapped in result', async () => {
    const bench = await withFault({ kind: 'result-wrapper', path: list }, 5);
    expect((await bench.post(list, listBody)).json.result.postings).toHaveLength(3);
  });

  it('the same page again, with the same cursor', async () => {
    const bench = await startSimulator({ postings: 9 });
    const first = (await bench.post(list, listBody)).json;
    bench.simulator.faults.add({ kind: 'duplicate-page', path: list, count: 1 });
    const again = (await bench.post(list, { ...listBody, cursor: first.cursor })).json;
    expect(again).toEqual(first);
    expect((await bench.post(list, { ...listBody, cursor: first.cursor })).json.postings[0]).not.toEqual(
      first.postings[0],
    );
  });

  it('words that no document has', async () => {
    const bench = await withFault({ kind: 'unknown-values', path: list }, 5);
    const [posting] = (await bench.post(list, listBody)).json.postings;
    expect(posting).toMatchObject({ status: 'awaiting_quantum_alignment', tpl_integration_type: 'hybryd' });
    expect(posting.available_actions[0]).toBe('fold_space');
  });

  it('a clock that is wrong', async () => {
    const bench = await withFault({ kind: 'clock-skew', path: '/v1/*', skewMs: -600_000 });
    expect((await bench.post('/v1/roles', {})).headers.get('date')).toBe('Sun, 22 Nov 2026 05:50:00 GMT');
  });

  it('an answer that takes its time', async () => {
    const bench = await withFault({ kind: 'slow', path: '/v1/*', latencyMs: 80 });
    const began = performance.now();
    await bench.post('/v1/roles', {});
    expect(performance.now() - began).toBeGreaterThan(75);
  });

  it('labels that never come, come broken or come in part', async () => {
    const bench = await startSimulator();
    const postings = [newPosting({ serial: 1, integration: 'ozon' }), newPosting({ serial: 2, integration: 'ozon' })];
    for (const posting of postings) {
      bench.simulator.addPosting(posting);
      await bench.post(ship, wholePackage(posting));
    }
    bench.pass(60_000);
    const numbers = postings.map((posting) => posting.postingNumber);
    const { tasks } = (await bench.post('/v3/posting/fbs/package-label/create', { posting_numbers: numbers })).json;
    bench.pass(60_000);
    const ask = async (kind: FaultRule['kind']): Promise<unknown[]> => {
      bench.simulator.faults.add({ kind, path: '/v2/posting/fbs/package-label/get', count: 1 });
      const { status } = (await bench.post('/v2/posting/fbs/package-label/get', `{"task_id":${tasks[0].task_id}}`))
        .json;
      return [status.code, status.printed_postings_count];
    };
    expect(await ask('label-not-ready')).toEqual(['in_progress', 0]);
    expect(await ask('label-error')).toEqual(['error', 0]);
    expect(await ask('partial-failure')).toEqual(['completed', 1]);
  });

  it('one of several tracking numbers', async () => {
    const bench = await startSimulator({ faults: [{ kind: 'partial-failure', path: '/v2/fbs/posting/*' }] });
    const reply = await bench.post('/v2/fbs/posting/delivering', { posting_number: ['a', 'b'] });
    expect(reply.json.result.map((item: { error: string }) => item.error)).toEqual([
      'INTERNAL_ERROR',
      'POSTING_NOT_FOUND',
    ]);
  });

  it('a ship call that fails later', async () => {
    const bench = await withFault({ kind: 'ship-fails', path: ship, count: 1 });
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    await bench.post(ship, wholePackage(posting));
    bench.pass(10_000);
    expect(bench.book(posting.postingNumber).substatus).toBe('ship_failed');
  });
});
