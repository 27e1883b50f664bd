import { describe, expect, it } from 'vitest';
import type { OrderView } from '../../../../src-main/contract/methods/orders.ts';
import { canAccept, checksView } from '../../../../src-renderer/features/order/checks-view.ts';

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
    expect(checksView({ checks: [], address }).passed).toEqual(['cancel', 'address', 'stock', 'platform']);
    expect(checksView({ checks: [check('unknown-status', true)], address }).passed).toEqual([
      'cancel',
      'address',
      'stock',
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
