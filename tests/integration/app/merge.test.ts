import { describe, expect, it } from 'vitest';
import { confirmedOrder, giveLabel, NUMBER, OTHER_NUMBER, startMergedDesk } from '../../support/merged-desk.ts';
import { labelCounter, offer } from '../../support/label-counter.ts';
import { startSameBuyerDesk } from '../../support/same-buyer.ts';
import { atRest, cardNow, effectOf, inLane, isDone, jobOf } from '../../support/test-desk.ts';

describe('one parcel for two orders of a buyer', () => {
  it('is labelled once, and each order gets its number at the platform once', async () => {
    const desk = await startMergedDesk();
    const { app, ozon, printer, lead, companion } = desk;
    const ids = [companion.orderId, lead.orderId];
    await giveLabel(desk, companion.orderId);
    const pressed = await app.call('printing.print', { ids });
    expect(pressed.results.map(({ ok }) => ok)).toEqual([true, true]);
    await app.call('printing.print', { ids: [companion.orderId] });
    for (const id of ids) await inLane(app, id, 'labelled');
    for (const id of ids) await effectOf(app, id, 'push-tracking', isDone);
    await app.call('printing.print', { ids });
    const moved = await app.call('board.move', { ids: [companion.orderId], lane: 'in-transit' });
    expect(moved.results).toEqual([{ orderId: companion.orderId, ok: true }]);
    for (const id of ids) await inLane(app, id, 'in-transit');
    await atRest(app);
    expect(printer.papers()).toHaveLength(1);
    for (const { remoteId } of [lead, companion]) expect(ozon.book(remoteId).effects.trackingSets).toEqual([NUMBER]);
  });

  it('shows on both cards who leads it, and in both timelines', async () => {
    const { app, lead, companion } = await startMergedDesk();
    const parcel = { leadOrderId: lead.orderId, orderCount: 2 };
    expect((await cardNow(app, lead.orderId)).parcelOf).toEqual({ ...parcel, isLead: true });
    expect((await cardNow(app, companion.orderId)).parcelOf).toEqual({ ...parcel, isLead: false });
    const { siblings, timeline } = await app.call('orders.get', { id: lead.orderId });
    expect(siblings).toMatchObject([{ orderId: companion.orderId, isTogether: true, refusal: null }]);
    expect(timeline[0]).toMatchObject({
      kind: 'companion-joined',
      actor: 'seller',
      params: { companion: companion.remoteId },
    });
    const joined = (await app.call('orders.get', { id: companion.orderId })).timeline[0];
    expect(joined).toMatchObject({ kind: 'work.joined', params: { lead: lead.remoteId } });
  });

  it('is parted again: each has a number and a label of its own', async () => {
    const desk = await startMergedDesk();
    const { app, ozon, printer, lead, companion } = desk;
    await giveLabel(desk, lead.orderId);
    const parted = await app.call('orders.part', { ids: [companion.orderId] });
    expect(parted.results).toEqual([{ orderId: companion.orderId, ok: true }]);
    expect((await app.call('orders.get', { id: companion.orderId })).parcels).toEqual([]);
    const kinds = (await app.call('orders.get', { id: lead.orderId })).timeline.map(({ kind }) => kind);
    expect(kinds).toContain('companion-left');
    await giveLabel(desk, companion.orderId, OTHER_NUMBER);
    await app.call('printing.print', { ids: [lead.orderId, companion.orderId] });
    for (const { orderId } of [lead, companion]) await effectOf(app, orderId, 'push-tracking', isDone);
    expect(printer.papers()).toHaveLength(2);
    expect(ozon.book(lead.remoteId).effects.trackingSets).toEqual([NUMBER]);
    expect(ozon.book(companion.remoteId).effects.trackingSets).toEqual([OTHER_NUMBER]);
  });

  it('stays one once its label is out: no parting, and nobody comes in', async () => {
    const desk = await startMergedDesk();
    const { app, lead, companion } = desk;
    await giveLabel(desk, lead.orderId);
    await app.call('printing.print', { ids: [lead.orderId] });
    await inLane(app, companion.orderId, 'labelled');
    const parted = await app.call('orders.part', { ids: [companion.orderId] });
    expect(parted.results).toMatchObject([{ ok: false, refusal: 'merge-already-labelled' }]);
    const third = await confirmedOrder(desk);
    const merged = await app.call('orders.merge', { ids: [third.orderId, companion.orderId] });
    expect(merged.commandId).toBeNull();
    expect(merged.results.map((result) => (result.ok ? 'ok' : result.refusal))).toEqual([
      'merge-already-labelled',
      'merge-already-labelled',
    ]);
    expect((await cardNow(app, third.orderId)).parcelOf).toBeNull();
  });

  it('waits while any of its orders is held', async () => {
    const desk = await startMergedDesk();
    const { app, printer, lead, companion } = desk;
    await giveLabel(desk, lead.orderId);
    await app.call('orders.hold', { ids: [companion.orderId], reason: 'address', note: '', untilMs: null });
    const refused = await app.call('printing.print', { ids: [lead.orderId] });
    expect(refused.results).toMatchObject([{ ok: false }]);
    await app.call('orders.release', { ids: [companion.orderId] });
    await app.call('printing.print', { ids: [lead.orderId] });
    await inLane(app, companion.orderId, 'labelled');
    expect(printer.papers()).toHaveLength(1);
  });

  it('loses an order that is cancelled, and goes on without it', async () => {
    const desk = await startMergedDesk();
    const { app, ozon, printer, lead, companion } = desk;
    ozon.simulator.cancelByBuyer(companion.remoteId);
    await app.call('shops.syncNow', {});
    // Its goods may lie in the box: the card stays until somebody has looked.
    await inLane(app, companion.orderId, 'problem');
    expect((await cardNow(app, lead.orderId)).parcelOf).toBeNull();
    const { timeline } = await app.call('orders.get', { id: companion.orderId });
    expect(timeline.find(({ kind }) => kind === 'work.joined')).toMatchObject({
      actor: 'app',
      params: { why: 'order-cancelled' },
    });
    await giveLabel(desk, lead.orderId);
    await app.call('printing.print', { ids: [lead.orderId] });
    await effectOf(app, lead.orderId, 'push-tracking', isDone);
    expect(printer.papers()).toHaveLength(1);
    expect(ozon.book(companion.remoteId).effects.trackingSets).toEqual([]);
  });

  it('never prints the label that an order had failed to print before', async () => {
    const desk = await startSameBuyerDesk();
    const { app, printer } = desk;
    const [lead, companion] = [await confirmedOrder(desk), await confirmedOrder(desk)];
    await giveLabel(desk, companion.orderId, OTHER_NUMBER);
    await printer.stop();
    await app.call('printing.print', { ids: [companion.orderId] });
    const { id: jobId } = await jobOf(app, companion.orderId, 'failed');
    await giveLabel(desk, lead.orderId);
    await app.call('orders.merge', { ids: [lead.orderId, companion.orderId] });
    expect(await app.ask('printing.retry', { jobId })).toMatchObject({ ok: false, code: 'not-found' });
  });
});

describe('orders that cannot share a parcel', () => {
  it.each([
    [null, 'merge-not-allowed'],
    [{ exceptTo: ['RU'] }, 'merge-not-allowed'],
  ])('by the rule of their platform %j stay as they are', async (rule, refusal) => {
    const desk = await startSameBuyerDesk({}, rule);
    const ids = [(await desk.newOrderOf()).orderId, (await desk.newOrderOf()).orderId];
    const merged = await desk.app.call('orders.merge', { ids });
    expect(merged.commandId).toBeNull();
    expect(merged.results).toMatchObject([
      { ok: false, refusal },
      { ok: false, refusal },
    ]);
  });

  it('keep all apart when one of them is for another buyer', async () => {
    const desk = await startSameBuyerDesk();
    const { app, newOrder, newOrderOf } = desk;
    const ids = [(await newOrderOf()).orderId, (await newOrderOf()).orderId, (await newOrder('3pl_tracking')).orderId];
    const merged = await app.call('orders.merge', { ids });
    expect(merged.results.map((result) => (result.ok ? 'ok' : result.refusal))).toEqual(
      ids.map(() => 'merge-other-buyer'),
    );
    for (const id of ids) expect((await cardNow(app, id)).parcelOf).toBeNull();
  });
});

it('our own label, which lists the goods, keeps others out until it is taken back', async () => {
  const { app, newOrderOf } = await startSameBuyerDesk();
  const ids = [(await newOrderOf()).orderId, (await newOrderOf()).orderId];
  const { outcome } = await app.call('labels.makeOwn', {
    orderId: ids[0] ?? '',
    size: '100x150',
    carrier: 'China Post',
    service: 'ePacket',
    trackingNumber: NUMBER,
    symbol: 'code128',
    hasItems: true,
    note: '',
  });
  const refused = await app.call('orders.merge', { ids });
  expect(refused.results).toMatchObject([{ refusal: 'merge-already-labelled' }, { refusal: 'merge-already-labelled' }]);
  await app.call('board.undo', { commandId: outcome.commandId ?? '' });
  expect((await app.call('orders.merge', { ids })).results.map(({ ok }) => ok)).toEqual([true, true]);
});

describe('a parcel and a label that the platform sells', () => {
  const buying = (orderId: string) => {
    const { id, carrier, service, price, ...rest } = offer();
    const measure = { weightGrams: 860, lengthMm: 220, widthMm: 180, heightMm: 140 };
    return { orderId, measure, offer: { id, carrier, service, price, ...rest, warnings: [] }, isPrintedAfter: false };
  };

  it('is for one order alone: nothing is bought for two', async () => {
    const counter = labelCounter();
    const { app, newOrderOf } = await startSameBuyerDesk({}, { exceptTo: [] }, counter.over);
    const [lead, companion] = [(await newOrderOf()).orderId, (await newOrderOf()).orderId];
    await app.call('orders.merge', { ids: [lead, companion] });
    const asked = await app.call('labels.buy', buying(lead));
    expect(asked.results).toEqual([{ orderId: lead, ok: false, refusal: 'label-for-one-order' }]);
    expect((await app.call('orders.get', { id: lead })).labelBy).toBe('seller');
    const other = await app.ask('labels.buy', buying(companion));
    expect(other).toMatchObject({ ok: false, code: 'refused', params: { code: 'ships-with-other' } });
    await atRest(app);
    expect(counter.sales).toEqual([]);
  });

  it('once it is bought, no other order comes in', async () => {
    const counter = labelCounter();
    const { app, newOrderOf } = await startSameBuyerDesk({}, { exceptTo: [] }, counter.over);
    const [first, second] = [(await newOrderOf()).orderId, (await newOrderOf()).orderId];
    await app.call('labels.buy', buying(first));
    await effectOf(app, first, 'buy-label', isDone);
    const merged = await app.call('orders.merge', { ids: [first, second] });
    expect(merged.results).toEqual(
      [first, second].map((orderId) => ({ orderId, ok: false, refusal: 'merge-already-labelled' })),
    );
    expect(counter.sales).toHaveLength(1);
  });
});

describe('undo of a merge', () => {
  it('gives each its own parcel again, and the timelines keep it as undone', async () => {
    const { app, lead, companion, mergeId } = await startMergedDesk();
    await app.call('board.undo', { commandId: mergeId });
    for (const { orderId } of [lead, companion]) expect((await cardNow(app, orderId)).parcelOf).toBeNull();
    const { timeline } = await app.call('orders.get', { id: lead.orderId });
    expect(timeline[0]).toMatchObject({ kind: 'companion-joined', isUndone: true });
  });

  it('is refused while its label is on the way, and possible once the print is taken back', async () => {
    const desk = await startMergedDesk({ undoWindowMs: 60_000 });
    const { app, printer, lead, companion, mergeId } = desk;
    await printer.stop();
    const given = await giveLabel(desk, lead.orderId);
    const pressed = await app.call('printing.print', { ids: [lead.orderId] });
    const refused = await app.call('board.undo', { commandId: mergeId });
    expect(refused.results.map(({ ok }) => ok)).not.toContain(true);
    expect((await cardNow(app, companion.orderId)).parcelOf).not.toBeNull();
    await app.call('board.undo', { commandId: pressed.commandId ?? '' });
    await jobOf(app, lead.orderId, 'cancelled');
    const early = await app.call('board.undo', { commandId: mergeId });
    expect(early.results.map((result) => (result.ok ? 'ok' : result.refusal))).toEqual([
      'newer-change',
      'newer-change',
    ]);
    for (const commandId of given.toReversed()) await app.call('board.undo', { commandId });
    const undone = await app.call('board.undo', { commandId: mergeId });
    expect(undone.results.map(({ ok }) => ok)).toEqual([true, true]);
    for (const { orderId } of [lead, companion])
      expect((await app.call('orders.get', { id: orderId })).parcels).toEqual([]);
  });
});
