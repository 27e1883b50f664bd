import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttachmentRow } from '../../../src-main/app/ports/store-attachments.ts';
import type { OrderCaseFilter } from '../../../src-main/app/ports/store-cases.ts';
import {
  orderCaseCountSql,
  orderCasesSql,
  REPORTS_WITHOUT_CASE,
} from '../../../src-main/adapters/sqlite/order-cases.ts';
import type { ClosedCase, OpenCase } from '../../../src-main/core/order/work.ts';
import type { AttachmentId, CaseId, ShopId } from '../../../src-main/core/shared/ids.ts';
import { plainRows } from './look-inside.ts';
import { caseIdOf as reportIdOf, sampleCase } from './sample-cases.ts';
import { orderIdOf, sampleOrder, sampleShop, SHOP_ID, START_MS } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

const OTHER_SHOP = '01900000-0000-7000-8000-000000000002' as ShopId;
const OPEN: OrderCaseFilter = { isOpen: true, shopId: null };
const ENDED: OrderCaseFilter = { isOpen: false, shopId: null };

const caseIdOf = (number: number) => `case-${number}` as CaseId;

const openCase = (number: number, change: Partial<OpenCase> = {}): OpenCase => ({
  id: caseIdOf(number),
  kind: 'return',
  reason: null,
  note: '',
  notes: [],
  openedAtMs: START_MS + number,
  dueAtMs: null,
  afterSaleId: null,
  ...change,
});
const endedCase = (number: number, closedAtMs: number, change: Partial<OpenCase> = {}): ClosedCase => ({
  ...openCase(number, change),
  closedAtMs,
  outcome: 'refunded',
});

const fileOf = (number: number, caseId: CaseId | null, removedAtMs: number | null = null): AttachmentRow => ({
  id: `file-${number}` as AttachmentId,
  orderId: orderIdOf(1),
  caseId,
  fileName: '照片.png',
  media: 'image/png',
  sizeBytes: 3,
  addedAtMs: START_MS,
  removedAtMs,
});

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
  await temp.store.write((tx) => tx.saveShop(sampleShop({ id: OTHER_SHOP })));
});
afterEach(() => temp.remove());

const save = (number: number, cases: readonly OpenCase[], pastCases: readonly ClosedCase[] = [], shopId = SHOP_ID) =>
  temp.store.write((tx) => tx.saveOrder(sampleOrder(number, { shopId, work: { cases, pastCases } })));

const ids = async (filter: OrderCaseFilter, offset = 0, limit = 10) =>
  (await temp.store.read.orderCases(filter, offset, limit)).map((row) => row.case.id);

describe('cases of orders', () => {
  it('are listed with their order, as they were', async () => {
    const one = openCase(1, {
      reason: 'damaged',
      note: '盒子破了',
      notes: [{ atMs: START_MS, text: '补发' }],
      dueAtMs: START_MS + 5,
      afterSaleId: reportIdOf(1),
    });
    const past = endedCase(2, START_MS + 9);
    await save(1, [one], [past]);
    const { facts } = sampleOrder(1);
    const order = {
      orderId: orderIdOf(1),
      shopId: SHOP_ID,
      platform: facts.platform,
      remoteId: facts.remoteId,
      title: facts.lines[0]?.title,
      sku: facts.lines[0]?.sku,
      fileCount: 0,
    };
    expect(await temp.store.read.orderCases(OPEN, 0, 10)).toEqual([{ ...order, case: one }]);
    expect(await temp.store.read.orderCases(ENDED, 0, 10)).toEqual([{ ...order, case: past }]);
  });

  it('come due first, then the newest; ended ones newest first', async () => {
    await save(1, [openCase(1), openCase(2, { dueAtMs: START_MS + 50 })], [endedCase(6, START_MS + 60)]);
    await save(2, [openCase(3, { dueAtMs: START_MS + 10 })], [endedCase(7, START_MS + 70)], OTHER_SHOP);
    await save(3, [openCase(4)]);
    expect(await ids(OPEN)).toEqual([3, 2, 4, 1].map(caseIdOf));
    expect(await ids(OPEN, 1, 2)).toEqual([2, 4].map(caseIdOf));
    expect(await ids({ isOpen: true, shopId: SHOP_ID })).toEqual([2, 4, 1].map(caseIdOf));
    expect(await ids(ENDED)).toEqual([7, 6].map(caseIdOf));
    expect(await ids({ isOpen: false, shopId: OTHER_SHOP })).toEqual([caseIdOf(7)]);
    expect(await temp.store.read.orderCaseCount(OPEN)).toBe(4);
    expect(await temp.store.read.orderCaseCount({ isOpen: true, shopId: OTHER_SHOP })).toBe(1);
  });

  it('follow every change of their order, and go with its shop', async () => {
    await save(1, [openCase(1), openCase(2)]);
    await save(1, [openCase(2)], [endedCase(1, START_MS)]);
    expect(await ids(OPEN)).toEqual([caseIdOf(2)]);
    expect(await ids(ENDED)).toEqual([caseIdOf(1)]);
    await save(1, []);
    expect([...(await ids(OPEN)), ...(await ids(ENDED))]).toEqual([]);
    await save(1, [openCase(1)]);
    await temp.store.write((tx) => tx.removeShop(SHOP_ID));
    expect(await temp.store.read.orderCaseCount(OPEN)).toBe(0);
  });

  it('come back when all projections are written anew', async () => {
    await save(1, [openCase(1)], [endedCase(2, START_MS)]);
    await plainRows(temp, 'DELETE FROM order_case');
    await temp.store.upkeep.rebuildCards();
    expect([...(await ids(OPEN)), ...(await ids(ENDED))]).toEqual([1, 2].map(caseIdOf));
  });

  it('count the files that are kept with them, without removed ones', async () => {
    await save(1, [openCase(1), openCase(2)]);
    await temp.store.write(async (tx) => {
      await tx.addAttachment(fileOf(1, caseIdOf(1)), Uint8Array.of(1));
      await tx.addAttachment(fileOf(2, caseIdOf(1)), Uint8Array.of(1));
      await tx.addAttachment(fileOf(3, caseIdOf(1), START_MS), Uint8Array.of(1));
      await tx.addAttachment(fileOf(4, null), Uint8Array.of(1));
    });
    const counts = (await temp.store.read.orderCases(OPEN, 0, 10)).map((row) => [row.case.id, row.fileCount]);
    expect(counts).toEqual([
      [caseIdOf(2), 0],
      [caseIdOf(1), 2],
    ]);
  });
});

describe('reports without a case of ours', () => {
  it('are those that stand, are about an order of ours, and of a kind that opens one', async () => {
    await save(
      1,
      [openCase(1, { afterSaleId: reportIdOf(1) })],
      [endedCase(2, START_MS, { afterSaleId: reportIdOf(2) })],
    );
    const orderId = orderIdOf(1);
    await temp.store.write(async (tx) => {
      await tx.saveAfterSale(sampleCase(1, { orderId }), '{}');
      await tx.saveAfterSale(sampleCase(2, { orderId }), '{}');
      await tx.saveAfterSale(sampleCase(3, { orderId }), '{}');
      await tx.saveAfterSale(sampleCase(4, { orderId }, { stage: 'closed' }), '{}');
      await tx.saveAfterSale(sampleCase(5, { orderId }, { kind: 'review' }), '{}');
      await tx.saveAfterSale(sampleCase(6), '{}');
      await tx.saveAfterSale(sampleCase(7, { orderId }, { kind: 'chargeback' }), '{}');
    });
    const waiting = (limit: number) => temp.store.read.reportsWithoutCase(SHOP_ID, limit);
    expect(await waiting(10)).toEqual([7, 3].map((number) => ({ id: reportIdOf(number), orderId })));
    expect(await waiting(1)).toHaveLength(1);
    expect(await temp.store.read.reportsWithoutCase(OTHER_SHOP, 10)).toEqual([]);
  });
});

describe('the plan of', () => {
  const planOf = async (sql: string) => {
    const rows = (await plainRows(temp, `EXPLAIN QUERY PLAN ${sql.replaceAll('?', '0')}`)) as { detail: string }[];
    return rows.map((row) => row.detail);
  };
  const WITH_CARD_AND_FILES = [
    'SEARCH card USING INTEGER PRIMARY KEY (rowid=?)',
    'CORRELATED SCALAR SUBQUERY 1',
    'SEARCH attachment USING INDEX attachment_case (case_id=?)',
  ];

  it('the list of cases walks an index in its order', async () => {
    expect(await planOf(orderCasesSql(false))).toEqual([
      'SEARCH order_case USING INDEX order_case_list (is_open=?)',
      ...WITH_CARD_AND_FILES,
    ]);
    expect(await planOf(orderCasesSql(true))).toEqual([
      'SEARCH order_case USING INDEX order_case_shop (shop_id=? AND is_open=?)',
      ...WITH_CARD_AND_FILES,
    ]);
    expect(await planOf(orderCaseCountSql(true))).toEqual([
      'SEARCH order_case USING COVERING INDEX order_case_shop (shop_id=? AND is_open=?)',
    ]);
  });

  it('the reports without a case reads only those that stand', async () => {
    expect(await planOf(REPORTS_WITHOUT_CASE)).toEqual([
      'SEARCH after_sale USING INDEX after_sale_standing (shop_id=?)',
      'CORRELATED SCALAR SUBQUERY 1',
      'SEARCH order_case USING COVERING INDEX order_case_report (after_sale_id=?)',
    ]);
  });
});
