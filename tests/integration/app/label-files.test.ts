import { describe, expect, it } from 'vitest';
import { carrierLabel } from '../../e2e/support/label-pdf.ts';
import { decodePng } from '../../support/decode-png.ts';
import { HOSTILE_FILES, pngLabel } from '../../support/label-files.ts';
import { cardNow, effectOf, inLane, isDone, startDesk } from '../../support/test-desk.ts';

const NUMBER = 'LX481203775CN';

describe('a label file of the seller', () => {
  it.each([
    ['PDF', async () => (await carrierLabel(NUMBER)).toString('base64')],
    ['PNG', () => pngLabel(NUMBER)],
  ])('%s: its number is read and assigned, it prints, and the number goes to the platform', async (_kind, makeFile) => {
    const { app, ozon, printer, newOrder } = await startDesk();
    const { orderId, remoteId } = await newOrder('3pl_tracking');
    const missing = await app.call('printing.print', { ids: [orderId] });
    expect(missing.results).toMatchObject([{ ok: false, refusal: 'label-file-missing' }]);
    const attached = await app.call('orders.attachLabel', {
      id: orderId,
      fileName: 'Иванов.label',
      base64: await makeFile(),
    });
    expect(attached).toMatchObject({ assigned: NUMBER, proposals: [NUMBER] });
    await app.call('printing.print', { ids: [orderId] });
    await inLane(app, orderId, 'labelled');
    const codes = await decodePng(printer.papers()[0]?.png ?? new Uint8Array());
    expect(codes.map((code) => code.text)).toContain(NUMBER);
    await effectOf(app, orderId, 'push-tracking', isDone);
    expect(ozon.book(remoteId).effects).toMatchObject({ shipCalls: 1, trackingSets: [NUMBER] });
  });

  it('that comes after its parcel has left sends its number at once', async () => {
    const { app, ozon, newOrder } = await startDesk();
    const { orderId, remoteId } = await newOrder('non_integrated');
    await app.call('orders.attachLabel', { id: orderId, fileName: 'first.png', base64: await pngLabel('ORDER 1') });
    await app.call('printing.print', { ids: [orderId] });
    await inLane(app, orderId, 'labelled');
    await effectOf(app, orderId, 'confirm', isDone);
    await app.call('orders.attachLabel', { id: orderId, fileName: 'second.png', base64: await pngLabel(NUMBER) });
    await effectOf(app, orderId, 'push-tracking', isDone);
    expect(ozon.book(remoteId).effects.trackingSets).toEqual([NUMBER]);
  });

  it.each(HOSTILE_FILES)('%s is refused with its reason, and nothing is kept', async (_name, bytes, reason) => {
    const { app, newOrder } = await startDesk();
    const { orderId } = await newOrder('3pl_tracking');
    const answer = await app.ask('orders.attachLabel', {
      id: orderId,
      fileName: 'x.pdf',
      base64: bytes.toString('base64'),
    });
    expect(answer).toEqual({ ok: false, code: 'label-unreadable', params: { reason }, retryable: false });
    expect(await app.store.read.latestLabel(orderId as never)).toBeNull();
    expect(await cardNow(app, orderId)).toMatchObject({ hasLabel: false, lane: 'new' });
  });

  it('too large a file is refused by its size', async () => {
    const { app, newOrder } = await startDesk();
    const { orderId } = await newOrder('3pl_tracking');
    const base64 = Buffer.alloc(25 * 1024 * 1024 + 3, '%PDF-').toString('base64');
    const answer = await app.ask('orders.attachLabel', { id: orderId, fileName: 'x.pdf', base64 });
    expect(answer).toMatchObject({ ok: false, code: 'file-too-large' });
  });
});
