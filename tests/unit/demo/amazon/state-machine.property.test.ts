import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAmazonWorld } from '../../../../src-main/demo/amazon/day/busy-amazon-day.ts';
import { makeAmazonOrder } from '../../../../src-main/demo/amazon/day/make-order.ts';
import type { AmazonOrder, FulfillmentStatus } from '../../../../src-main/demo/amazon/order.ts';
import { advance, pay } from '../../../../src-main/demo/amazon/rules/advance.ts';
import { addBusinessDays } from '../../../../src-main/demo/amazon/rules/business-days.ts';
import { askToCancel, cancelOrder } from '../../../../src-main/demo/amazon/rules/cancelling.ts';
import { confirmPackage } from '../../../../src-main/demo/amazon/rules/confirm-package.ts';
import { shippedOfLine, statusOf } from '../../../../src-main/demo/amazon/rules/order-status.ts';
import { AmazonStore } from '../../../../src-main/demo/amazon/store.ts';
import { demoTimings } from '../../../../src-main/demo/amazon/timings.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

const startMs = Date.parse('2026-11-23T06:00:00Z');
const day = 86_400_000;

function freshStore(): { store: AmazonStore; order: AmazonOrder } {
  const order = makeAmazonOrder(seededRandom(3), {
    serial: 5,
    region: 'NA',
    createdAtMs: startMs,
    shipByMs: startMs + 2 * day,
    items: [
      ['MUG-MOON-350', 3],
      ['CABLE-GRAPH-2M', 1],
    ],
  });
  order.stage = 'PENDING';
  return { store: new AmazonStore({ ...emptyAmazonWorld(startMs), orders: [order] }), order };
}

/** PENDING → UNSHIPPED → (PARTIALLY_SHIPPED) → SHIPPED, or CANCELLED from any unshipped state. */
const next: Record<string, readonly FulfillmentStatus[]> = {
  PENDING: ['UNSHIPPED', 'CANCELLED'],
  UNSHIPPED: ['PARTIALLY_SHIPPED', 'SHIPPED', 'CANCELLED'],
  PARTIALLY_SHIPPED: ['SHIPPED'],
  SHIPPED: [],
  CANCELLED: [],
};

const step = fc.oneof(
  fc.record({ act: fc.constant('pay' as const) }),
  fc.record({ act: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 3 * day }) }),
  fc.record({ act: fc.constant('cancel' as const) }),
  fc.record({ act: fc.constant('ask' as const) }),
  fc.record({
    act: fc.constant('confirm' as const),
    referenceId: fc.constantFrom('1', '2', '3'),
    line: fc.integer({ min: 0, max: 1 }),
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function perform(store: AmazonStore, order: AmazonOrder, wanted: Step, nowMs: number): void {
  if (wanted.act === 'pay') pay(order, nowMs);
  else if (wanted.act === 'cancel') cancelOrder(order, 'BUYER', 'MISTAKE', nowMs);
  else if (wanted.act === 'ask') askToCancel(order, 'MISTAKE', nowMs);
  else if (wanted.act === 'confirm') {
    const item = {
      orderItemId: order.lines[wanted.line]!.orderItemId,
      quantity: wanted.quantity,
      transparencyCodes: [],
    };
    const facts = {
      carrierCode: 'DHL',
      carrierName: '',
      shippingMethod: '',
      trackingNumber: 'X',
      shipDateMs: nowMs,
      items: [item],
    };
    confirmPackage(order, { referenceId: wanted.referenceId, via: 'api', nowMs, timings: demoTimings, facts });
  }
  advance(store, nowMs);
}

describe('an order', () => {
  it('takes only the roads of the documents, and never ships more than was ordered', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { store, order } = freshStore();
        let nowMs = startMs;
        let before = statusOf(order);
        for (const wanted of steps) {
          if (wanted.act === 'wait') nowMs += wanted.ms;
          try {
            perform(store, order, wanted, nowMs);
          } catch {
            // A refusal: whatever was refused must have changed nothing that the checks below would notice.
          }
          const after = statusOf(order);
          // A correction may take pieces back out of a package.
          const isCorrection = wanted.act === 'confirm' || wanted.act === 'wait';
          if (after !== before && !(isCorrection && before === 'SHIPPED')) expect(next[before]).toContain(after);
          for (const line of order.lines)
            expect(shippedOfLine(order, line.orderItemId, 'facts')).toBeLessThanOrEqual(line.quantity);
          expect(order.updatedAtMs).toBeLessThanOrEqual(nowMs);
          before = after;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('that nobody confirms is cancelled by the platform on its day, and not before', () => {
    const { store, order } = freshStore();
    pay(order, startMs);
    const dueMs = addBusinessDays(order.shipByWindow.latestMs, 7);
    advance(store, dueMs - 1);
    expect(statusOf(order)).toBe('UNSHIPPED');
    advance(store, dueMs + day);
    expect([statusOf(order), order.updatedAtMs]).toEqual(['CANCELLED', dueMs]);
    expect(order.lines[0]?.cancellationExecution).toEqual({
      cancelledBy: 'AMAZON',
      cancelReason: 'NOT_CONFIRMED_IN_TIME',
    });
  });

  it('counts business days without weekends', () => {
    expect(new Date(addBusinessDays(Date.parse('2026-11-27T10:00:00Z'), 1)).toISOString()).toBe(
      '2026-11-30T10:00:00.000Z',
    );
    expect(new Date(addBusinessDays(Date.parse('2026-11-25T10:00:00Z'), 7)).toISOString()).toBe(
      '2026-12-04T10:00:00.000Z',
    );
  });
});
