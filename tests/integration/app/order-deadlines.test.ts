import { afterEach, beforeEach, expect, it } from 'vitest';
import { orderDeadlines } from '../../../src-main/app/orders/order-deadlines.ts';
import type { OpenCase } from '../../../src-main/core/order/work.ts';
import type { CaseId } from '../../../src-main/core/shared/ids.ts';
import { caseIdOf, sampleCase } from '../sqlite/sample-cases.ts';
import { orderIdOf, sampleOrder, START_MS } from '../sqlite/sample-orders.ts';
import { tempStore, type TempStore } from '../sqlite/temp-store.ts';

const HOUR_MS = 3_600_000;

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
});
afterEach(() => temp.remove());

const due = (hours: number) => ({ dueAtMs: START_MS + hours * HOUR_MS });

it('the clocks of an order are its own and those of reports that no case of ours stands for, next first', async () => {
  const ours: OpenCase = {
    id: 'ours' as CaseId,
    kind: 'return',
    reason: null,
    note: '',
    notes: [],
    openedAtMs: START_MS,
    ...due(9),
    afterSaleId: caseIdOf(1),
  };
  const order = sampleOrder(1, { facts: { shipByMs: START_MS + 5 * HOUR_MS }, work: { cases: [ours] } });
  const mine = { orderId: orderIdOf(1) };
  await temp.store.write(async (tx) => {
    await tx.saveOrder(order);
    await tx.saveOrder(sampleOrder(2));
    await tx.saveAfterSale(sampleCase(1, mine, due(9)), '{}');
    await tx.saveAfterSale(sampleCase(2, mine, { ...due(2), kind: 'inquiry' }), '{}');
    await tx.saveAfterSale(sampleCase(3, mine, { ...due(7), kind: 'cancel-request' }), '{}');
    await tx.saveAfterSale(sampleCase(4, mine, { ...due(1), kind: 'message', stage: 'closed' }), '{}');
    await tx.saveAfterSale(sampleCase(5, mine, { ...due(1), kind: 'claim', stage: 'wait-platform' }), '{}');
    await tx.saveAfterSale(sampleCase(6, mine, { kind: 'inquiry' }), '{}');
    await tx.saveAfterSale(sampleCase(7, { orderId: orderIdOf(2) }, { ...due(1), kind: 'inquiry' }), '{}');
  });
  const clocks = await orderDeadlines(temp.store.read, order);
  expect(clocks.map(({ kind, atMs, caseId }) => [kind, (atMs - START_MS) / HOUR_MS, caseId])).toEqual([
    ['first-reply', 2, null],
    ['ship-by', 5, null],
    ['case', 7, null],
    ['case', 9, 'ours'],
  ]);
});
