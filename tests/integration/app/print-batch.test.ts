import { describe, expect, it } from 'vitest';
import type { BatchView } from '../../../src-main/contract/methods/printing.ts';
import { LABEL_WAIT_MS } from '../../../src-main/app/printing/choose-job.ts';
import { batchOf, cardNow, startDesk, type DeskOptions } from '../../support/test-desk.ts';
import { codes, codesOn, ids, labelledOrders, type LabelledOrder } from '../../support/test-batch.ts';
import { waitUntil } from '../../support/wait-until.ts';

const MUG = [['MUG-MOON-350', 1]] as const;
const isDone = (batch: BatchView): boolean => batch.state === 'done';
const states = (batch: BatchView): string[] => batch.jobs.map((job) => job.state.replace('confirmed', 'sent'));

async function deskWith(count: number, options: DeskOptions = {}) {
  const desk = await startDesk(options);
  const orders = await labelledOrders(
    desk,
    Array.from({ length: count }, () => MUG),
  );
  const print = async (wish: readonly LabelledOrder[] = orders) => {
    const { batchId } = await desk.app.call('printing.print', { ids: ids(wish) });
    if (batchId === null) throw new Error('nothing to print');
    return batchId;
  };
  return { ...desk, orders, print };
}

describe('a batch', () => {
  it('comes out in the order it was selected in, each label once, and settles with the ledger', async () => {
    const { app, printer, orders, print } = await deskWith(12);
    const batchId = await print();
    const again = await app.call('printing.print', { ids: ids(orders) });
    expect(again).toMatchObject({ batchId: null, commandId: null });
    const batch = await batchOf(app, batchId, isDone);
    expect(batch.jobs.map((job) => job.position)).toEqual(orders.map((_order, index) => index + 1));
    expect(new Set(states(batch))).toEqual(new Set(['sent']));
    expect(await codesOn(printer.papers())).toEqual(codes(orders));
    expect((await app.call('printing.today', { dayStartMs: 0 })).totals).toMatchObject({ labels: 12, reprints: 0 });
  });

  it('of a hundred loses none and doubles none', async () => {
    const { app, printer, orders, print } = await deskWith(100);
    const batch = await batchOf(app, await print(), isDone);
    expect(new Set(states(batch))).toEqual(new Set(['sent']));
    const papers = printer.papers();
    // The printer keeps the last fifty, and counts them all.
    expect(papers.at(-1)?.id).toBe('paper-100');
    expect(await codesOn(papers)).toEqual(codes(orders.slice(50)));
    expect((await app.store.read.printJobsInStates(['sent', 'confirmed'])).map((job) => job.orderId).sort()).toEqual(
      ids(orders).sort(),
    );
  });

  it('is sorted as asked: single pieces first, same goods together, from the last', async () => {
    const desk = await startDesk({ preferences: { batchSort: 'by-sku' } });
    const { app, printer } = desk;
    const [a, b, c, d] = await labelledOrders(
      desk,
      [[['MUG-MOON-350', 2]], [['NOTE-OAT-A5', 1]], [['MUG-MOON-350', 1]], [['NOTE-OAT-A5', 1]]].map(
        (items) => items as never,
      ),
    );
    const all = [a!, b!, c!, d!];
    const order = { sort: 'singles-first', isReversed: true } as const;
    const { batchId } = await app.call('printing.print', { ids: ids(all), order });
    await batchOf(app, batchId ?? '', isDone);
    expect(await codesOn(printer.papers())).toEqual(codes([a!, d!, b!, c!]));
  });

  it('waits a little for a label that its platform has not made, then the others go first', async () => {
    const { app, ozon, printer, orders, print, newOrder } = await deskWith(2);
    const late = await newOrder('ozon');
    ozon.simulator.faults.add({ kind: 'label-not-ready', path: '/v2/posting/fbs/package-label/get' });
    const pressedMs = app.clock.nowMs();
    const { batchId } = await app.call('printing.print', { ids: [late.orderId, ...ids(orders)] });
    await waitUntil('two papers', async () => printer.papers().length === 2);
    expect(printer.papers()[0]?.receivedAtMs).toBeGreaterThanOrEqual(pressedMs + LABEL_WAIT_MS);
    ozon.simulator.faults.clear();
    const batch = await batchOf(app, batchId ?? '', isDone);
    expect(batch.jobs[0]).toMatchObject({ orderId: late.orderId, position: 1 });
    expect((await codesOn(printer.papers())).slice(0, 2)).toEqual(codes(orders));
    expect(printer.papers()).toHaveLength(3);
    void print;
  });

  it('does not keep another press waiting for its label', async () => {
    const { app, ozon, printer, orders, print, newOrder } = await deskWith(1);
    const late = await newOrder('ozon');
    ozon.simulator.faults.add({ kind: 'label-not-ready', path: '/v2/posting/fbs/package-label/get' });
    await app.call('printing.print', { ids: [late.orderId] });
    await batchOf(app, await print(), isDone);
    expect(await codesOn(printer.papers())).toEqual(codes(orders));
  });
});

describe('a batch that is paused', () => {
  it('holds what has not left, and goes on where it was', async () => {
    const { app, printer, orders, print } = await deskWith(6);
    printer.faults.delayMs = 100;
    const batchId = await print();
    await waitUntil('a first paper', async () => printer.papers().length >= 1);
    await app.call('printing.pauseBatch', { batchId });
    const paused = await batchOf(app, batchId, (batch) => batch.jobs.every((job) => job.state !== 'sending'));
    expect(paused.state).toBe('paused');
    expect(states(paused)).toContain('queued');
    const count = printer.papers().length;
    expect(await app.ask('printing.resumeBatch', { batchId: 'none', fromPosition: null })).toMatchObject({
      code: 'not-found',
    });
    await app.call('printing.resumeBatch', { batchId, fromPosition: null });
    const batch = await batchOf(app, batchId, isDone);
    expect(count).toBeLessThan(6);
    expect(new Set(states(batch))).toEqual(new Set(['sent']));
    expect(await codesOn(printer.papers())).toEqual(codes(orders));
    expect(await app.ask('printing.pauseBatch', { batchId })).toMatchObject({ code: 'already-left' });
  });

  it('can be given up: what was not sent is free to be printed again', async () => {
    const { app, printer, orders, print } = await deskWith(4);
    printer.faults.delayMs = 100;
    const batchId = await print();
    await waitUntil('a first paper', async () => printer.papers().length >= 1);
    await app.call('printing.cancelBatch', { batchId });
    const given = await batchOf(app, batchId, (batch) => batch.jobs.every((job) => job.state !== 'sending'));
    expect(given.state).toBe('cancelled');
    delete printer.faults.delayMs;
    await batchOf(app, await print(), isDone);
    expect((await codesOn(printer.papers())).sort()).toEqual(codes(orders));
  });

  it('is begun again at a label: those that had been sent are marked as reprints', async () => {
    const { app, printer, orders, print } = await deskWith(4);
    const batchId = await print();
    await batchOf(app, batchId, isDone);
    await app.call('printing.resumeBatch', { batchId, fromPosition: 3 });
    await waitUntil('six papers', async () => printer.papers().length === 6);
    const batch = await batchOf(app, batchId, isDone);
    expect(batch.jobs.map((job) => job.copy)).toEqual([1, 1, 2, 2]);
    const papers = printer.papers();
    expect(await codesOn(papers)).toEqual(codes([...orders, ...orders.slice(2)]));
    expect(Buffer.from(papers[4]!.png).equals(Buffer.from(papers[2]!.png)), 'a reprint looks different').toBe(false);
    expect((await app.call('printing.today', { dayStartMs: 0 })).totals).toMatchObject({ labels: 6, reprints: 2 });
  });
});

describe('an order that changed between the press and the paper', () => {
  it.each([
    ['few', 2],
    ['many', 7],
  ])('keeps its label in when it was cancelled (%s labels); the rest is printed', async (_name, count) => {
    const { app, ozon, printer, orders, print } = await deskWith(count);
    printer.faults.neverReads = true;
    const batchId = await print();
    await app.call('printing.pauseBatch', { batchId });
    const [gone, ...rest] = [orders.at(-1)!, ...orders.slice(0, -1)];
    ozon.simulator.cancelByBuyer(gone.remoteId);
    delete printer.faults.neverReads;
    const now = await batchOf(app, batchId, (batch) => batch.jobs.every((job) => job.state !== 'sending'));
    const from = states(now).includes('unknown') ? 1 : null;
    await app.call('printing.resumeBatch', { batchId, fromPosition: from });
    const batch = await batchOf(app, batchId, isDone);
    expect(batch.jobs.at(-1)).toMatchObject({ state: 'failed', step: 'order-cancelled' });
    expect(new Set(await codesOn(printer.papers()))).toEqual(new Set(codes(rest)));
    expect(await cardNow(app, gone.orderId), 'a red card').toMatchObject({ lane: 'problem' });
    expect((await app.call('printing.today', { dayStartMs: 0 })).totals.heldBack).toBe(1);
  });

  it('turns red when its buyer asks to cancel', async () => {
    const desk = await startDesk();
    const { app, ozon, printer } = desk;
    const [order] = await labelledOrders(desk, [MUG], 'aggregator');
    const { orderId, remoteId } = order!;
    ozon.simulator.askToCancel(remoteId);
    const { batchId } = await app.call('printing.print', { ids: [orderId] });
    const batch = await batchOf(app, batchId ?? '', isDone);
    expect(batch.jobs[0]).toMatchObject({ state: 'failed', step: 'cancel-requested' });
    expect(await cardNow(app, orderId)).toMatchObject({ lane: 'problem', check: { code: 'cancel-requested' } });
    expect(printer.papers()).toEqual([]);
  });

  it('is printed with a warning when the platform does not say', async () => {
    const { app, ozon, printer, print } = await deskWith(2);
    ozon.simulator.faults.add({ kind: 'error-500', path: '/v3/posting/fbs/get' });
    const batch = await batchOf(app, await print(), isDone);
    expect(new Set(states(batch))).toEqual(new Set(['sent']));
    expect(batch.jobs.every((job) => job.warnings.includes('state-not-read'))).toBe(true);
    expect(printer.papers()).toHaveLength(2);
  });
});
