import { describe, expect, it } from 'vitest';
import type { OrderView } from '../../../../src-main/contract/methods/orders.ts';
import { canAccept, checkFix, checksView } from '../../../../src-renderer/features/order/checks-view.ts';
import { fakeOrder } from './fake-order.ts';

type Check = OrderView['checks'][number];
const check = (code: Check['code'], blocking: boolean, isAccepted = false): Check => ({
  code,
  blocking,
  params: {},
  isAccepted,
});
const address = {
  name: 'A',
  phone: null,
  lines: [],
  city: null,
  region: null,
  postcode: null,
  country: null,
  customsId: null,
};

describe('checksView', () => {
  it('puts blocking checks first and accepted ones last', () => {
    const checks = [check('out-of-stock', false, true), check('confirm-failed', false), check('address-broken', true)];
    const view = checksView({ checks, address });
    expect(view.failing.map(({ code }) => code)).toEqual(['address-broken', 'confirm-failed', 'out-of-stock']);
    expect(view.openCount).toBe(2);
  });

  it('tells the groups in which nothing was found', () => {
    expect(checksView({ checks: [], address }).passed).toEqual(['cancel', 'address', 'stock', 'price', 'platform']);
    expect(checksView({ checks: [check('unknown-status', true)], address }).passed).toEqual([
      'cancel',
      'address',
      'stock',
      'price',
    ]);
  });

  it('promises nothing about an address that the platform hides', () => {
    expect(checksView({ checks: [], address: null }).passed).not.toContain('address');
  });

  it('lets only blocking, open checks be accepted', () => {
    expect(canAccept(check('address-broken', true))).toBe(true);
    expect(canAccept(check('address-broken', false))).toBe(false);
    expect(canAccept(check('address-broken', true, true))).toBe(false);
  });
});

describe('what mends a check from here', () => {
  const order = fakeOrder('problem', { address, canCancel: true });
  const short = { ...check('out-of-stock', true), params: { sku: 'MUG' } };

  it('is the address, the stock of what is short, or the cancellation', () => {
    expect(checkFix(order, check('address-broken', true))).toBe('correct-address');
    expect(checkFix(order, short)).toBe('see-stock');
    expect(checkFix(order, check('cancel-requested', true))).toBe('cancel');
  });

  it('is nothing where only the platform can', () => {
    expect(checkFix(order, check('frozen', true))).toBeNull();
    expect(checkFix({ ...order, isAddressSealed: true }, check('address-broken', true))).toBeNull();
    expect(checkFix(fakeOrder(null, { address }), check('address-broken', true))).toBeNull();
    expect(checkFix({ ...order, canCancel: false }, check('cancel-requested', true))).toBeNull();
  });
});
