import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpoolTiming } from '../../../../../src-main/adapters/printers/windows/spooled-job.ts';
import { WindowsFault } from '../../../../../src-main/adapters/printers/windows/windows-fault.ts';
import { JOB_STATUS } from '../../../../../src-main/adapters/printers/windows/windows-flags.ts';
import { createWindowsQueueSender } from '../../../../../src-main/adapters/printers/windows/windows-queue-sender.ts';
import { DEFAULT_PROFILE } from '../../../../../src-main/core/label/printer-profile.ts';
import { FakeSpooler, fakeWindows, QUEUE } from './fake-windows.ts';

const TIMING: SpoolTiming = { callMs: 60, waitMs: 40, printMs: 60, removeMs: 40 };
const BYTES = Uint8Array.from({ length: 150_000 }, (_, at) => at & 0xff);
const ADDRESS = { kind: 'queue', name: 'XP-420B' } as const;
const SENT = { kind: 'sent', bytes: BYTES.length };
const { printing, spooling, printed, complete, deleting, offline, paperOut, paused } = JOB_STATUS;

function bench(change: Partial<FakeSpooler> = {}, timing = TIMING) {
  const spooler = Object.assign(new FakeSpooler(), change);
  const sender = createWindowsQueueSender(fakeWindows({ spooler }), timing);
  const abort = new AbortController();
  const send = (isStatusAsked = true) =>
    sender.send(
      ADDRESS,
      { kind: 'raw', bytes: BYTES },
      { title: 'label 1', isStatusAsked, profile: DEFAULT_PROFILE, signal: abort.signal },
    );
  return { spooler, sender, send, abort };
}

describe('a RAW job through the spooler', () => {
  it('hands over every byte and waits until the job left the queue', async () => {
    const { spooler, send } = bench({ story: [spooling, 0, printing, printing, null], takes: 40_000 });
    expect(await send()).toEqual(SENT);
    expect(spooler.bytes).toEqual(BYTES);
    expect(spooler.log.filter((call) => call !== 'write')).toEqual([
      'open XP-420B',
      'queueOf',
      'driverAttributes',
      'startJob label 1 RAW',
      'endJob',
      'close',
    ]);
  });

  it('takes "printed" and "complete" for the end, also of queues that keep their jobs', async () => {
    expect(await bench({ story: [printing | printed] }).send()).toEqual(SENT);
    expect(await bench({ story: [complete] }).send()).toEqual(SENT);
  });

  it('speaks XPS_PASS to drivers of the new kind', async () => {
    const { spooler, send } = bench({ driver: 0x3 });
    await send();
    expect(spooler.log).toContain('startJob label 1 XPS_PASS');
  });

  it.each([
    ['paused', { status: 0x1 }],
    ['offline', { attributes: 0x400 }],
    ['paper-out', { status: 0x10 }],
    ['head-open', { status: 0x40_0010 }],
    ['offline', { status: 0x80 }],
    ['fault', { status: 0x2 }],
  ])('gives nothing to a queue that says %s', async (reason, flags) => {
    const { spooler, send } = bench({ queue: { ...QUEUE, ...flags } });
    expect(await send()).toEqual({ kind: 'not-sent', reason });
    expect(spooler.log).not.toContain('startJob label 1 RAW');
    expect(spooler.log.at(-1)).toBe('close');
  });

  it('not asked, believes the driver no word, but a held queue still gets nothing', async () => {
    expect(await bench({ queue: { ...QUEUE, status: 0x90 } }).send(false)).toEqual(SENT);
    expect(await bench({ queue: { ...QUEUE, status: 0x1 } }).send(false)).toMatchObject({ reason: 'paused' });
    expect(await bench({ queue: { ...QUEUE, attributes: 0x400 } }).send(false)).toMatchObject({ reason: 'offline' });
  });

  it('is taken back from a queue in which it never begins', async () => {
    const { spooler, send } = bench({ story: [0] });
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'busy' });
    expect(spooler.log.slice(-4)).toEqual(['controlJob pause', 'queueOf', 'controlJob delete', 'close']);
  });

  it('says why, where the job or the queue says it', async () => {
    expect(await bench({ story: [offline | paused] }).send()).toEqual({ kind: 'not-sent', reason: 'offline' });
    const { spooler, send } = bench({ story: [0] });
    const outcome = send();
    spooler.queueOf = () => Promise.resolve({ ...QUEUE, status: 0x10 });
    expect(await outcome).toEqual({ kind: 'not-sent', reason: 'paper-out' });
  });

  it('is uncertain once bytes may have gone to the printer', async () => {
    const uncertain = { kind: 'uncertain', bytesTaken: BYTES.length };
    expect(await bench({ story: [printing] }).send()).toEqual({ ...uncertain, reason: 'queue-held' });
    expect(await bench({ story: [printing | paperOut] }).send()).toEqual({ ...uncertain, reason: 'paper-out' });
    // Begun between the last look and the pause, or in the very moment it was deleted.
    const { spooler, send } = bench({ story: [0] });
    spooler.controlJob = async (_, __, what) => void (spooler.story = what === 'pause' ? [printing] : [null]);
    expect(await send()).toMatchObject(uncertain);
    expect(await bench({ story: [0], afterDelete: [printing | deleting, null] }).send()).toMatchObject(uncertain);
  });

  it('is sent when it left the queue while it was to be taken back', async () => {
    const { spooler, send } = bench({ story: [0] });
    spooler.controlJob = async () => void (spooler.story = [null]);
    expect(await send()).toEqual(SENT);
  });

  it('is uncertain when the queue does not let go of it, or somebody deleted it', async () => {
    const held = { kind: 'uncertain', reason: 'queue-held' };
    expect(await bench({ story: [0], afterDelete: [0] }).send()).toMatchObject(held);
    expect(await bench({ story: [0], afterDelete: [deleting] }).send()).toMatchObject({ kind: 'not-sent' });
    expect(await bench({ story: [printing, deleting] }).send()).toMatchObject({ kind: 'uncertain', reason: 'aborted' });
  });

  it('is never called not sent once it was seen on its way to the printer', async () => {
    const flags = fc.constantFrom(0, spooling, printing, printing | paperOut, offline, paused, deleting, complete);
    const story = fc.array(fc.oneof(flags, fc.constant(null)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(story, story, fc.boolean(), async (before, afterDelete, isBroken) => {
        const { spooler, send } = bench(
          { story: before, afterDelete },
          { ...TIMING, waitMs: 5, printMs: 5, removeMs: 5 },
        );
        if (isBroken) spooler.faults.write = new WindowsFault('WritePrinter', 112);
        const { kind } = await send();
        const wentOut = spooler.told.some((status) => ((status ?? 0) & (printing | printed | complete)) !== 0);
        if (kind === 'not-sent') expect(wentOut).toBe(false);
        if (kind === 'sent') expect(isBroken).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('is uncertain when the spooler dies behind it', async () => {
    const { spooler, send } = bench();
    spooler.faults.jobStatus = new WindowsFault('GetJobW', 1722);
    expect(await send()).toMatchObject({ kind: 'uncertain', reason: 'queue-held' });
  });
});

describe('a RAW job that cannot be handed over', () => {
  it.each([
    [1801, 'not-found'],
    [5, 'access-denied'],
    [1722, 'unreachable'],
    [87, 'fault'],
  ])('opening fails with %i: %s', async (code, reason) => {
    const { spooler, send } = bench();
    spooler.faults.open = new WindowsFault('OpenPrinterW', code);
    expect(await send()).toEqual({ kind: 'not-sent', reason });
  });

  it('a driver that takes no raw data', async () => {
    const { spooler, send } = bench();
    spooler.faults.startJob = new WindowsFault('StartDocPrinterW', 1804);
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'not-taken' });
  });

  it.each(['open', 'queueOf', 'startJob'] as const)('%s never comes back', async (call) => {
    const { spooler, send } = bench();
    spooler.hanging.add(call);
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'timeout' });
  });

  it('breaks in the middle: taken back, and safe to send again as nothing was printing', async () => {
    const { spooler, send } = bench({ story: [spooling, spooling] });
    spooler.faults.write = new WindowsFault('WritePrinter', 112);
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'fault' });
    expect(spooler.log).toContain('controlJob delete');
  });

  it('breaks in the middle of a job that prints while it is spooled, or has no spool file', async () => {
    const broken = new WindowsFault('WritePrinter', 63);
    const early = bench({ story: [spooling | printing] });
    early.spooler.faults.write = broken;
    expect(await early.send()).toMatchObject({ kind: 'uncertain', bytesTaken: 0 });
    const direct = bench({ queue: { ...QUEUE, attributes: 0x2 }, story: [spooling], takes: 1_000 });
    const write = direct.spooler.write;
    direct.spooler.write = async (...args) => {
      if (direct.spooler.written.length > 1) throw broken;
      return write(...args);
    };
    expect(await direct.send()).toMatchObject({ kind: 'uncertain', bytesTaken: 2_000 });
    const stuck = bench({
      queue: { ...QUEUE, attributes: 0x2 },
      story: [spooling],
      hanging: new Set(['write'] as const),
    });
    expect(await stuck.send()).toMatchObject({ kind: 'uncertain', bytesTaken: 0 });
  });

  it('somebody deleted it while it was written', async () => {
    const { spooler, send } = bench({ story: [null] });
    spooler.faults.write = new WindowsFault('WritePrinter', 63);
    expect(await send()).toMatchObject({ kind: 'uncertain', reason: 'aborted' });
  });

  it('a spooler that takes nothing', async () => {
    expect(await bench({ takes: 0, story: [spooling] }).send()).toEqual({ kind: 'not-sent', reason: 'fault' });
  });

  it('pages, and a system without these libraries', async () => {
    const { sender, abort } = bench();
    const context = { title: '', isStatusAsked: true, profile: DEFAULT_PROFILE, signal: abort.signal };
    const pages = { kind: 'pages', pages: [], dpi: 203 } as const;
    expect(await sender.send(ADDRESS, pages, context)).toEqual({ kind: 'not-sent', reason: 'not-taken' });
    const none = createWindowsQueueSender(() => Promise.resolve(null));
    const raw = { kind: 'raw', bytes: BYTES } as const;
    expect(await none.send(ADDRESS, raw, context)).toEqual({ kind: 'not-sent', reason: 'not-supported' });
    expect(await none.status?.(ADDRESS, DEFAULT_PROFILE, 50)).toMatchObject({ reason: 'not-supported' });
  });
});

describe('the app closes', () => {
  it('before the job: nothing was sent', async () => {
    const { spooler, send, abort } = bench();
    abort.abort();
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'aborted' });
    expect(spooler.written).toEqual([]);
  });

  it('while it waits in the queue: taken back; while it prints: left alone, uncertain', async () => {
    const waiting = bench({ story: [0] });
    const outcome = waiting.send();
    setTimeout(() => waiting.abort.abort(), 10);
    expect(await outcome).toEqual({ kind: 'not-sent', reason: 'aborted' });
    const begun = bench({ story: [printing] });
    const second = begun.send();
    setTimeout(() => begun.abort.abort(), 10);
    expect(await second).toMatchObject({ kind: 'uncertain', reason: 'aborted' });
    expect(begun.spooler.log).not.toContain('controlJob delete');
  });
});

describe('the state of a queue', () => {
  const ask = (change: Partial<FakeSpooler>) => bench(change).sender.status?.(ADDRESS, DEFAULT_PROFILE, 30);

  it('is what its flags say', async () => {
    const queue = { ...QUEUE, status: 0x40_0401, attributes: 0x400 };
    const conditions = ['head-open', 'paused', 'offline'];
    expect(await ask({ queue })).toEqual({ kind: 'answered', conditions, isBusy: true });
    expect(await ask({})).toEqual({ kind: 'answered', conditions: [], isBusy: false });
  });

  it('is unreachable when it is gone or does not answer in time', async () => {
    expect(await ask({ faults: { open: new WindowsFault('OpenPrinterW', 1801) } })).toMatchObject({
      reason: 'not-found',
    });
    expect(await ask({ hanging: new Set(['open'] as const) })).toEqual({ kind: 'unreachable', reason: 'timeout' });
  });
});
