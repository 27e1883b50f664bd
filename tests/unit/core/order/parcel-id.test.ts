import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parcelId } from '../../../../src-main/core/order/parcel-id.ts';
import { EFFECT_KINDS } from '../../../../src-main/core/order/effects.ts';
import { PLATFORM_STEPS } from '../../../../src-main/core/order/facts.ts';
import type { OrderId } from '../../../../src-main/core/shared/ids.ts';

it('is the same for the same order and number, and different for any other', () => {
  const pair = fc.tuple(fc.uuid({ version: 7 }), fc.integer({ min: 1, max: 99 }));
  fc.assert(
    fc.property(pair, pair, ([order, number], [otherOrder, otherNumber]) => {
      const isSame = order === otherOrder && number === otherNumber;
      expect(parcelId(order as OrderId, number) === parcelId(otherOrder as OrderId, otherNumber)).toBe(isSame);
    }),
  );
});

it('the effects of an order stand in the order of its steps', () => {
  const beside = ['buy-label', 'answer-case', 'push-stock'];
  const ofAnOrder = EFFECT_KINDS.filter((kind) => !beside.includes(kind));
  expect(ofAnOrder).toEqual(PLATFORM_STEPS.filter((step) => step !== 'platform-label'));
});
