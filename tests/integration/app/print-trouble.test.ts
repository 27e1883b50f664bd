import { describe, expect, it } from 'vitest';
import { createVirtualPrinter } from '../../../src-main/demo/printer/virtual-printer.ts';
import { addPrinter, cardNow, inLane, jobOf, startDesk, type Desk } from '../../support/test-desk.ts';

async function printerRow({ app }: Desk) {
  const [row] = (await app.call('printers.list', {})).printers;
  if (row === undefined) throw new Error('no printer');
  return row;
}

/** An order whose label broke off on its way to the paper. */
async function brokenOff(desk: Desk): Promise<{ readonly orderId: string; readonly jobId: string }> {
  const { app, printer, newOrder } = desk;
  const { orderId } = await newOrder('ozon');
  printer.faults.closeAfterBytes = 10_000;
  await app.call('printing.print', { ids: [orderId] });
  const job = await jobOf(app, orderId, 'unknown');
  delete printer.faults.closeAfterBytes;
  return { orderId, jobId: job.id };
}

describe('a printer that is off', () => {
  it('is tried a few times, then named; when it is on again a retry prints', async () => {
    const desk = await startDesk();
    const { app, printer, newOrder } = desk;
    const { address } = await printerRow(desk);
    await printer.stop();
    const { orderId } = await newOrder('ozon');
    await app.call('printing.print', { ids: [orderId] });
    const failed = await jobOf(app, orderId, 'failed');
    expect(failed.step).toBe('printer-refused');
    expect((await app.store.read.printJobsOfOrder(orderId as never))[0]?.attempts).toBe(3);
    expect(await cardNow(app, orderId)).toMatchObject({
      lane: 'to-ship',
      step: { step: 'print-failed', code: 'printer-refused' },
    });
    await printer.start(address.kind === 'tcp' ? address.port : 0);
    await app.call('printing.retry', { jobId: failed.id });
    await inLane(app, orderId, 'labelled');
    expect(printer.papers()).toHaveLength(1);
  });

  it('and was removed: the retry goes where labels go now', async () => {
    const desk = await startDesk();
    const { app, printer, newOrder } = desk;
    const old = await printerRow(desk);
    await printer.stop();
    const { orderId } = await newOrder('ozon');
    await app.call('printing.print', { ids: [orderId] });
    const failed = await jobOf(app, orderId, 'failed');
    await app.call('printers.remove', { id: old.id });
    expect(await app.ask('printing.retry', { jobId: failed.id })).toMatchObject({ ok: false, code: 'printer-missing' });
    const other = createVirtualPrinter({ language: 'zpl', clock: app.clock });
    const { port } = await other.start();
    await addPrinter(app, port, { language: 'zpl' });
    await app.call('printing.retry', { jobId: failed.id });
    await inLane(app, orderId, 'labelled');
    expect(other.papers()).toHaveLength(1);
    await other.stop();
  });
});

describe('a label that breaks off in the middle', () => {
  it('is never sent again by itself: the seller is asked', async () => {
    const desk = await startDesk();
    const { app, printer } = desk;
    const { orderId, jobId } = await brokenOff(desk);
    expect((await cardNow(app, orderId)).step).toEqual({
      step: 'print-unknown',
      code: expect.stringMatching(/^(reset|closed-early)$/),
    });
    const pressed = await app.call('printing.print', { ids: [orderId] });
    expect(pressed.results).toMatchObject([{ ok: false, refusal: 'print-unknown' }]);
    const before = printer.papers().length;
    await app.call('printing.answer', { jobId, cameOut: false });
    await inLane(app, orderId, 'labelled');
    expect(printer.papers().length).toBe(before + 1);
    expect(await app.ask('printing.answer', { jobId, cameOut: false })).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('counts as printed when the seller says that it came out', async () => {
    const desk = await startDesk();
    const { app, printer } = desk;
    const { orderId, jobId } = await brokenOff(desk);
    const before = printer.papers().length;
    await app.call('printing.answer', { jobId, cameOut: true });
    expect((await cardNow(app, orderId)).lane).toBe('labelled');
    expect((await jobOf(app, orderId, 'confirmed')).step).toBe('done');
    expect(printer.papers().length).toBe(before);
  });

  it('cannot be taken back by undo', async () => {
    const desk = await startDesk();
    const { app, printer, newOrder } = desk;
    const { orderId } = await newOrder('ozon');
    printer.faults.delayMs = 200;
    const { commandId } = await app.call('printing.print', { ids: [orderId] });
    await jobOf(app, orderId, 'sending');
    expect(await app.ask('board.undo', { commandId: commandId ?? '' })).toMatchObject({
      ok: false,
      code: 'already-left',
    });
  });

  it('stays a question when our own store failed to write down that it was sent', async () => {
    const desk = await startDesk();
    const { app, printer, newOrder } = desk;
    const { orderId } = await newOrder('ozon');
    const write = app.store.write.bind(app.store);
    let isBroken = true;
    app.store.write = (work) =>
      write(async (tx) => {
        const value = await work(tx);
        const sent = isBroken ? await tx.printJobsInStates(['sent']) : [];
        if (sent.length > 0) {
          isBroken = false;
          throw new Error('disk full');
        }
        return value;
      });
    await app.call('printing.print', { ids: [orderId] });
    expect((await jobOf(app, orderId, 'unknown', 'failed', 'sent')).state).toBe('unknown');
    expect(printer.papers()).toHaveLength(1);
  });
});
