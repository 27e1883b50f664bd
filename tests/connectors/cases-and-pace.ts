import { describe, expect, it } from 'vitest';
import { PlatformFault, type PullPage } from '../../src-main/app/ports/platform-connector.ts';
import type { AfterSale } from '../../src-main/core/case/after-sale.ts';
import type { BenchFault, ConnectorBench } from './connector-bench.ts';
import { pseudoRandom } from './pseudo-random.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FAULTS: readonly BenchFault[] = ['server-error', 'html-page', 'truncated', 'throttled', 'timeout-before-write'];

type Make = (orders: number) => Promise<ConnectorBench>;

/** What the app keeps of a shop's cases. */
class CaseMirror {
  readonly #cases = new Map<string, AfterSale>();
  cursor: string | null = null;

  /** Pulls until nothing more is there; some platforms take a while to write their lists (reports). */
  async sync(bench: ConnectorBench): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      for (let more = true; more;) {
        const page = await bench.connector.pullAfterSales(this.cursor);
        expect(page.odd).toEqual([]);
        for (const { afterSale } of page.cases) this.#cases.set(`${afterSale.kind} ${afterSale.remoteId}`, afterSale);
        this.cursor = page.nextCursor;
        more = page.hasMore;
      }
      bench.pass(bench.settleMs);
    }
  }

  stages(): string[] {
    return [...this.#cases].map(([name, { stage }]) => `${name} ${stage}`).sort();
  }
}

const bookedStages = (bench: ConnectorBench) =>
  bench
    .bookedCases()
    .map(({ kind, remoteId, stage }) => `${kind} ${remoteId} ${stage}`)
    .sort();

/** What a connector owes the app about cases. */
export function describeCases(make: Make): void {
  describe('cases', () => {
    it('come with the stage that the books have, and again the same from the same cursor', async () => {
      const bench = await make(40);
      for (let step = 0; step < 12; step += 1) bench.disturbCases(step / 12);
      const mirror = new CaseMirror();
      await mirror.sync(bench);
      expect(bench.bookedCases().length).toBeGreaterThan(3);
      expect(mirror.stages()).toEqual(bookedStages(bench));
      const again = await bench.connector.pullAfterSales(mirror.cursor);
      expect(await bench.connector.pullAfterSales(mirror.cursor)).toEqual(again);
    });

    it('none is lost or left behind, through faults and while they move', async () => {
      const bench = await make(40);
      const mirror = new CaseMirror();
      const random = pseudoRandom(11);
      for (let step = 0; step < 25; step += 1) {
        bench.pass(Math.floor(random() * 10 * MINUTE_MS));
        bench.disturbCases(random());
        if (random() < 0.3) bench.fault(FAULTS[step % FAULTS.length]!, 'reads', 1);
        await mirror.sync(bench).catch((error: unknown) => {
          if (!(error instanceof PlatformFault)) throw error;
        });
        bench.clearFaults();
      }
      bench.pass(HOUR_MS);
      await mirror.sync(bench);
      expect(mirror.stages()).toEqual(bookedStages(bench));
    });
  });
}

/** Tries as the app does: later, when the platform has no time now. */
async function patiently<Value>(bench: ConnectorBench, work: () => Promise<Value>): Promise<Value> {
  for (let turn = 0; turn < 200; turn += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PlatformFault)) throw error;
      const { outcome } = error;
      bench.pass('afterMs' in outcome ? (outcome.afterMs ?? MINUTE_MS) : MINUTE_MS);
    }
  }
  throw new Error('never let in');
}

/** What a connector owes the platform: no call too many, one login at a time. */
export function describePace(make: Make): void {
  describe('pace and tokens', () => {
    it('never calls faster than the platform allows, by its own count', async () => {
      const bench = await make(120);
      const connector = bench.pacedConnector();
      for (let round = 0; round < 2; round += 1) {
        let cursor: string | null = null;
        for (let more = true; more;) {
          const from: string | null = cursor;
          const page: PullPage = await patiently(bench, () => connector.pull(from));
          cursor = page.nextCursor;
          more = page.hasMore;
        }
      }
      const ids = bench.booked().slice(0, 40);
      await Promise.all(ids.map(({ remoteId }) => patiently(bench, () => connector.get(remoteId))));
      const levels = Object.entries(bench.lowestLevels());
      expect(levels.length).toBeGreaterThan(0);
      expect(levels.filter(([, level]) => level < -1e-6)).toEqual([]);
    });

    it('gets a new token where the platform has forgotten the old one, and says nothing of it', async () => {
      const bench = await make(5);
      if (bench.expireToken === null) return;
      await bench.connector.pull(null);
      bench.expireToken();
      const ids = bench.booked().map((order) => order.remoteId);
      const read = await Promise.all(ids.map((remoteId) => bench.connector.get(remoteId)));
      expect(read.map((one) => one?.facts.remoteId)).toEqual(ids);
    });
  });
}
