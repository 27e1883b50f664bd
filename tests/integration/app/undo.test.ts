import { describe, expect, it } from 'vitest';
import { carrierLabel } from '../../e2e/support/label-pdf.ts';
import { atRest, cardNow, effectOf, inLane, isDone, jobOf, startDesk } from '../../support/test-desk.ts';

describe('undo', () => {
  it('within the window takes everything back, and nothing reaches the platform', async () => {
    const { app, ozon, newOrder } = await startDesk({ undoWindowMs: 60_000 });
    const cards = [await newOrder('aggregator'), await newOrder('ozon')];
    const ids = cards.map((card) => card.orderId);
    const { commandId, undoUntilMs } = await app.call('board.move', { ids, lane: 'to-ship' });
    expect(undoUntilMs).toBeGreaterThan(app.clock.nowMs());
    const undone = await app.call('board.undo', { commandId: commandId ?? '' });
    expect(undone.results.map((result) => result.ok)).toEqual([true, true]);
    app.clock.jump(70_000);
    await atRest(app);
    expect(cards.map((card) => ozon.book(card.remoteId).effects.shipCalls)).toEqual([0, 0]);
    for (const id of ids) expect((await cardNow(app, id)).lane).toBe('new');
    expect(await app.ask('board.undo', { commandId: commandId ?? '' })).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('after the window is refused, and changes nothing', async () => {
    const { app, newOrder } = await startDesk();
    const { orderId } = await newOrder('aggregator');
    const { commandId } = await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
    await effectOf(app, orderId, 'confirm', isDone);
    expect(await app.ask('board.undo', { commandId: commandId ?? '' })).toMatchObject({
      ok: false,
      code: 'already-left',
    });
    expect((await cardNow(app, orderId)).lane).toBe('to-ship');
  });

  it('goes backwards: what stands on a command comes first', async () => {
    const { app, newOrder } = await startDesk({ undoWindowMs: 60_000 });
    const { orderId } = await newOrder('ozon');
    const first = await app.call('orders.writeNote', { id: orderId, text: 'one' });
    const second = await app.call('orders.writeNote', { id: orderId, text: 'two' });
    const early = await app.call('board.undo', { commandId: first.commandId ?? '' });
    expect(early.results).toMatchObject([{ ok: false, refusal: 'newer-change' }]);
    await app.call('board.undo', { commandId: second.commandId ?? '' });
    expect((await app.call('orders.get', { id: orderId })).note).toBe('one');
    await app.call('board.undo', { commandId: first.commandId ?? '' });
    expect((await app.call('orders.get', { id: orderId })).note).toBe('');
  });

  it('of a confirm is refused while a label is being fetched for it', async () => {
    const { app, newOrder } = await startDesk({ undoWindowMs: 60_000 });
    const { orderId } = await newOrder('aggregator');
    const confirmed = await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
    const printed = await app.call('printing.print', { ids: [orderId] });
    const refused = await app.call('board.undo', { commandId: confirmed.commandId ?? '' });
    expect(refused.results).toMatchObject([{ ok: false, refusal: 'newer-change' }]);
    await app.call('board.undo', { commandId: printed.commandId ?? '' });
    expect((await jobOf(app, orderId, 'cancelled')).step).toBe('undone');
    await app.call('board.undo', { commandId: confirmed.commandId ?? '' });
    expect(await cardNow(app, orderId)).toMatchObject({ lane: 'new', step: null });
  });

  it('of a print takes the record and the push back; pressed again it is recorded without new paper', async () => {
    const { app, ozon, printer, newOrder } = await startDesk({ undoWindowMs: 60_000 });
    const { orderId, remoteId } = await newOrder('3pl_tracking');
    const { commandId: confirm } = await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
    expect(confirm).not.toBeNull();
    app.clock.jump(60_000);
    await effectOf(app, orderId, 'confirm', isDone);
    await app.call('orders.assignTracking', {
      id: orderId,
      trackingNumber: 'LX481203775CN',
      carrier: null,
      parcel: 1,
      items: null,
    });
    await app.call('orders.attachLabel', {
      id: orderId,
      fileName: 'label.pdf',
      base64: (await carrierLabel('4812')).toString('base64'),
    });
    const { commandId } = await app.call('printing.print', { ids: [orderId] });
    await inLane(app, orderId, 'labelled');
    const held = app.events.find((event) => event.name === 'effects.held');
    expect(held?.payload).toMatchObject({ commandId, effectCount: 1 });
    await app.call('board.undo', { commandId: commandId ?? '' });
    expect((await cardNow(app, orderId)).lane).toBe('to-ship');
    app.clock.jump(70_000);
    await atRest(app);
    expect(ozon.book(remoteId).effects.trackingSets).toEqual([]);
    const again = await app.call('printing.print', { ids: [orderId] });
    expect(again).toMatchObject({ effectCount: 1, results: [{ ok: true }] });
    expect(again.undoUntilMs).toBeGreaterThan(app.clock.nowMs());
    expect((await cardNow(app, orderId)).lane).toBe('labelled');
    app.clock.jump(70_000);
    await effectOf(app, orderId, 'push-tracking', isDone);
    expect(ozon.book(remoteId).effects.trackingSets).toEqual(['LX481203775CN']);
    expect(printer.papers()).toHaveLength(1);
  });
});
