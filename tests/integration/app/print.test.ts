import { describe, expect, it } from 'vitest';
import { decodePng } from '../../support/decode-png.ts';
import { atRest, cardNow, effectOf, inLane, isDone, jobOf, startDesk, synced } from '../../support/test-desk.ts';

const CREATE = '/v3/posting/fbs/package-label/create';
const GET = '/v2/posting/fbs/package-label/get';

describe('one key to paper', () => {
  it('confirms, fetches the label and prints it; every further press prints nothing', async () => {
    const { app, ozon, printer, newOrder } = await startDesk({ undoWindowMs: 7_000 });
    const { orderId, remoteId } = await newOrder('aggregator');
    const [first, second] = await Promise.all([1, 2].map(() => app.call('printing.print', { ids: [orderId] })));
    expect(
      [first?.commandId, second?.commandId].filter((id) => id !== null),
      'only what is new can be undone',
    ).toHaveLength(1);
    const third = await app.call('printing.print', { ids: [orderId] });
    expect(third).toMatchObject({ commandId: null, results: [{ ok: true }] });
    expect((await cardNow(app, orderId)).step?.step).toBe('confirm');
    await inLane(app, orderId, 'labelled');
    const late = await app.call('printing.print', { ids: [orderId] });
    expect(late.results).toEqual([{ orderId, ok: false, refusal: 'already-labelled' }]);
    await atRest(app);
    const book = ozon.book(remoteId);
    expect(book.effects).toMatchObject({ shipCalls: 1, labelDownloads: 1 });
    expect(printer.complaints()).toEqual([]);
    expect(printer.papers()).toHaveLength(1);
    const codes = await decodePng(printer.papers()[0]?.png ?? new Uint8Array());
    expect(codes.map((code) => code.text)).toContain(book.upperBarcode);
    expect((await jobOf(app, orderId, 'sent', 'confirmed')).preview).not.toBeNull();
  });

  it('a selection comes out in full, each order once', async () => {
    const { app, printer, newOrder } = await startDesk();
    const ids = [];
    for (const integration of ['aggregator', 'ozon', 'ozon'] as const) ids.push((await newOrder(integration)).orderId);
    const { results } = await app.call('board.move', { ids: [...ids, ...ids], lane: 'labelled' });
    expect(results.map((result) => result.ok)).toEqual([true, true, true]);
    for (const id of ids) await inLane(app, id, 'labelled');
    expect(printer.papers()).toHaveLength(3);
  });

  it('asks again while the platform is not ready, over a label error and a part that failed', async () => {
    const { app, ozon, printer, newOrder } = await startDesk();
    const { orderId } = await newOrder('ozon');
    const { faults } = ozon.simulator;
    faults.add({ kind: 'error-500', path: CREATE, count: 1 });
    faults.add({ kind: 'label-not-ready', path: GET, count: 2 });
    faults.add({ kind: 'partial-failure', path: GET, count: 1 });
    faults.add({ kind: 'html-502', path: GET, count: 1 });
    await app.call('printing.print', { ids: [orderId] });
    await inLane(app, orderId, 'labelled');
    expect(faults.list()).toEqual([]);
    expect(printer.papers()).toHaveLength(1);
  });

  it('says what failed when the platform cannot make the label; a press later prints it', async () => {
    const { app, ozon, printer, newOrder } = await startDesk();
    const { orderId } = await newOrder('ozon');
    ozon.simulator.faults.add({ kind: 'label-error', path: GET });
    await app.call('printing.print', { ids: [orderId] });
    const failed = await jobOf(app, orderId, 'failed');
    expect(failed.step).not.toBe('internal');
    expect((await cardNow(app, orderId)).step).toEqual({ step: 'print-failed', code: failed.step });
    ozon.simulator.faults.clear();
    await app.call('printing.print', { ids: [orderId] });
    await inLane(app, orderId, 'labelled');
    expect(printer.papers()).toHaveLength(1);
  });

  it('puts nothing on paper for an order that was cancelled meanwhile', async () => {
    const { app, ozon, printer, newOrder } = await startDesk();
    const early = await newOrder('ozon');
    const late = await newOrder('ozon');
    ozon.simulator.faults.add({ kind: 'label-not-ready', path: GET });
    await app.call('printing.print', { ids: [early.orderId, late.orderId] });
    await effectOf(app, early.orderId, 'confirm', isDone);
    await effectOf(app, late.orderId, 'confirm', isDone);
    ozon.simulator.cancelByBuyer(early.remoteId);
    await synced(app);
    ozon.simulator.faults.clear();
    expect((await jobOf(app, early.orderId, 'failed')).step).toBe('order-cancelled');
    await inLane(app, late.orderId, 'labelled');
    expect(printer.papers()).toHaveLength(1);
    expect(await cardNow(app, early.orderId)).toMatchObject({ lane: 'problem', holdReason: 'buyer-asked-cancel' });
    const again = await app.call('printing.print', { ids: [early.orderId] });
    expect(again.results).toMatchObject([{ ok: false, refusal: 'solve-problem-first' }]);
    await app.call('orders.release', { ids: [early.orderId] });
    const closed = await app.call('printing.print', { ids: [early.orderId] });
    expect(closed.results).toMatchObject([{ ok: false, refusal: 'order-closed' }]);
  });

  it('counts copies that came out, and wants a reason from the third on', async () => {
    const { app, printer, newOrder } = await startDesk();
    const { orderId } = await newOrder('ozon');
    const reprint = (reason: string) => app.call('printing.reprint', { id: orderId, reason });
    expect((await reprint('')).results).toMatchObject([{ refusal: 'label-first' }]);
    await app.call('printing.print', { ids: [orderId] });
    expect((await reprint('')).results).toMatchObject([{ refusal: 'print-under-way' }]);
    await inLane(app, orderId, 'labelled');
    // A copy that never left is no copy: the next try is the second one still.
    await app.call('printing.cancel', { jobId: await queuedReprint() });
    await reprint('');
    await expect.poll(() => printer.papers().length).toBe(2);
    expect((await jobOf(app, orderId, 'sent', 'confirmed')).copy).toBe(2);
    expect((await reprint(' ')).results).toMatchObject([{ refusal: 'reprint-reason-missing' }]);
    await reprint('torn');
    await expect.poll(() => printer.papers().length).toBe(3);
    const [job] = await app.store.read.recentPrintJobs(1);
    expect(job).toMatchObject({ copy: 3, reprintReason: 'torn' });

    /** A reprint that waits, because the printer is busy with its first bytes. */
    async function queuedReprint(): Promise<string> {
      const jobs = await app.store.read.printJobsInStates(['sent', 'confirmed']);
      const sent = jobs.find((candidate) => candidate.orderId === orderId);
      if (sent === undefined) throw new Error('nothing was sent');
      const id = `${sent.id}-2`;
      const row = {
        ...sent,
        id,
        key: `${sent.parcelId}:2`,
        copy: 2,
        state: 'queued',
        dueAtMs: app.clock.nowMs() + 3_600_000,
        settledAtMs: null,
      };
      await app.store.write((tx) => tx.addPrintJob(row as typeof sent));
      return id;
    }
  });
});

describe('without a printer', () => {
  it('says so before anything is done', async () => {
    const { app, ozon, newOrder } = await startDesk();
    const { orderId, remoteId } = await newOrder('ozon');
    const [desk] = (await app.call('printers.list', {})).printers;
    await app.call('printers.remove', { id: desk?.id ?? '' });
    expect(await app.ask('printing.print', { ids: [orderId] })).toMatchObject({ ok: false, code: 'printer-missing' });
    await atRest(app);
    expect(ozon.book(remoteId).effects.shipCalls).toBe(0);
  });
});
