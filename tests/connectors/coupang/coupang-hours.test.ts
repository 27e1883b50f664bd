import { expect, it } from 'vitest';
import { type AfterSalePage, PlatformFault, type PullPage } from '../../../src-main/app/ports/platform-connector.ts';
import type { AfterSale } from '../../../src-main/core/case/after-sale.ts';
import type { Effect } from '../../../src-main/core/order/effects.ts';
import type { OrderFacts } from '../../../src-main/core/order/facts.ts';
import { demoTimings } from '../../../src-main/demo/coupang/timings.ts';
import { lowestLevel } from '../../../src-main/demo/kit/limits/token-buckets.ts';
import { pseudoRandom } from '../pseudo-random.ts';
import { type CoupangBench, makeCoupangBench } from './coupang-bench.ts';
import { confirmOf, trackingOf } from './coupang-effects.ts';

const MINUTE_MS = 60_000;
const HOURS = 4;
const FAULTS = [
  'error-500',
  'gateway-504-after-write',
  'timeout-after-write',
  'truncated-json',
  'html-in-200',
  'provider-524',
] as const;

/** A seller's app in small: mirrors, and a queue of effects that are confirmed before they are repeated. */
class Desk {
  readonly orders = new Map<string, OrderFacts>();
  readonly cases = new Map<string, AfterSale>();
  readonly #queue: { readonly effect: Effect; isUnknown: boolean }[] = [];
  readonly #asked = new Set<string>();
  readonly #bench: CoupangBench;
  readonly #connector: CoupangBench['connector'];
  #cursor: string | null = null;
  #caseCursor: string | null = null;

  constructor(bench: CoupangBench) {
    this.#bench = bench;
    this.#connector = bench.pacedConnector();
  }

  async pull(): Promise<void> {
    for (let more = true; more;) {
      const page: PullPage = await this.#connector.pull(this.#cursor);
      for (const { facts } of page.snapshots) this.orders.set(facts.remoteId, facts);
      this.#cursor = page.nextCursor;
      more = page.hasMore;
    }
  }

  async pullCases(): Promise<void> {
    for (let more = true; more;) {
      const page: AfterSalePage = await this.#connector.pullAfterSales(this.#caseCursor);
      for (const { afterSale } of page.cases) this.cases.set(`${afterSale.kind} ${afterSale.remoteId}`, afterSale);
      this.#caseCursor = page.nextCursor;
      more = page.hasMore;
    }
  }

  /** Confirms what is new and sends what is confirmed. */
  plan(): void {
    for (const facts of this.orders.values()) {
      const { remoteId, stage, steps, alerts, remoteParcels } = facts;
      if (steps.length === 0 || alerts.includes('cancel-requested') || remoteParcels.length > 0) continue;
      const kind = stage === 'to-confirm' ? 'confirm' : stage === 'to-hand-over' ? 'push-tracking' : null;
      if (kind === null || this.#asked.has(`${kind} ${remoteId}`)) continue;
      this.#asked.add(`${kind} ${remoteId}`);
      this.#queue.push({ effect: kind === 'confirm' ? confirmOf(remoteId) : trackingOf(remoteId), isUnknown: false });
    }
  }

  async work(): Promise<void> {
    for (const job of this.#queue.splice(0)) {
      if (job.isUnknown && (await this.#connector.confirm(job.effect, 'k')).kind !== 'not-done') continue;
      const { kind } = await this.#connector.push(job.effect, 'k');
      if (kind === 'unknown') this.#queue.push({ ...job, isUnknown: true });
      else if (kind === 'retry' || kind === 'rate-limited') this.#queue.push({ ...job, isUnknown: false });
    }
  }

  async everything(): Promise<void> {
    for (const step of [this.pull, this.pullCases, this.work]) {
      try {
        await step.call(this);
      } catch (error) {
        if (!(error instanceof PlatformFault)) throw error;
        this.#bench.pass('afterMs' in error.outcome ? (error.outcome.afterMs ?? 0) : 0);
      }
    }
    this.plan();
  }
}

it('after hours of faults the desk and the books of Coupang agree, and nobody called too fast', async () => {
  const bench = await makeCoupangBench(150, { timings: demoTimings });
  const desk = new Desk(bench);
  const random = pseudoRandom(5);
  for (let minute = 0; minute < HOURS * 60; minute += 5) {
    bench.pass(5 * MINUTE_MS);
    if (random() < 0.5) bench.addOrder();
    if (random() < 0.2) bench.disturbCases(random());
    if (random() < 0.5)
      bench.simulator.faults.add({ kind: FAULTS[Math.floor(random() * FAULTS.length)]!, path: '/v2/*', count: 2 });
    await desk.everything();
  }
  bench.clearFaults();
  for (let round = 0; round < 3; round += 1) {
    bench.pass(31 * MINUTE_MS);
    await desk.everything();
  }
  await desk.pull();
  await desk.pullCases();
  // What moved within the last minutes is for the next round.
  const stages = [...desk.orders.values()].map(({ remoteId, stage }) => `${remoteId} ${stage}`).sort();
  expect(stages).toEqual(
    bench
      .booked()
      .map(({ remoteId, stage }) => `${remoteId} ${stage}`)
      .sort(),
  );
  const cases = [...desk.cases.values()].map(({ kind, remoteId, stage }) => `${kind} ${remoteId} ${stage}`).sort();
  expect(cases).toEqual(
    bench
      .bookedCases()
      .map(({ kind, remoteId, stage }) => `${kind} ${remoteId} ${stage}`)
      .sort(),
  );
  const effects = bench.simulator.world().boxes.map((box) => box.effects);
  expect(effects.filter(({ acknowledgements, invoices }) => acknowledgements > 1 || invoices.length > 1)).toEqual([]);
  const times = bench.simulator.requestTimes();
  expect(times.filter(({ status }) => status === 429)).toEqual([]);
  expect(
    lowestLevel(
      times.map(({ atMs }) => atMs),
      { ratePerSecond: 5, burst: 5 },
    ),
  ).toBeGreaterThanOrEqual(0);
}, 120_000);
