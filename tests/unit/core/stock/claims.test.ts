import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderId } from '../../../../src-main/core/shared/ids.ts';
import { claimedBefore, inTurn, missingInTurn, missingOf, type Claim } from '../../../../src-main/core/stock/claims.ts';

const claim = (id: string, pieces: number, placedAtMs: number, isLabelled = false): Claim => ({
  orderId: id as OrderId,
  pieces,
  placedAtMs,
  isLabelled,
});
const served = (quantity: number | null, claims: readonly Claim[]): Record<string, number> => {
  const turn = inTurn(claims);
  const missing = missingInTurn(quantity, turn);
  return Object.fromEntries(turn.map(({ orderId }, index) => [orderId, missing[index] ?? -1]));
};

const anyClaims = fc.uniqueArray(
  fc.record({
    orderId: fc.integer({ min: 1, max: 40 }).map((number) => `order-${number}` as OrderId),
    pieces: fc.integer({ min: 1, max: 9 }),
    placedAtMs: fc.integer({ min: 0, max: 10 }),
    isLabelled: fc.boolean(),
  }),
  { selector: ({ orderId }) => orderId, maxLength: 30 },
);
const anyQuantity = fc.integer({ min: -5, max: 60 });

describe('the shelf', () => {
  it('serves first come, first served', () => {
    expect(served(5, [claim('late', 2, 30), claim('first', 2, 10), claim('second', 2, 20)])).toEqual({
      first: 0,
      second: 0,
      late: 1,
    });
  });

  it('keeps the place of an order that has to wait', () => {
    expect(served(3, [claim('large', 5, 10), claim('small', 1, 20)])).toEqual({ large: 2, small: 1 });
  });

  it('has given what is packed, whenever it was placed', () => {
    expect(served(1, [claim('early', 1, 10), claim('packed', 1, 20, true)])).toEqual({ early: 1, packed: 0 });
  });

  it('lacks nothing while it is not counted', () => {
    expect(served(null, [claim('a', 900, 1)])).toEqual({ a: 0 });
  });
});

describe('whatever is claimed', () => {
  it('no order lacks more than it wants, or less than nothing', () => {
    fc.assert(
      fc.property(anyClaims, anyQuantity, (claims, quantity) => {
        const missing = served(quantity, claims);
        for (const { orderId, pieces } of claims) {
          expect(missing[orderId]).toBeGreaterThanOrEqual(0);
          expect(missing[orderId]).toBeLessThanOrEqual(pieces);
        }
      }),
    );
  });

  it('what is given out without a lack is on the shelf, and nobody waits beside free pieces', () => {
    fc.assert(
      fc.property(anyClaims, anyQuantity, (claims, quantity) => {
        const missing = served(quantity, claims);
        const packed = sum(claims.filter(({ isLabelled }) => isLabelled));
        const waiting = claims.filter(({ isLabelled }) => !isLabelled);
        const given = sum(waiting) - waiting.reduce((lacking, { orderId }) => lacking + (missing[orderId] ?? 0), 0);
        expect(given).toBe(Math.max(0, Math.min(sum(waiting), quantity - packed)));
      }),
    );
  });

  it('a later order never takes a piece from an earlier one, and its own claim is not in its way', () => {
    fc.assert(
      fc.property(anyClaims, anyQuantity, fc.integer({ min: 1, max: 9 }), (claims, quantity, pieces) => {
        const before = served(quantity, claims);
        const newcomer = claim('order-99', pieces, 11);
        const after = served(quantity, [...claims, newcomer]);
        for (const { orderId } of claims) expect(after[orderId]).toBe(before[orderId]);
        expect(after['order-99']).toBe(missingOf(quantity - sum(claims), pieces));
      }),
    );
  });

  it('what goes before an order is what the packed and the earlier ones claim', () => {
    fc.assert(
      fc.property(anyClaims, anyQuantity, (claims, quantity) => {
        const places = claims.map(({ orderId, placedAtMs }) => ({ id: orderId, placedAtMs }));
        const before = claimedBefore(claims, [...places, { id: 'order-99' as OrderId, placedAtMs: 11 }]);
        const missing = served(quantity, claims);
        for (const { orderId, pieces, isLabelled } of claims) {
          if (!isLabelled) expect(missingOf(quantity - (before.get(orderId) ?? 0), pieces)).toBe(missing[orderId]);
        }
        expect(before.get('order-99' as OrderId)).toBe(sum(claims));
      }),
    );
  });

  it('a hand-over of what is packed changes nothing for the others', () => {
    fc.assert(
      fc.property(anyClaims, anyQuantity, (claims, quantity) => {
        const leaving = claims.find(({ isLabelled }) => isLabelled);
        if (leaving === undefined) return;
        const rest = claims.filter((other) => other !== leaving);
        const { [leaving.orderId]: _gone, ...before } = served(quantity, claims);
        expect(served(quantity - leaving.pieces, rest)).toEqual(before);
      }),
    );
  });
});

function sum(claims: readonly Claim[]): number {
  return claims.reduce((pieces, { pieces: own }) => pieces + own, 0);
}
