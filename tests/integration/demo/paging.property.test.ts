import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newPosting, startMs, startSimulator, wholePackage, type Bench } from './support/start-simulator.ts';

const filter = { since: '2025-12-01T00:00:00Z', to: '2026-11-30T00:00:00Z' };

/** Reads the whole list while postings move, arrive and split between the pages. */
async function readAll(
  bench: Bench,
  limit: number,
  direction: string,
  between: (page: number) => Promise<void>,
): Promise<string[]> {
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 200; page += 1) {
    const reply = await bench.post('/v4/posting/fbs/list', { filter, limit, cursor, sort_dir: direction });
    expect(reply.status).toBe(200);
    seen.push(...reply.json.postings.map((posting: { posting_number: string }) => posting.posting_number));
    if (reply.json.has_next !== true) return seen;
    expect(reply.json.cursor).not.toBe(cursor);
    cursor = reply.json.cursor;
    await between(page);
  }
  throw new Error('the list never ends');
}

describe('paging', () => {
  it('gives every posting exactly once, whatever moves meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom('ASC', 'DESC', 'asc'),
        fc.array(fc.constantFrom('ship', 'arrive', 'time'), { maxLength: 8 }),
        async (postings, limit, direction, events) => {
          const bench = await startSimulator({ postings, requestsPerSecond: 10_000 });
          const before = bench.simulator.world().postings.map((posting) => posting.postingNumber);
          const seen = await readAll(bench, limit, direction, async (page) => {
            await happen(bench, events[page], page);
          });
          expect(new Set(seen).size).toBe(seen.length);
          expect(before.filter((number) => !seen.includes(number))).toEqual([]);
          await bench.simulator.stop();
        },
      ),
      { numRuns: 25 },
    );
  });
});

async function happen(bench: Bench, event: string | undefined, page: number): Promise<void> {
  if (event === 'time') bench.pass(60_000);
  if (event === 'arrive')
    bench.simulator.addPosting(newPosting({ serial: 5_000 + page, inProcessAtMs: startMs + page * 1_000 }));
  const waiting = bench.simulator
    .world()
    .postings.find((posting) => posting.substatus === 'posting_created' && !posting.isShipping);
  if (event === 'ship' && waiting !== undefined) await bench.post('/v4/posting/fbs/ship', wholePackage(waiting));
}
