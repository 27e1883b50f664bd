import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyDay } from '../../../../src-main/demo/busy-day/busy-day.ts';
import { makePosting } from '../../../../src-main/demo/busy-day/make-posting.ts';
import { pageOf } from '../../../../src-main/demo/ozon/cursor.ts';
import type { OzonPosting } from '../../../../src-main/demo/ozon/posting.ts';
import { advance } from '../../../../src-main/demo/ozon/rules/advance.ts';
import { availableActions } from '../../../../src-main/demo/ozon/rules/available-actions.ts';
import { reasonsFor } from '../../../../src-main/demo/ozon/rules/cancel-reasons.ts';
import { linesWith, linesWithout, nextPostingNumbers } from '../../../../src-main/demo/ozon/rules/postings-of-order.ts';
import { beginShipping } from '../../../../src-main/demo/ozon/rules/shipping.ts';
import { WorldStore } from '../../../../src-main/demo/ozon/store.ts';
import { demoTimings } from '../../../../src-main/demo/ozon/timings.ts';
import { deadPaths, routes } from '../../../../src-main/demo/ozon/routes.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

const nowMs = Date.parse('2026-11-22T06:00:00Z');
const due = { nowMs, inProcessAtMs: nowMs, shipmentDateMs: nowMs, integration: 'aggregator' as const };

function fresh(serial = 1): OzonPosting {
  return makePosting(seededRandom(serial), {
    ...due,
    serial,
    items: [
      ['MUG-MOON-350', 3],
      ['COMB-BEECH-18', 1],
    ],
  });
}

describe('the table of operations', () => {
  it('holds no path twice and no dead one', () => {
    expect(routes.size).toBe(35);
    for (const path of deadPaths.keys()) expect([path, routes.has(path)]).toEqual([path, false]);
  });
});

describe('time', () => {
  it('gives the same world in one step as in many', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4_000_000 }), { minLength: 1, maxLength: 12 }), (steps) => {
        const [once, often] = [1, 2].map(() => new WorldStore(busyDay({ nowMs, random: seededRandom(7) })));
        for (const store of [once!, often!]) {
          for (const posting of store.world.postings.filter((candidate) => candidate.substatus === 'posting_created')) {
            beginShipping(posting, [], nowMs, demoTimings);
          }
        }
        let atMs = nowMs;
        for (const step of steps) advance(often!, (atMs += step), demoTimings);
        advance(once!, atMs, demoTimings);
        expect(often!.world).toEqual(once!.world);
      }),
      { numRuns: 30 },
    );
  });
});

describe('pages', () => {
  it('cover a list once, forwards and backwards', () => {
    const sorted = new WorldStore(busyDay({ nowMs, random: seededRandom(2), postings: 53 })).byProcessTime();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom('ASC' as const, 'DESC' as const),
        (limit, direction) => {
          const seen: string[] = [];
          let page = pageOf(sorted, { cursor: '', limit, direction, filter: {} });
          seen.push(...page.postings.map((posting) => posting.postingNumber));
          while (page.hasNext && seen.length <= sorted.length) {
            page = pageOf(sorted, { cursor: page.cursor, limit, direction, filter: {} });
            seen.push(...page.postings.map((posting) => posting.postingNumber));
          }
          const all = sorted.map((posting) => posting.postingNumber);
          expect(seen).toEqual(direction === 'ASC' ? all : all.toReversed());
        },
      ),
    );
  });
});

describe('splitting', () => {
  it('loses and invents no piece', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 }), (mugs, combs) => {
        const { lines } = fresh();
        const wanted = new Map([
          [lines[0]!.sku, mugs],
          [lines[1]!.sku, combs],
        ]);
        const pieces = [...linesWith(lines, wanted), ...linesWithout(lines, wanted)];
        for (const line of lines) {
          const total = pieces.filter((part) => part.sku === line.sku).reduce((sum, part) => sum + part.quantity, 0);
          expect(total).toBe(line.quantity);
        }
        expect(pieces.every((line) => line.quantity > 0)).toBe(true);
      }),
    );
  });

  it('counts promised numbers too', () => {
    const store = new WorldStore({ ...busyDay({ nowMs, random: seededRandom(1), postings: 0 }), postings: [fresh()] });
    const posting = store.world.postings[0]!;
    const [second] = nextPostingNumbers(store, posting.orderNumber, 1);
    beginShipping(posting, [{ postingNumber: second!, lines: [] }], nowMs, demoTimings);
    expect(nextPostingNumbers(store, posting.orderNumber, 2)).toEqual([
      `${posting.orderNumber}-3`,
      `${posting.orderNumber}-4`,
    ]);
  });
});

describe('what may be done', () => {
  it.each([
    ['awaiting_packaging', 'ship', true],
    ['awaiting_deliver', 'label_download', true],
    ['awaiting_deliver', 'ship', false],
    ['delivering', 'click_track_number', true],
    ['cancelled', 'cancel', false],
    ['awaiting_marking_check', 'ship', false],
  ])('in %s: %s is %s', (status, action, isThere) => {
    expect(availableActions({ ...fresh(), status }).includes(action)).toBe(isThere);
  });

  it('agrees with the reasons: what offers cancel has one, what is over has none', () => {
    for (const status of [
      'awaiting_packaging',
      'awaiting_registration',
      'awaiting_deliver',
      'arbitration',
      'delivered',
      'cancelled',
    ]) {
      const posting = { ...fresh(), status };
      expect([status, reasonsFor(posting).length > 0]).toEqual([status, availableActions(posting).includes('cancel')]);
    }
  });
});
