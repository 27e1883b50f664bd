import { describe, expect, it } from 'vitest';
import type { BatchView } from '../../../src-main/contract/methods/printing.ts';
import type { PrintJobId } from '../../../src-main/core/shared/ids.ts';
import { plainRows } from '../sqlite/look-inside.ts';
import { batchOf, startDesk } from '../../support/test-desk.ts';
import { codes, codesOn, ids, labelledOrders } from '../../support/test-batch.ts';
import { TEST_STORE_KEY } from '../../support/test-ports.ts';
import { waitUntil } from '../../support/wait-until.ts';

const MUG = [['MUG-MOON-350', 1]] as const;
const isDone = (batch: BatchView): boolean => batch.state === 'done';
const isStopped = (batch: BatchView): boolean => batch.state === 'stopped';
const states = (batch: BatchView): string[] => batch.jobs.map((job) => job.state.replace('confirmed', 'sent'));

async function deskWith(count: number) {
  const desk = await startDesk();
  const orders = await labelledOrders(
    desk,
    Array.from({ length: count }, () => MUG),
  );
  const { app, printer } = desk;
  return {
    ...desk,
    orders,
    print: async (from = 0, to = count) => {
      const { batchId } = await app.call('printing.print', { ids: ids(orders.slice(from, to)) });
      if (batchId === null) throw new Error('nothing to print');
      return batchId;
    },
    resume: (batchId: string, fromPosition: number | null) =>
      app.call('printing.resumeBatch', { batchId, fromPosition }),
    whole: async () => codesOn(printer.papers().filter((paper) => paper.part === 'whole')),
  };
}

describe('a printer that is off', () => {
  it('stops the batch at its first label, the others are not tried; when it is on again all come out', async () => {
    const { app, printer, orders, print, resume, whole, printerId } = await deskWith(5);
    printer.faults.refuse = true;
    const batchId = await print();
    const stopped = await batchOf(app, batchId, isStopped);
    expect(stopped).toMatchObject({ stopReason: expect.stringMatching(/^(printer-|unknown)/), stoppedAt: 1 });
    expect(states(stopped).slice(1)).toEqual(['queued', 'queued', 'queued', 'queued']);
    const { printers } = await app.call('printers.list', {});
    expect(printers.find((row) => row.id === printerId)).toBeDefined();
    delete printer.faults.refuse;
    await resume(batchId, states(stopped)[0] === 'unknown' ? 1 : null);
    await batchOf(app, batchId, isDone);
    expect(await whole()).toEqual(codes(orders));
  });

  it('is tried once for another batch', async () => {
    const { app, printer, print } = await deskWith(2);
    await printer.stop();
    await batchOf(app, await print(0, 1), isStopped);
    const second = await batchOf(app, await print(1, 2), isStopped);
    expect(second).toMatchObject({ stopReason: 'printer-refused', stoppedAt: 1 });
    const row = await app.store.read.printJob(second.jobs[0]?.id as PrintJobId);
    expect(row).toMatchObject({ attempts: 1, state: 'failed', step: 'printer-refused' });
  });
});

describe('a printer that says what is wrong', () => {
  it('stops the batch before a byte of a label is sent, and prints it when it is put right', async () => {
    const { app, printer, orders, print, resume, whole, printerId } = await deskWith(3);
    printer.faults.conditions = ['head-open'];
    const batchId = await print();
    const stopped = await batchOf(app, batchId, isStopped);
    expect(stopped).toMatchObject({ stopReason: 'head-open', stoppedAt: 1 });
    expect(stopped.jobs[0]).toMatchObject({ state: 'failed', step: 'printer-head-open' });
    const { printers } = await app.call('printers.list', {});
    expect(printers.find((row) => row.id === printerId)?.status).toMatchObject({ conditions: ['head-open'] });
    delete printer.faults.conditions;
    await resume(batchId, null);
    await batchOf(app, batchId, isDone);
    expect(await whole()).toEqual(codes(orders));
  });

  it('runs out of paper in the middle: the rest is printed from the label the seller names, each whole once', async () => {
    const { app, printer, orders, print, resume, whole } = await deskWith(8);
    printer.faults.labelsLeft = 3;
    printer.faults.labelMs = 10;
    const batchId = await print();
    const stopped = await batchOf(app, batchId, isStopped);
    expect(stopped.stoppedAt).toBeGreaterThanOrEqual(4);
    expect((await whole()).slice(0, 3)).toEqual(codes(orders.slice(0, 3)));
    // She sees three whole labels, switches the printer off and on, and puts new paper in.
    await printer.powerCycle();
    delete printer.faults.labelsLeft;
    await resume(batchId, 4);
    const batch = await batchOf(app, batchId, isDone);
    expect(await whole()).toEqual(codes(orders));
    expect(new Set(states(batch))).toEqual(new Set(['sent']));
  });

  it('says after the batch that the paper is out: the jobs are confirmed', async () => {
    const { app, printer, print } = await deskWith(3);
    printer.faults.labelMs = 5;
    const batchId = await print();
    const batch = await batchOf(app, batchId, (now) => now.jobs.every((job) => job.state === 'confirmed'));
    expect(batch.state).toBe('done');
    expect(printer.papers()).toHaveLength(3);
  });
});

describe('a label that breaks off', () => {
  it.each([
    ['vanishes', { vanishAfterBytes: 30_000 }],
    ['resets', { resetAfterBytes: 30_000 }],
    ['closes early', { closeAfterBytes: 30_000 }],
    ['stops reading', { stallAfterBytes: 1_000, bufferBytes: 1_000 }],
  ])('because the printer %s: the batch stands, nothing is resent by itself', async (_what, faults) => {
    const { app, printer, orders, print, resume, whole } = await deskWith(4);
    const first = await print(0, 1);
    await batchOf(app, first, isDone);
    Object.assign(printer.faults, faults);
    const batchId = await print(1, 4);
    const stopped = await batchOf(app, batchId, isStopped);
    expect(stopped).toMatchObject({ stopReason: 'unknown', stoppedAt: 1 });
    expect(states(stopped)).toEqual(['unknown', 'queued', 'queued']);
    expect(await app.ask('printing.resumeBatch', { batchId, fromPosition: null })).toMatchObject({
      code: 'already-left',
    });
    for (const name of Object.keys(faults)) delete printer.faults[name as keyof typeof printer.faults];
    await printer.powerCycle();
    await resume(batchId, 1);
    const batch = await batchOf(app, batchId, isDone);
    expect(
      batch.jobs.map((job) => job.copy),
      'half a label is no copy',
    ).toEqual([1, 1, 1]);
    expect(await whole()).toEqual(codes(orders));
  });

  it('goes on by the answer about it', async () => {
    const { app, printer, orders, print, whole } = await deskWith(3);
    printer.faults.closeAfterBytes = 30_000;
    const batchId = await print();
    const stopped = await batchOf(app, batchId, isStopped);
    delete printer.faults.closeAfterBytes;
    await app.call('printing.answer', { jobId: stopped.jobs[0]?.id ?? '', cameOut: true });
    await batchOf(app, batchId, isDone);
    expect(await whole()).toEqual(codes(orders.slice(1)));
  });

  it('was cut off by the end of the app: after the start it is a question, the batch stands', async () => {
    const { app, printer, print } = await deskWith(3);
    printer.faults.closeAfterBytes = 30_000;
    const batchId = await print();
    await batchOf(app, batchId, isStopped);
    await app.restart(async () => {
      const places = { file: app.file, key: TEST_STORE_KEY };
      const dead = "UPDATE print_job SET state = 'sending' WHERE state = 'unknown'";
      await plainRows(places, dead);
      await plainRows(places, "UPDATE print_batch SET state = 'running', stop_reason = NULL, stopped_at = NULL");
    });
    const after = await batchOf(app, batchId, isStopped);
    expect(after).toMatchObject({ stopReason: 'restarted', stoppedAt: 1 });
    expect(after.jobs[0]).toMatchObject({ state: 'unknown', step: 'restarted' });
  });
});

describe('two presses at once', () => {
  it('of overlapping selections print each label once', async () => {
    const { app, orders, whole } = await deskWith(6);
    const press = (from: number, to: number) => app.call('printing.print', { ids: ids(orders.slice(from, to)) });
    const batches = await Promise.all([press(0, 4), press(2, 6), press(0, 6)]);
    for (const { batchId } of batches) if (batchId !== null) await batchOf(app, batchId, isDone);
    await waitUntil('all are out', async () => (await whole()).length >= 6);
    expect((await whole()).sort()).toEqual(codes(orders));
  });
});
