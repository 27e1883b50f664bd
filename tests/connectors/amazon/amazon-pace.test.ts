import { expect, it } from 'vitest';
import { type OrderSnapshot, PlatformFault } from '../../../src-main/app/ports/platform-connector.ts';
import { memoryNotebook } from '../../support/memory-notebook.ts';
import { makeAmazonBench } from './amazon-bench.ts';

const MINUTE = 60_000;

it('a first sync larger than the bucket lets new orders in on time, over restarts, within the published rate', async () => {
  const bench = await makeAmazonBench(3_000);
  const notebook = memoryNotebook();
  let connector = bench.pacedConnector(notebook);
  const orders = new Map<string, OrderSnapshot>();
  const added = new Map<string, number>();
  const waitedMs: number[] = [];
  let cursor: string | null = null;
  let turns = 0;
  for (let more = true; more; turns += 1) {
    if (turns % 9 === 8) connector = bench.pacedConnector(notebook);
    if (turns % 5 === 4 && added.size < 6) added.set(bench.add().orderId, bench.nowMs());
    try {
      const page = await connector.pull(cursor);
      for (const snapshot of page.snapshots) {
        const { remoteId } = snapshot.facts;
        const sinceMs = orders.has(remoteId) ? undefined : added.get(remoteId);
        if (sinceMs !== undefined) waitedMs.push(bench.nowMs() - sinceMs);
        orders.set(remoteId, snapshot);
      }
      cursor = page.nextCursor;
      more = page.hasMore;
    } catch (error) {
      if (!(error instanceof PlatformFault) || error.outcome.kind !== 'rate-limited') throw error;
      expect(error.outcome.afterMs).toBeLessThanOrEqual(3 * MINUTE);
      bench.pass(error.outcome.afterMs);
    }
  }
  expect([...orders.keys()].sort()).toEqual(
    bench
      .booked()
      .map(({ remoteId }) => remoteId)
      .sort(),
  );
  expect(added.size).toBe(6);
  expect(waitedMs).toHaveLength(6);
  expect(Math.max(...waitedMs)).toBeLessThan(15 * MINUTE);
  const searches = bench.simulator.log.times().filter(({ operation }) => operation === 'searchOrders');
  expect(searches.length).toBeGreaterThan(40);
  expect(searches.every(({ status }) => status === 200)).toBe(true);
  expect(bench.lowestLevels()['searchOrders']).toBeGreaterThanOrEqual(-1e-6);
});
