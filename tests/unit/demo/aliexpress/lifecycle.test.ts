import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliBusyDay, emptyWorld } from '../../../../src-main/demo/aliexpress/busy-day/busy-day.ts';
import { makeOrder } from '../../../../src-main/demo/aliexpress/busy-day/make-order.ts';
import { arrivingAliOrder } from '../../../../src-main/demo/aliexpress/busy-day/arriving.ts';
import type { AliOrder, OrderStatus } from '../../../../src-main/demo/aliexpress/order.ts';
import { advance } from '../../../../src-main/demo/aliexpress/rules/advance.ts';
import { canMove, lifecycle, targetOf, type MoveName } from '../../../../src-main/demo/aliexpress/rules/lifecycle.ts';
import { move, totalCents } from '../../../../src-main/demo/aliexpress/rules/move.ts';
import { AliStore } from '../../../../src-main/demo/aliexpress/store.ts';
import { demoTimings, realisticTimings } from '../../../../src-main/demo/aliexpress/timings.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

const nowMs = Date.parse('2026-11-22T06:00:00Z');
const moves = Object.keys(lifecycle) as MoveName[];
const shippable: readonly OrderStatus[] = ['WAIT_SELLER_SEND_GOODS', 'SELLER_PART_SEND_GOODS'];

function fresh(serial = 1): AliOrder {
  return makeOrder(seededRandom(serial), { serial, createdAtMs: nowMs });
}

describe('the table of states', () => {
  it('lets nothing be shipped but what is to be shipped', () => {
    expect(lifecycle.sendAll.from).toEqual(shippable);
    expect(lifecycle.sendPart.from).toEqual(shippable);
    for (const name of ['sendAll', 'sendPart'] as const) {
      expect(canMove({ ...fresh(), status: 'RISK_CONTROL' }, name)).toBe(false);
    }
  });

  it('leads from every state to an end', () => {
    const reached = new Set<OrderStatus>(['FINISH', 'ARCHIVE']);
    const states = new Set(moves.flatMap((name) => lifecycle[name].from as readonly OrderStatus[]));
    for (let round = 0; round < states.size; round += 1) {
      for (const name of moves) {
        if (reached.has(targetOf(name).status)) for (const from of lifecycle[name].from) reached.add(from);
      }
    }
    expect([...states].filter((state) => !reached.has(state))).toEqual([]);
  });

  it('is the only way to move: what it does not have throws and changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 30 }), (names) => {
        const order = fresh();
        let atMs = nowMs;
        for (const name of names) {
          atMs += 1_000;
          const before = structuredClone(order);
          if (!canMove(order, name)) {
            expect(() => move(order, name, atMs, realisticTimings)).toThrow(/not possible/u);
            expect(order).toEqual(before);
            continue;
          }
          move(order, name, atMs, realisticTimings);
          expect(order.status).toBe(targetOf(name).status);
          expect(order.modifiedAtMs).toBe(atMs);
          checkInvariants(order);
        }
      }),
    );
  });
});

function checkInvariants(order: AliOrder): void {
  const isOver = ['FINISH', 'ARCHIVE'].includes(order.status);
  if (order.endReason !== '') expect(isOver).toBe(true);
  if (isOver) expect(order.endedAtMs).not.toBeNull();
  if (shippable.includes(order.status)) expect([order.paidAtMs, order.sendDueAtMs]).not.toContain(null);
  if (order.refund !== null) expect(order.refund.cashCents).toBeLessThanOrEqual(totalCents(order));
  if (order.paidAtMs === null) expect(order.refund).toBeNull();
}

describe('time', () => {
  it('gives the same world in one step as in many', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 * 3_600_000 }), { minLength: 1, maxLength: 12 }), (steps) => {
        const [once, often] = [1, 2].map(
          () => new AliStore(aliBusyDay({ nowMs, random: seededRandom(7), timings: realisticTimings })),
        );
        let atMs = nowMs;
        for (const step of steps) advance(often!, (atMs += step), realisticTimings);
        advance(once!, atMs, realisticTimings);
        expect(sorted(once!)).toEqual(sorted(often!));
      }),
      { numRuns: 40 },
    );
  });

  it('archives everything in the end, frozen orders aside', () => {
    const store = new AliStore(aliBusyDay({ nowMs, random: seededRandom(3) }));
    advance(store, nowMs + 500 * 86_400_000, demoTimings);
    const open = store.world.orders.filter((order) => order.status !== 'ARCHIVE');
    expect(open.map((order) => order.frozenStatus)).toEqual(['IN_FROZEN']);
    expect(store.world.issues.map((issue) => issue.status)).toEqual(['finish']);
  });

  it('brings an arriving order to the packing bench by itself', () => {
    const store = new AliStore(emptyWorld(nowMs));
    const order = arrivingAliOrder(store.world, nowMs, seededRandom(5));
    store.add(order);
    const seen = [0, 2, 24 * 60 + 3].map((minutes) => {
      advance(store, nowMs + minutes * 60_000, realisticTimings);
      return order.status;
    });
    expect(seen).toEqual(['PLACE_ORDER_SUCCESS', 'RISK_CONTROL', 'WAIT_SELLER_SEND_GOODS']);
  });
});

/** Reviews are written in the order that time was looked at. */
function sorted(store: AliStore): unknown {
  const { evaluations, ...rest } = store.world;
  return { ...rest, evaluations: evaluations.toSorted((a, b) => (a.childId < b.childId ? -1 : 1)) };
}
