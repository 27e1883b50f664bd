import { describe, expect, it } from 'vitest';
import {
  type OrderSnapshot,
  type PlatformConnector,
  PlatformFault,
  type PullPage,
} from '../../src-main/app/ports/platform-connector.ts';
import type { Effect, EffectKind } from '../../src-main/core/order/effects.ts';
import type { RemoteStage } from '../../src-main/core/order/facts.ts';
import { mergeFacts } from '../../src-main/core/order/merge.ts';
import { describeCases, describePace } from './cases-and-pace.ts';
import { type BenchFault, type ConnectorBench, wordsOf } from './connector-bench.ts';
import { pseudoRandom } from './pseudo-random.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What the app keeps of a shop: the newest snapshot of each order, and the cursor. */
class Mirror {
  readonly orders = new Map<string, OrderSnapshot>();
  readonly pages: PullPage[] = [];
  cursor: string | null = null;

  /**
   * Pulls until nothing more is there. A fault leaves what was committed, as in the app. `between` runs after each page
   * that another one follows.
   */
  async sync(connector: PlatformConnector, between: () => void = () => undefined): Promise<void> {
    for (let turn = 0; turn < 100; turn += 1) {
      const page = await connector.pull(this.cursor);
      this.pages.push(page);
      for (const snapshot of page.snapshots) this.orders.set(snapshot.facts.remoteId, snapshot);
      this.cursor = page.nextCursor;
      if (!page.hasMore) return;
      between();
    }
    throw new Error('the pull never ends');
  }

  /** Like sync, through whatever goes wrong on the way. */
  async syncThrough(connector: PlatformConnector, tries = 30): Promise<void> {
    for (let turn = 0; turn < tries; turn += 1) {
      try {
        return await this.sync(connector);
      } catch (error) {
        if (!(error instanceof PlatformFault)) throw error;
      }
    }
    throw new Error('the pull fails for ever');
  }
}

/** Where platforms differ, as data; without a word a platform is held to the rule. */
export interface SuiteTraits {
  /** An id in the platform's own form that no order has. */
  readonly unknownId?: string;
  /** What the platform's clock may be off by from ours, for the test of gaps. */
  readonly skewsMs?: readonly number[];
  /** Faults and what a pull makes of them, where it is not the usual. */
  readonly readFaults?: readonly (readonly [BenchFault, PlatformFault['outcome']['kind']])[];
  /** So long the platform's lists leave out what has just changed. */
  readonly listingLagMs?: number;
  /** Stages of orders that the platform itself no longer counts as open. */
  readonly closedStages?: readonly RemoteStage[];
}

const USUAL_READ_FAULTS: NonNullable<SuiteTraits['readFaults']> = [
  ['throttled', 'rate-limited'],
  ['breaker', 'retry'],
  ['server-error', 'retry'],
  ['html-page', 'retry'],
  ['truncated', 'retry'],
  ['timeout-before-write', 'retry'],
];

const READ_FAULTS: readonly BenchFault[] = [
  'server-error',
  'html-page',
  'truncated',
  'throttled',
  'breaker',
  'timeout-before-write',
];

/** False when the platform failed on the way. */
async function syncedWithout(mirror: Mirror, connector: PlatformConnector, between: () => void): Promise<boolean> {
  try {
    await mirror.sync(connector, between);
    return true;
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
    return false;
  }
}

const booked = (bench: ConnectorBench) => new Map(bench.booked().map((order) => [order.remoteId, order.stage]));
const mirrored = (mirror: Mirror) =>
  new Map([...mirror.orders.values()].map(({ facts }) => [facts.remoteId, facts.stage]));
const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].sort(([left], [right]) => (left < right ? -1 : 1));

/** The same for every try of one effect, and for no other. */
const keyOf = (effect: Effect) => `${effect.remoteId}:${effect.kind}:1`;

/** Pushes and looks until it is settled, as the outbox does; gives the last word. */
async function settle(bench: ConnectorBench, effect: Effect, tries = 8): Promise<string> {
  for (let turn = 0; turn < tries; turn += 1) {
    const outcome = await bench.connector.push(effect, keyOf(effect));
    if (outcome.kind === 'done' || outcome.kind === 'rejected' || outcome.kind === 'needs-login') return outcome.kind;
    if (outcome.kind === 'retry' || outcome.kind === 'rate-limited') {
      bench.pass(outcome.afterMs ?? MINUTE_MS);
      continue;
    }
    for (let look = 0; look < tries; look += 1) {
      bench.pass(bench.settleMs);
      const seen = await bench.connector.confirm(effect, keyOf(effect));
      if (seen.kind === 'done' || seen.kind === 'failed') return seen.kind;
      if (seen.kind === 'not-done') break;
    }
  }
  return 'unsettled';
}

/**
 * What every platform's connector owes the app, run against that platform's simulator. `make` gives a fresh bench for
 * each test; `kinds` are the effects that the platform knows.
 */
export function describeConnector(
  make: (orders: number) => Promise<ConnectorBench>,
  kinds: readonly EffectKind[],
  traits: SuiteTraits = {},
): void {
  describe('pull', () => {
    it('brings every order once the pages are through, and nothing that is not there', async () => {
      const bench = await make(237);
      const mirror = new Mirror();
      await mirror.sync(bench.connector);
      expect(mirror.pages.length).toBeGreaterThan(2);
      expect(sorted(mirrored(mirror))).toEqual(sorted(booked(bench)));
      expect(mirror.pages.flatMap((page) => page.odd)).toEqual([]);
      for (const { raw, facts } of mirror.orders.values()) expect(raw).toContain(facts.remoteId);
    });

    it('gives the same again from the same cursor', async () => {
      const bench = await make(30);
      const first = await bench.connector.pull(null);
      expect(await bench.connector.pull(null)).toEqual(first);
      const second = await bench.connector.pull(first.nextCursor);
      expect(await bench.connector.pull(first.nextCursor)).toEqual(second);
    });

    it('loses nothing when the platform gives a page twice', async () => {
      const bench = await make(237);
      const mirror = new Mirror();
      mirror.cursor = (await bench.connector.pull(null)).nextCursor;
      bench.fault('duplicate-page', 'reads', 1);
      await mirror.syncThrough(bench.connector);
      bench.clearFaults();
      mirror.cursor = null;
      await mirror.syncThrough(bench.connector);
      bench.pass(MINUTE_MS);
      await mirror.syncThrough(bench.connector);
      expect(sorted(mirrored(mirror))).toEqual(sorted(booked(bench)));
    });

    it('keeps orders whose words it does not know', async () => {
      const bench = await make(40);
      bench.fault('unknown-words', 'reads');
      const mirror = new Mirror();
      await mirror.sync(bench.connector);
      expect([...mirror.orders.keys()].sort()).toEqual([...booked(bench).keys()].sort());
      const [one] = mirror.orders.values();
      expect(one?.facts.stage).toBe('unknown');
      expect(one?.warnings.some((warning) => warning.startsWith('unknown-status:'))).toBe(true);
    });

    it.each(traits.skewsMs ?? [0, 3 * HOUR_MS, -40 * 24 * HOUR_MS])(
      'leaves no gap between rounds or pages, through faults, with a clock off by %d ms',
      async (skewMs) => {
        const bench = await make(230);
        const connector = bench.connectorWithSkew(skewMs);
        const mirror = new Mirror();
        const random = pseudoRandom(7);
        const live = () => {
          bench.pass(Math.floor(random() * 4 * MINUTE_MS));
          if (random() < 0.5) bench.addOrder();
          const orders = bench.booked();
          bench.disturb(orders[Math.floor(random() * orders.length)]!.remoteId, random());
        };
        let compared = 0;
        for (let step = 0; step < 60; step += 1) {
          live();
          if (random() < 0.3) bench.fault(READ_FAULTS[step % READ_FAULTS.length]!, 'reads', 1);
          const isThrough = await syncedWithout(mirror, connector, live);
          bench.clearFaults();
          if (!isThrough) continue;
          // What happened between the pages is for the next round; nothing happens between its pages.
          bench.pass(Math.floor(random() * 3 * MINUTE_MS) + (traits.listingLagMs ?? 0));
          await mirror.sync(connector);
          expect(sorted(mirrored(mirror))).toEqual(sorted(booked(bench)));
          compared += 1;
        }
        expect(compared).toBeGreaterThan(20);
      },
    );

    it('notices within a day what moves no status', async () => {
      const bench = await make(20);
      const mirror = new Mirror();
      await mirror.sync(bench.connector);
      for (const order of bench.booked()) bench.disturb(order.remoteId, 0.99);
      bench.pass(24 * HOUR_MS);
      await mirror.sync(bench.connector);
      const shipBy = (remoteId: string) => mirror.orders.get(remoteId)?.facts.shipByMs;
      for (const order of bench.booked()) expect(shipBy(order.remoteId)).toBe(order.shipByMs);
    });

    it.each(traits.readFaults ?? USUAL_READ_FAULTS)(
      '%s is a %s fault, and the next pull goes on',
      async (fault, kind) => {
        const bench = await make(5);
        bench.fault(fault, 'reads');
        await expect(bench.connector.pull(null)).rejects.toMatchObject({ outcome: { kind } });
        bench.clearFaults();
        const mirror = new Mirror();
        await mirror.sync(bench.connector);
        expect(mirror.orders.size).toBe(booked(bench).size);
      },
    );
  });

  describe('reconcile', () => {
    it('lists the open orders as the books have them', async () => {
      const bench = await make(237);
      const final: readonly RemoteStage[] = traits.closedStages ?? ['delivered', 'cancelled', 'replaced'];
      const listed = new Set(await bench.connector.listOpen());
      for (const { remoteId, stage } of bench.booked()) {
        // Whether an order of a status that nobody knows counts as open is the platform's secret.
        if (stage !== 'unknown') expect([remoteId, listed.has(remoteId)]).toEqual([remoteId, !final.includes(stage)]);
      }
      expect(listed.size).toBeGreaterThan(100);
    });

    it('reads in a single order nothing else than in the list', async () => {
      const bench = await make(30);
      const mirror = new Mirror();
      await mirror.sync(bench.connector);
      for (const [remoteId, { facts }] of mirror.orders) {
        const single = await bench.connector.get(remoteId);
        expect(single === null ? null : mergeFacts(facts, single.facts).changes).toEqual([]);
        expect(single?.facts.lines.map((line) => line.unitPrice)).toEqual(facts.lines.map((line) => line.unitPrice));
      }
      expect(await bench.connector.get(traits.unknownId ?? '00000000-0000-1')).toBeNull();
    });
  });

  describe.each(kinds)('push %s', (kind) => {
    it('happens exactly once and is seen to have happened', async () => {
      const bench = await make(10);
      const effect = await bench.ready(kind);
      expect(await settle(bench, effect)).toBe('done');
      expect(bench.timesDone(effect)).toBe(1);
      expect(await bench.connector.confirm(effect, keyOf(effect))).toEqual({ kind: 'done' });
    });

    it('does no harm a second time', async () => {
      const bench = await make(10);
      const effect = await bench.ready(kind);
      await settle(bench, effect);
      expect(['done', 'accepted']).toContain((await bench.connector.push(effect, keyOf(effect))).kind);
      bench.pass(bench.settleMs);
      expect(await bench.connector.confirm(effect, keyOf(effect))).toEqual({ kind: 'done' });
    });

    it.each(['timeout-before-write', 'timeout-after-write'] as const)(
      '%s is unknown, and looking settles it',
      async (fault) => {
        const bench = await make(10);
        const effect = await bench.ready(kind);
        bench.fault(fault, 'writes', 1);
        expect((await bench.connector.push(effect, keyOf(effect))).kind).toBe('unknown');
        bench.pass(bench.settleMs);
        const seen = await bench.connector.confirm(effect, keyOf(effect));
        expect(seen.kind).toBe(fault === 'timeout-after-write' ? 'done' : 'not-done');
        if (seen.kind === 'not-done') expect(await settle(bench, effect)).toBe('done');
        expect(bench.timesDone(effect)).toBe(1);
      },
    );

    it.each([
      ['throttled', 'rate-limited'],
      ['breaker', 'retry'],
      ['server-error', 'unknown'],
      ['html-page', 'unknown'],
      ['truncated', 'unknown'],
    ] as const)('%s is "%s", and it still happens once', async (fault, outcome) => {
      const bench = await make(10);
      const effect = await bench.ready(kind);
      bench.fault(fault, 'writes', 1);
      expect((await bench.connector.push(effect, keyOf(effect))).kind).toBe(outcome);
      bench.pass(bench.settleMs);
      const seen = await bench.connector.confirm(effect, keyOf(effect));
      if (seen.kind !== 'done') expect(await settle(bench, effect)).toBe('done');
      expect(bench.timesDone(effect)).toBe(1);
    });
  });

  describeCases(make);
  describePace(make);

  it('tells no buyer, address or key outside the facts and the raw text', async () => {
    const bench = await make(30);
    expect(bench.secrets.length).toBeGreaterThan(20);
    const told: string[] = [];
    const tell = (value: unknown) => void told.push(wordsOf(value));
    for (const fault of [
      null,
      'throttled',
      'html-page',
      'truncated',
      'timeout-before-write',
      'unknown-words',
    ] as const) {
      for (const kind of kinds) {
        const effect = await bench.ready(kind);
        if (fault !== null) for (const where of ['reads', 'writes'] as const) bench.fault(fault, where, 2);
        tell(await bench.connector.push(effect, keyOf(effect)));
        tell(await bench.connector.confirm(effect, keyOf(effect)));
        tell(await bench.connector.check());
        tell(await bench.connector.requestLabel(effect.remoteId));
        await bench.connector
          .pull(null)
          .then(
            ({ nextCursor, snapshots, warnings }) => tell([nextCursor, warnings, snapshots.map((one) => one.warnings)]),
            tell,
          );
        await bench.connector.get(effect.remoteId).catch(tell);
        bench.clearFaults();
      }
    }
    const all = told.join('\n');
    for (const secret of bench.secrets) expect(all).not.toContain(secret);
  });
}
