import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OddOrderRow } from '../../../src-main/app/ports/store-rows.ts';
import type {
  AttachmentId,
  CaseId,
  CommandId,
  EffectId,
  LabelId,
  ParcelId,
  PrintBatchId,
  PrinterId,
  PrintJobId,
  ShopId,
  TagId,
} from '../../../src-main/core/shared/ids.ts';
import { plainRows } from './look-inside.ts';
import { sampleCase } from './sample-cases.ts';
import { labelledWork, orderIdOf, sampleOrder, sampleShop, SHOP_ID, START_MS } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

const KEPT_SHOP = 'kept-shop' as ShopId;
let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
});
afterEach(() => temp.remove());

describe('shops', () => {
  it('keep their settings and health', async () => {
    const changed = sampleShop({
      name: '大店',
      isPaused: true,
      lastFault: 'needs-login',
      lastFaultAtMs: 5,
      clockSkewMs: -1_200,
      mode: 'file',
      backfill: { part: 0.25, orderCount: 70, isStopped: true },
      warnings: ['missing-role:/v2/x'],
      afterSalesFault: 'unreachable',
      lastReconcile: { missing: 1, stale: 2, unreadable: 3 },
      keyReminder: '20000:14',
    });
    await temp.store.write((tx) => tx.saveShop(changed));
    expect(await temp.store.read.shop(SHOP_ID)).toEqual(changed);
    expect(await temp.store.read.shop('none' as ShopId)).toBeNull();
    await temp.store.write((tx) => tx.saveShop(sampleShop({ id: KEPT_SHOP, createdAtMs: 1 })));
    expect((await temp.store.read.shops()).map((shop) => shop.id)).toEqual([KEPT_SHOP, SHOP_ID]);
  });

  it('keep a cursor a stream', async () => {
    await temp.store.write(async (tx) => {
      await tx.saveCursor(SHOP_ID, 'orders', 'one');
      await tx.saveCursor(SHOP_ID, 'orders', 'two');
      await tx.saveCursor(SHOP_ID, 'returns', 'three');
    });
    expect(await temp.store.read.cursor(SHOP_ID, 'orders')).toBe('two');
    expect(await temp.store.read.cursor(SHOP_ID, 'returns')).toBe('three');
    expect(await temp.store.read.cursor(KEPT_SHOP, 'orders')).toBeNull();
  });

  it('keep a notebook each, and the last report', async () => {
    await temp.store.write(async (tx) => {
      await tx.saveShop(sampleShop());
      await tx.saveNotebookPage(SHOP_ID, 'token', 'one');
      await tx.saveNotebookPage(SHOP_ID, 'token', 'two');
      await tx.saveNotebookPage(SHOP_ID, 'bucket:a', '{}');
      await tx.saveNotebookPage(SHOP_ID, 'bucket:a', null);
    });
    expect(await temp.store.read.notebookPage(SHOP_ID, 'token')).toBe('two');
    expect(await temp.store.read.notebookPage(SHOP_ID, 'bucket:a')).toBeNull();
    expect(await temp.store.read.notebookPage(KEPT_SHOP, 'token')).toBeNull();
    const report = {
      atMs: 5,
      checked: 9,
      differences: [{ kind: 'missing', remoteId: '1', orderId: orderIdOf(1), before: null, after: 'to-confirm' }],
    } as const;
    expect(await temp.store.read.reconcileReport(SHOP_ID)).toBeNull();
    await temp.store.write((tx) => tx.saveReconcileReport(SHOP_ID, report));
    expect(await temp.store.read.reconcileReport(SHOP_ID)).toEqual(report);
  });

  it('keep what nobody understood, once, until it is understood', async () => {
    const odd = (change: Partial<OddOrderRow>): OddOrderRow => ({
      shopId: SHOP_ID,
      remoteId: null,
      raw: '{"?":"怪"}',
      reason: 'no-id',
      seenAtMs: 1,
      ...change,
    });
    const remoteId = sampleOrder(1).facts.remoteId;
    await temp.store.write(async (tx) => {
      await tx.saveOddOrder(odd({}));
      await tx.saveOddOrder(odd({ seenAtMs: 2 }));
      await tx.saveOddOrder(odd({ remoteId, reason: 'price-unreadable' }));
    });
    expect(await temp.store.read.oddOrders(SHOP_ID)).toEqual([
      odd({ seenAtMs: 2 }),
      odd({ remoteId, reason: 'price-unreadable' }),
    ]);
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(1)));
    expect(await temp.store.read.oddOrders(SHOP_ID)).toEqual([odd({ seenAtMs: 2 })]);
  });
});

/** One row in every table that belongs to a shop. */
async function fill(shopId: ShopId, number: number): Promise<void> {
  const orderId = orderIdOf(number);
  const base = {
    orderId,
    parcelId: 'p' as ParcelId,
    commandId: 'c' as CommandId,
    createdAtMs: START_MS,
    dueAtMs: START_MS,
  };
  const labelId = `label-${number}` as LabelId;
  await temp.store.write(async (tx) => {
    await tx.saveShop(sampleShop({ id: shopId }));
    const open = { kind: 'return', reason: null, note: '', notes: [], openedAtMs: 1, dueAtMs: null } as const;
    const cases = [{ ...open, id: 'case' as CaseId, afterSaleId: null }];
    const tags = ['tag' as TagId];
    await tx.saveOrder(sampleOrder(number, { shopId, work: { ...labelledWork(number), cases, tags } }));
    const file = { fileName: 'a.txt', media: 'text/plain', sizeBytes: 1, addedAtMs: 1, removedAtMs: null } as const;
    await tx.addAttachment({ ...file, id: `file-${number}` as AttachmentId, orderId, caseId: null }, Uint8Array.of(1));
    await tx.appendJournal([{ orderId, atMs: 1, actor: 'app', commandId: null, body: { kind: 'pulled' } }]);
    await tx.saveRawPayload(orderId, '{}', 1);
    await tx.saveOddOrder({ shopId, remoteId: 'odd', raw: '{}', reason: 'odd', seenAtMs: 1 });
    await tx.saveCursor(shopId, 'orders', 'x');
    await tx.saveNotebookPage(shopId, 'token', 'secret');
    await tx.saveReconcileReport(shopId, { atMs: 1, checked: 2, differences: [] });
    await tx.saveAfterSale(sampleCase(number, { shopId, orderId }), '{}');
    await tx.saveLabel({
      ...base,
      id: labelId,
      source: 'file',
      fileName: null,
      document: { kind: 'pdf', bytes: new Uint8Array(3) },
      sha256: '',
    });
    const batchId = `batch-${number}` as PrintBatchId;
    await tx.savePrintBatch({
      id: batchId,
      printerId: 'gone' as PrinterId,
      sort: 'given',
      isReversed: false,
      state: 'done',
      stopReason: null,
      stoppedAt: null,
      createdAtMs: START_MS,
    });
    await tx.addPrintJob({
      ...base,
      batchId,
      position: 1,
      id: `job-${number}` as PrintJobId,
      key: `job-${number}`,
      printerId: 'gone' as PrinterId,
      labelId,
      state: 'sent',
      copy: 1,
      reprintReason: null,
      step: '',
      ticket: null,
      attempts: 1,
      settledAtMs: null,
      byteCount: 1,
      previewPng: null,
      warnings: [],
    });
    await tx.addEffects([
      {
        ...base,
        id: `effect-${number}` as EffectId,
        shopId,
        key: `effect-${number}`,
        effect: { kind: 'push-delivered', remoteId: '1' },
        state: 'queued',
        attempts: 0,
        startedAtMs: null,
        settledAtMs: null,
        lastCode: null,
      },
    ]);
  });
}

/** What belongs to the seller, whatever her shops are. */
const NOT_OF_A_SHOP = [
  'label_fit',
  'printer',
  'printer_role',
  'product',
  'product_alias',
  'saved_view',
  'setting',
  'slip_print',
  'stock_move',
  'tag',
];

/** Rows of every table of ours, by name. */
async function rowCounts(): Promise<Map<string, number>> {
  const query = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
  const tables = ((await plainRows(temp, query)) as { name: string }[]).map(({ name }) => name);
  const counts = new Map<string, number>();
  for (const table of tables.filter((name) => !/^(order_search|board_search|sqlite_|change_counter)/.test(name))) {
    const [row] = (await plainRows(temp, `SELECT count(*) AS count FROM ${table}`)) as { count: number }[];
    counts.set(table, row!.count);
  }
  return counts;
}

describe('removing a shop', () => {
  it('removes all of it and nothing else', async () => {
    await fill(KEPT_SHOP, 1);
    await temp.store.write((tx) => tx.removeShop(SHOP_ID));
    const kept = await rowCounts();
    await fill(SHOP_ID, 2);
    const empty = [...kept].filter(([, rows]) => rows === 0).map(([table]) => table);
    expect(empty).toEqual(NOT_OF_A_SHOP);
    await temp.store.write((tx) => tx.removeShop(SHOP_ID));
    expect(await rowCounts()).toEqual(kept);
    expect((await temp.store.read.search('Иван', 10)).map((hit) => hit.orderId)).toEqual([orderIdOf(1)]);
  });
});
