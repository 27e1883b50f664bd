import { describe, expect, it } from 'vitest';
import type { AfterSaleView } from '../../../../src-main/contract/methods/after-sales.ts';
import type { CaseEntryView } from '../../../../src-main/contract/methods/cases.ts';
import { caseItems, dueOfItem, isOpenItem, itemOf, orderIdOf } from '../../../../src-renderer/cases/case-items.ts';

const report = (id: string, dueAtMs: number | null, change: Partial<AfterSaleView> = {}): AfterSaleView => ({
  id,
  shopId: 's',
  shopName: 'Shop',
  platform: 'ozon',
  kind: 'return',
  remoteId: id,
  orderId: null,
  orderNumber: null,
  stage: 'wait-seller',
  rawStatus: '',
  reason: null,
  messages: [],
  amount: null,
  items: [],
  rating: null,
  trackingNumber: null,
  openedAtMs: 0,
  updatedAtMs: 0,
  dueAtMs,
  actions: [],
  link: null,
  effects: [],
  ...change,
});
const ours = (id: string, dueAtMs: number | null, change: Partial<CaseEntryView['case']> = {}): CaseEntryView => ({
  case: {
    id,
    kind: 'refund',
    reason: null,
    note: '',
    notes: [],
    openedAtMs: 0,
    dueAtMs,
    afterSaleId: null,
    closedAtMs: null,
    outcome: null,
    ...change,
  },
  orderId: 'order-1',
  remoteId: 'r',
  platform: 'ozon',
  shopName: 'Shop',
  title: 'Mug',
  fileCount: 0,
});
const idsOf = (list: ReturnType<typeof caseItems>) => list.map(({ id }) => id);

describe('caseItems', () => {
  it('puts what is due first in front, whoever set the clock', () => {
    const items = caseItems([ours('a', 30), ours('b', 10)], [report('r1', 20), report('r2', 5)]);
    expect(idsOf(items)).toEqual(['r2', 'b', 'r1', 'a']);
  });

  it('has ours in front of the reports where no clock runs, and what is over last', () => {
    const over = ours('over', 1, { closedAtMs: 9 });
    const items = caseItems([ours('a', null), over], [report('r1', null), report('r2', 1, { stage: 'closed' })]);
    expect(idsOf(items)).toEqual(['a', 'r1', 'over', 'r2']);
    expect(items.map(isOpenItem)).toEqual([true, true, false, false]);
    expect(items.map(dueOfItem)).toEqual([null, null, null, null]);
  });

  it('tells a report with the case that came from it, once', () => {
    const items = caseItems([ours('a', null, { afterSaleId: 'r1' })], [report('r1', 7), report('r2', null)]);
    expect(idsOf(items)).toEqual(['a', 'r2']);
    expect(items[0]).toMatchObject({ report: { id: 'r1' } });
    expect(dueOfItem(items[0]!)).toBe(7);
  });

  it('is found by the id of the case and by that of its report', () => {
    const items = caseItems([ours('a', null, { afterSaleId: 'r1' })], [report('r1', 7), report('r2', null)]);
    expect(itemOf(items, 'a')?.id).toBe('a');
    expect(itemOf(items, 'r1')?.id).toBe('a');
    expect(itemOf(items, 'r2')?.kind).toBe('report');
    expect([itemOf(items, 'x'), itemOf(items, null)]).toEqual([null, null]);
    expect(items.map(orderIdOf)).toEqual(['order-1', null]);
  });
});
