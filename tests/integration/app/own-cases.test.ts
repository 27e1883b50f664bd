import { describe, expect, it } from 'vitest';
import type { MethodInput } from '../../../src-main/contract/index.ts';
import type { OrderId, ShopId } from '../../../src-main/core/shared/ids.ts';
import { productRow } from '../../support/product-row.ts';
import { delivered, startReportingShop, type ReportingShop } from '../../support/reporting-shop.ts';
import { cardNow } from '../../support/test-desk.ts';

const HOUR_MS = 3_600_000;
const LIST = { isOpen: true, shopId: null, offset: 0, limit: 50 };
const BROKEN = { kind: 'return', reason: 'damaged', note: '杯口裂了', dueAtMs: null } as const;
const OK = [{ ok: true }];

const listed = async ({ app }: ReportingShop, change: Partial<MethodInput<'cases.list'>> = {}) =>
  (await app.call('cases.list', { ...LIST, ...change })).cases;
const casesOf = async ({ app }: ReportingShop, id: OrderId) => (await app.call('orders.get', { id })).cases;

/** A shop with delivered orders, and their ids. */
async function withOrders(count: number) {
  const shop = await startReportingShop(...Array.from({ length: count }, (_, index) => delivered(index + 1)));
  const ids: OrderId[] = [];
  for (let number = 1; number <= count; number += 1) ids.push((await shop.order(number)).id);
  return { shop, ids, id: ids[0]! };
}

describe('a case that the seller opens', () => {
  it('carries kind, reason, note and clock, and brings its order to after-sales', async () => {
    const { shop, id } = await withOrders(1);
    const dueAtMs = Date.parse('2026-12-01T07:59:00Z');
    shop.app.events.length = 0;
    expect((await shop.app.call('cases.open', { ids: [id], ...BROKEN, dueAtMs })).results).toMatchObject(OK);
    expect(shop.app.events.map((event) => event.name)).toEqual(
      expect.arrayContaining(['orders.changed', 'afterSales.changed']),
    );
    expect(await listed(shop)).toMatchObject([
      { orderId: id, shopName: '小店', fileCount: 0, case: { ...BROKEN, dueAtMs, notes: [], afterSaleId: null } },
    ]);
    expect(await cardNow(shop.app, id)).toMatchObject({ lane: 'after-sales', caseKind: 'return', dueAtMs });
  });

  it('is opened for each order of a selection, each its own, and undone as one', async () => {
    const { shop, ids } = await withOrders(3);
    const { commandId } = await shop.app.call('cases.open', { ids, ...BROKEN });
    const found = await listed(shop);
    expect(new Set(found.map((entry) => entry.case.id)).size).toBe(3);
    expect((await shop.app.call('cases.list', { ...LIST, limit: 2 })).total).toBe(3);
    await shop.app.call('board.undo', { commandId: commandId ?? '' });
    expect(await listed(shop)).toEqual([]);
    expect((await cardNow(shop.app, ids[0]!)).lane).toBe('delivered');
  });

  it('may stand beside others of the same order, which stays until the last is over', async () => {
    const { shop, id } = await withOrders(1);
    await shop.app.call('cases.open', { ids: [id], ...BROKEN });
    await shop.app.call('cases.open', { ids: [id], kind: 'chargeback', reason: 'fraud', note: '', dueAtMs: 5 });
    const [first, second] = await casesOf(shop, id);
    await shop.app.call('cases.close', { orderId: id, caseId: first!.id, outcome: 'refunded' });
    expect((await cardNow(shop.app, id)).lane).toBe('after-sales');
    await shop.app.call('cases.close', { orderId: id, caseId: second!.id, outcome: 'won' });
    expect((await cardNow(shop.app, id)).lane).toBe('delivered');
    const over = await listed(shop, { isOpen: false });
    expect(new Set(over.map((entry) => entry.case.outcome))).toEqual(new Set(['refunded', 'won']));
  });

  it('is changed, noted and ended; notes may follow its end', async () => {
    const { shop, id } = await withOrders(1);
    await shop.app.call('cases.open', { ids: [id], ...BROKEN });
    const [open] = await casesOf(shop, id);
    const one = { orderId: id, caseId: open!.id };
    const change = { kind: 'refund', reason: 'quality', dueAtMs: 9 * HOUR_MS } as const;
    expect((await shop.app.call('cases.change', { ...one, ...change })).results).toMatchObject(OK);
    await shop.app.call('cases.note', { ...one, text: '买家发来照片' });
    expect(await casesOf(shop, id)).toMatchObject([{ ...change, note: '杯口裂了', notes: [{ text: '买家发来照片' }] }]);
    await shop.app.call('cases.close', { ...one, outcome: 'part-refunded' });
    await shop.app.call('cases.note', { ...one, text: '退了一半' });
    const [ended] = await casesOf(shop, id);
    expect(ended).toMatchObject({ outcome: 'part-refunded', closedAtMs: expect.any(Number) as number });
    expect(ended?.notes.map((note) => note.text)).toEqual(['买家发来照片', '退了一半']);
  });

  it('refuses what says nothing new, and what is over', async () => {
    const { shop, id } = await withOrders(1);
    await shop.app.call('cases.open', { ids: [id], ...BROKEN });
    const [open] = await casesOf(shop, id);
    const one = { orderId: id, caseId: open!.id };
    const { note: _note, ...same } = BROKEN;
    const refusalOf = async (answer: Promise<{ results: readonly object[] }>) => (await answer).results;
    expect(await refusalOf(shop.app.call('cases.change', { ...one, ...same }))).toMatchObject([
      { ok: false, refusal: 'nothing-changes' },
    ]);
    await shop.app.call('cases.close', { ...one, outcome: null });
    expect(await refusalOf(shop.app.call('cases.close', { ...one, outcome: null }))).toMatchObject([
      { ok: false, refusal: 'case-unknown' },
    ]);
    expect(await shop.app.ask('cases.note', { ...one, orderId: 'nobody', text: 'x' })).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('an order that its platform froze on the way', () => {
  it('is a case until it is let go, told in the timeline', async () => {
    const shop = await startReportingShop(delivered(1, { stage: 'in-transit', alerts: ['frozen'] }));
    const { id } = await shop.order(1);
    expect(await listed(shop)).toMatchObject([{ orderId: id, case: { kind: 'frozen', afterSaleId: null } }]);
    shop.orders(delivered(1, { stage: 'in-transit' }));
    await shop.sync();
    expect(await listed(shop)).toEqual([]);
    expect((await cardNow(shop.app, id)).lane).toBe('in-transit');
    const { timeline } = await shop.app.call('orders.get', { id });
    const told = timeline.filter((entry) => entry.kind.startsWith('work.case'));
    expect(told.map((entry) => [entry.kind, entry.actor])).toEqual(
      expect.arrayContaining([
        ['work.case-opened', 'platform'],
        ['work.case-closed', 'platform'],
      ]),
    );
  });

  it('on the desk is stopped by a check, and opens no case', async () => {
    const shop = await startReportingShop(delivered(1, { stage: 'to-confirm', alerts: ['frozen'] }));
    expect(await listed(shop)).toEqual([]);
    expect((await cardNow(shop.app, (await shop.order(1)).id)).lane).toBe('problem');
  });
});

it('the list of cases keeps shops apart, and calls goods as the seller does', async () => {
  const { shop, id } = await withOrders(1);
  const { facts } = await shop.order(1);
  await shop.app.call('cases.open', { ids: [id], ...BROKEN });
  expect((await listed(shop))[0]?.title).toBe(facts.lines[0]?.title);
  await shop.app.store.write((tx) => tx.saveProducts([productRow(facts.lines[0]!.sku, { title: '我的杯子' })]));
  expect((await listed(shop))[0]?.title).toBe('我的杯子');
  expect(await listed(shop, { shopId: shop.shopId })).toHaveLength(1);
  expect(await listed(shop, { shopId: 'another' as ShopId })).toEqual([]);
});
