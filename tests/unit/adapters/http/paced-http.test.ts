import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacedHttp } from '../../../../src-main/adapters/http/paced-http.ts';
import { type Http, type HttpRequest, type HttpResponse, retryAfterMs } from '../../../../src-main/app/ports/http.ts';
import { createTestClock } from './test-clock.ts';

const request: HttpRequest = { method: 'GET', url: 'http://x/', headers: {}, timeoutMs: 1_000 };

function setUp(requestsPerSecond: number, options: { burst?: number; maxPauseMs?: number } = {}) {
  const clock = createTestClock(0);
  const sentAtMs: number[] = [];
  const answers: HttpResponse[] = [];
  const inner: Http = {
    send: (sent) => {
      sentAtMs.push(clock.nowMs());
      if (sent.url === 'http://fail/') return Promise.reject(new Error('inner'));
      return Promise.resolve(answers.shift() ?? { status: 200, headers: {}, bytes: new Uint8Array() });
    },
  };
  return { clock, sentAtMs, answers, http: createPacedHttp({ http: inner, clock, requestsPerSecond, ...options }) };
}

describe('createPacedHttp', () => {
  it('lets a burst through and queues the rest at the rate, in order', async () => {
    const { clock, sentAtMs, http } = setUp(2);
    const all = Promise.all(Array.from({ length: 6 }, () => http.send(request)));
    await clock.advance(5_000);
    await all;
    expect(sentAtMs).toEqual([0, 0, 500, 1_000, 1_500, 2_000]);
  });

  it('never exceeds the rate over any window', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 10 }),
        async (gaps, rate) => {
          const { clock, sentAtMs, http } = setUp(rate, { burst: 1 });
          const sends: Promise<unknown>[] = [];
          for (const gapMs of gaps) {
            await clock.advance(gapMs);
            sends.push(http.send(request));
          }
          await clock.advance(60_000);
          await Promise.all(sends);
          expect(sentAtMs.length).toBe(gaps.length);
          for (const [index, atMs] of sentAtMs.entries()) {
            if (index > 0) expect(atMs - sentAtMs[index - 1]!).toBeGreaterThanOrEqual(Math.floor(1_000 / rate) - 1);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('holds everything back for Retry-After, and still hands the 429 over', async () => {
    const { clock, sentAtMs, answers, http } = setUp(10);
    answers.push({ status: 429, headers: { 'retry-after': '3' }, bytes: new Uint8Array() });
    expect((await http.send(request)).status).toBe(429);
    const later = http.send(request);
    await clock.advance(2_999);
    expect(sentAtMs).toEqual([0]);
    await clock.advance(1);
    expect((await later).status).toBe(200);
    expect(sentAtMs).toEqual([0, 3_000]);
  });

  it('does not let a platform pause the shop for ever', async () => {
    const { clock, sentAtMs, answers, http } = setUp(10, { maxPauseMs: 5_000 });
    answers.push({ status: 503, headers: { 'retry-after': '99999999' }, bytes: new Uint8Array() });
    await http.send(request);
    const later = http.send(request);
    await clock.advance(5_000);
    await later;
    expect(sentAtMs).toEqual([0, 5_000]);
  });

  it('takes an aborted request out of the line as not-sent', async () => {
    const { clock, sentAtMs, http } = setUp(1);
    const controller = new AbortController();
    await http.send(request);
    const waiting = http.send({ ...request, signal: controller.signal });
    const behind = http.send(request);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ kind: 'not-sent' });
    await expect(http.send({ ...request, signal: controller.signal })).rejects.toMatchObject({ kind: 'not-sent' });
    await clock.advance(1_000);
    await behind;
    expect(sentAtMs).toEqual([0, 1_000]);
  });

  it('goes on after a failure and after the clock was set back', async () => {
    const { clock, sentAtMs, http } = setUp(1);
    await expect(http.send({ ...request, url: 'http://fail/' })).rejects.toThrow('inner');
    clock.set(-3_600_000);
    const later = http.send(request);
    await clock.advance(1_000);
    await later;
    expect(sentAtMs.length).toBe(2);
  });
});

describe('retryAfterMs', () => {
  const nowMs = Date.parse('2026-11-05T08:00:00Z');
  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0.2' }, 200],
    [{ 'retry-after': 'Thu, 05 Nov 2026 08:00:09 GMT' }, 9_000],
    [{ 'retry-after': 'Thu, 05 Nov 2026 08:00:09 GMT', date: 'Thu, 05 Nov 2026 08:00:04 GMT' }, 5_000],
    [{ 'retry-after': 'Thu, 05 Nov 2020 08:00:09 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '' }, null],
    [{}, null],
  ])('%o → %o', (headers, expected) => {
    expect(retryAfterMs(headers as Record<string, string>, nowMs)).toBe(expected);
  });
});
