import { describe, expect, it } from 'vitest';
import type { MethodInput } from '../../../src-main/contract/index.ts';
import type { CaseId, OrderId } from '../../../src-main/core/shared/ids.ts';
import { delivered, startReportingShop, type ReportingShop } from '../../support/reporting-shop.ts';
import { waitUntil } from '../../support/wait-until.ts';

const HOUR_MS = 3_600_000;
const PNG = Buffer.from('\u0089PNG\r\n\u001a\n……', 'latin1');
const TEXT = Buffer.from('买家：盒子破了');

/** A shop with one delivered order. */
async function withOrder() {
  const shop = await startReportingShop(delivered(1));
  const { id: orderId } = await shop.order(1);
  const add = (change: Partial<MethodInput<'attachments.add'>> = {}) =>
    shop.app.ask('attachments.add', {
      orderId,
      caseId: null,
      fileName: 'C:\\照片\\破损.PNG',
      base64: PNG.toString('base64'),
      ...change,
    });
  const added = async (change: Partial<MethodInput<'attachments.add'>> = {}) => {
    const answer = await add(change);
    if (!answer.ok) throw new Error(answer.code);
    return answer.value.attachment;
  };
  return { ...shop, orderId, add, added };
}

const listed = async ({ app }: ReportingShop, orderId: OrderId) =>
  (await app.store.read.attachments(orderId)).map((row) => row.id);

const told = async ({ app }: ReportingShop, orderId: OrderId) =>
  (await app.store.read.journal(orderId)).map((entry) => entry.body).filter(({ kind }) => kind.startsWith('file-'));

describe('a file that the seller keeps with an order', () => {
  it('is what its bytes say, under a clean name, and comes back byte for byte', async () => {
    const shop = await withOrder();
    const attachment = await shop.added();
    expect(attachment).toMatchObject({ caseId: null, fileName: '破损.png', media: 'image/png', sizeBytes: PNG.length });
    const read = await shop.app.call('attachments.read', { id: attachment.id });
    expect(read).toEqual({ attachment, base64: PNG.toString('base64') });
    expect(await listed(shop, shop.orderId)).toEqual([attachment.id]);
  });

  it('is told in the timeline and to the window, without its name', async () => {
    const shop = await withOrder();
    shop.app.events.length = 0;
    const { id } = await shop.added({ fileName: 'Иван.txt', base64: TEXT.toString('base64') });
    await shop.app.call('attachments.remove', { id });
    expect(await told(shop, shop.orderId)).toEqual([
      { kind: 'file-added', media: 'text/plain' },
      { kind: 'file-removed', media: 'text/plain' },
    ]);
    const heard = shop.app.events.filter((event) => event.name === 'orders.changed');
    expect(heard.map((event) => event.payload)).toMatchObject([{ ids: [shop.orderId] }, { ids: [shop.orderId] }]);
    expect(JSON.stringify([shop.app.log, shop.app.events])).not.toContain('Иван');
  });

  it.each([
    ['empty', ''],
    ['unknown-kind', Buffer.from('MZ\0').toString('base64')],
    ['broken', 'not base64 at all!'],
    ['broken', 'QUJDRA'],
  ])('is refused as %s with a clear code', async (reason, base64) => {
    const shop = await withOrder();
    expect(await shop.add({ base64 })).toMatchObject({ ok: false, code: 'file-unreadable', params: { reason } });
    expect(await listed(shop, shop.orderId)).toEqual([]);
  });

  it('may have twenty megabytes, and not a byte more', async () => {
    const shop = await withOrder();
    const sizeBytes = 20 * 1024 * 1024;
    const whole = Buffer.alloc(sizeBytes, 'a');
    expect(await shop.added({ base64: whole.toString('base64') })).toMatchObject({ sizeBytes });
    const more = Buffer.concat([whole, Buffer.from('a')]).toString('base64');
    expect(await shop.add({ base64: more })).toMatchObject({ code: 'file-too-large', params: { limitMb: 20 } });
  });

  it('is the hundredth at most', async () => {
    const shop = await withOrder();
    for (let count = 0; count < 100; count += 1) await shop.added();
    expect(await shop.add()).toMatchObject({ ok: false, code: 'too-many', params: { limit: 100 } });
    const [first] = await listed(shop, shop.orderId);
    await shop.app.call('attachments.remove', { id: first! });
    expect((await shop.add()).ok).toBe(true);
  });

  it('needs an order, or a case of it', async () => {
    const shop = await withOrder();
    expect(await shop.add({ orderId: 'none' })).toMatchObject({ ok: false, code: 'not-found' });
    expect(await shop.add({ caseId: 'none' })).toMatchObject({ ok: false, code: 'not-found' });
    await shop.app.call('cases.open', { ids: [shop.orderId], kind: 'return', reason: null, note: '', dueAtMs: null });
    const [open] = (await shop.order(1)).work.cases;
    shop.app.events.length = 0;
    expect((await shop.added({ caseId: open!.id })).caseId).toBe(open!.id);
    expect(shop.app.events.map((event) => event.name)).toContain('afterSales.changed');
    await shop.app.call('cases.close', { orderId: shop.orderId, caseId: open!.id, outcome: null });
    expect((await shop.added({ caseId: open!.id as CaseId })).caseId).toBe(open!.id);
  });
});

describe('a removed file', () => {
  it('is hidden, and comes back as it was', async () => {
    const shop = await withOrder();
    const attachment = await shop.added();
    await shop.app.call('attachments.remove', { id: attachment.id });
    await shop.app.call('attachments.remove', { id: attachment.id });
    expect(await listed(shop, shop.orderId)).toEqual([]);
    expect(await shop.app.ask('attachments.read', { id: attachment.id })).toMatchObject({ code: 'not-found' });
    await shop.app.call('attachments.restore', { id: attachment.id });
    expect((await shop.app.call('attachments.read', { id: attachment.id })).attachment).toEqual(attachment);
    expect(await told(shop, shop.orderId)).toHaveLength(3);
  });

  it('is gone a day later, and nothing brings it back', async () => {
    const shop = await withOrder();
    const { app } = shop;
    const [removed, kept] = [await shop.added(), await shop.added()];
    await app.call('attachments.remove', { id: removed.id });
    app.clock.jump(23 * HOUR_MS);
    await app.call('attachments.restore', { id: removed.id });
    await app.call('attachments.remove', { id: removed.id });
    app.clock.jump(25 * HOUR_MS);
    await waitUntil(
      'the bytes are gone',
      async () => (await app.store.read.attachmentRow(removed.id as never)) === null,
    );
    for (const method of ['attachments.restore', 'attachments.remove', 'attachments.read'] as const)
      expect(await app.ask(method, { id: removed.id })).toMatchObject({ ok: false, code: 'not-found' });
    expect(await listed(shop, shop.orderId)).toEqual([kept.id]);
  });
});
