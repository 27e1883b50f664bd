import { describe, expect, it } from 'vitest';
import type { OrderView } from '../../../../src-main/contract/methods/orders.ts';
import { platformZone } from '../../../../src-renderer/cases/platform-zone.ts';
import { headClock } from '../../../../src-renderer/features/order/head-clock.ts';
import { marginShare, moneyLines } from '../../../../src-renderer/features/order/money-view.ts';
import { presetTime } from '../../../../src-renderer/features/order/promise-times.ts';
import { groupActions } from '../../../../src-renderer/features/order/sibling-groups.ts';
import { fakeOrder } from './fake-order.ts';

type Deadline = OrderView['deadlines'][number];
const deadline = (kind: Deadline['kind'], atMs: number, change: Partial<Deadline> = {}): Deadline => ({
  kind,
  atMs,
  zone: null,
  calendar: null,
  isReported: true,
  caseId: null,
  ...change,
});
const margin = {
  currency: 'CNY',
  paidMinor: 10_000,
  feesMinor: 1_500,
  goodsMinor: 3_000,
  postageMinor: null,
  marginMinor: 5_500,
  areFeesEstimated: true,
  withoutRate: [],
};

describe('the money of an order', () => {
  it('takes the costs off, and leaves what is not known unknown', () => {
    expect(moneyLines(margin)).toEqual([
      { name: 'paid', minor: 10_000 },
      { name: 'feesEstimated', minor: -1_500 },
      { name: 'goods', minor: -3_000 },
      { name: 'postage', minor: null },
    ]);
    expect(moneyLines({ ...margin, areFeesEstimated: false })[1]?.name).toBe('fees');
  });

  it('has a share only of what was paid', () => {
    expect(marginShare(margin)).toBe(0.55);
    expect(marginShare({ ...margin, marginMinor: -1_000 })).toBe(-0.1);
    expect(marginShare({ ...margin, paidMinor: 0 })).toBeNull();
    expect(marginShare({ ...margin, marginMinor: null })).toBeNull();
  });
});

describe('the clocks of an order', () => {
  it('have the one of the card in the head, with its zone', () => {
    const deadlines = [deadline('hold-end', 5), deadline('ship-by', 9, { zone: 'Asia/Seoul' })];
    const order = fakeOrder('new', { deadlines }, { dueAtMs: 9, dueKind: 'ship-by' });
    expect(headClock(order)).toMatchObject({ kind: 'ship-by', atMs: 9, zone: 'Asia/Seoul' });
  });

  it('have the next one there while the card goes by none, and none where none runs', () => {
    expect(headClock(fakeOrder('delivered', { deadlines: [deadline('case', 7)] }))).toMatchObject({ kind: 'case' });
    expect(headClock(fakeOrder('delivered'))).toBeNull();
    expect(headClock(fakeOrder('new', {}, { dueAtMs: 3, dueKind: 'promise' }))).toMatchObject({ kind: 'promise' });
  });

  it('know the zone of the platform, of the case first', () => {
    const deadlines = [
      deadline('ship-by', 1, { zone: 'Asia/Seoul' }),
      deadline('case', 2, { zone: 'UTC', caseId: 'c' }),
    ];
    expect(platformZone({ deadlines }, 'c')).toBe('UTC');
    expect(platformZone({ deadlines }, 'other')).toBe('Asia/Seoul');
    expect(platformZone({ deadlines: [] }, 'c')).toBeNull();
  });

  it('offer no promise that has passed', () => {
    const evening = new Date(2026, 2, 6, 19).getTime();
    expect(presetTime('today', evening)).toBeNull();
    expect(presetTime('tomorrow', evening)).toBe(new Date(2026, 2, 7, 18).getTime());
    expect(presetTime('days3', evening)).toBe(new Date(2026, 2, 11, 18).getTime());
  });
});

describe('orders of the same buyer', () => {
  it('are merged where nothing is against it, and parted where they travel together', () => {
    const sibling = (orderId: string, isTogether: boolean, refusal: string | null) => ({
      orderId,
      remoteId: orderId,
      quantity: 1,
      isTogether,
      refusal,
    });
    const siblings = [sibling('a', false, null), sibling('b', false, 'merge-not-allowed'), sibling('c', true, null)];
    expect(groupActions(siblings)).toEqual({ mergeable: ['a'], together: ['c'] });
  });
});
