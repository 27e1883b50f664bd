import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCupsQueueSender } from '../../../src-main/adapters/printers/transports/cups/cups-senders.ts';
import { listQueues } from '../../../src-main/adapters/printers/transports/cups/list-queues.ts';
import { createPrinterTransport } from '../../../src-main/adapters/printers/transports/printer-transport.ts';
import type { PrinterTransport } from '../../../src-main/app/ports/printers.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import { startCapture, type CaptureServer } from '../../support/capture-server.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { cupsAbsence, startPrivateCups, type PrivateCups } from '../../support/private-cups.ts';

const ABSENT = cupsAbsence();
if (ABSENT !== null) console.warn(`CUPS tests skipped: ${ABSENT}`);

const LABEL = Uint8Array.from({ length: 124_236 }, (_, at) => (at * 7) & 0xff);
const PAYLOAD = { kind: 'raw', bytes: LABEL } as const;
const OPTIONS = { title: 'label 1', isStatusAsked: true };
const PATIENCE = { patienceMs: 600, printingMs: 3_000 };

describe.skipIf(ABSENT !== null)('a raw queue of a real print system', () => {
  let cups: PrivateCups;
  let capture: CaptureServer;
  let transport: PrinterTransport;

  beforeAll(async () => {
    cups = await startPrivateCups();
    capture = await startCapture();
    const queue = createCupsQueueSender({ server: { socketPath: cups.socketPath }, timing: PATIENCE });
    transport = createPrinterTransport({ platform: 'linux', senders: { queue } });
    await cups.addQueue('label', `socket://127.0.0.1:${capture.port}`);
  }, 30_000);
  afterAll(async () => {
    await capture?.close();
    await cups?.stop();
  });

  const send = (name: string, bytes = LABEL) =>
    transport.send({ address: { kind: 'queue', name }, profile: DEFAULT_PROFILE }, { kind: 'raw', bytes }, OPTIONS);
  const status = (name: string) =>
    transport.status({ address: { kind: 'queue', name }, profile: DEFAULT_PROFILE }, 300);

  it('hands on every byte as it was, and says so', async () => {
    const before = capture.jobs.length;
    expect(await send('label')).toEqual({ kind: 'sent', bytes: LABEL.length });
    await capture.waitForJobs(before + 1);
    expect(capture.jobs.at(-1)).toEqual(LABEL);
  });

  it('takes ten jobs at once, one after the other', async () => {
    const before = capture.jobs.length;
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, at) => send('label', Uint8Array.of(at, 1, 2))));
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'sent'));
    expect(capture.jobs.slice(before).map(([first]) => first)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is listed, with where it prints to', async () => {
    const queues = await listQueues({ host: '127.0.0.1', port: cups.port });
    expect(queues.find(({ name }) => name === 'label')).toEqual({
      name: 'label',
      label: 'label',
      model: 'Local Raw Printer',
      deviceUri: `socket://127.0.0.1:${capture.port}`,
      deviceId: null,
      isStopped: false,
      isAccepting: true,
    });
  });

  it('that nobody set up is not found', async () => {
    expect(await send('nobody')).toEqual({ kind: 'not-sent', reason: 'not-found' });
    expect(await status('nobody')).toEqual({ kind: 'unreachable', reason: 'not-found' });
  });

  it('that is stopped takes no job: it would come out hours later', async () => {
    await cups.addQueue('stopped', `socket://127.0.0.1:${capture.port}`);
    await cups.run('cupsdisable', 'stopped');
    const before = capture.connections();
    expect(await send('stopped')).toEqual({ kind: 'not-sent', reason: 'paused' });
    expect(await status('stopped')).toMatchObject({ kind: 'answered', conditions: ['paused'] });
    await cups.run('cupsenable', 'stopped');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(capture.connections()).toBe(before);
    expect(await send('stopped')).toMatchObject({ kind: 'sent' });
  });

  it('that accepts nothing says so', async () => {
    await cups.addQueue('closed', `socket://127.0.0.1:${capture.port}`);
    await cups.run('cupsreject', 'closed');
    expect(await send('closed')).toEqual({ kind: 'not-sent', reason: 'paused' });
  });

  it('to a printer that is off gets its job taken back, and nothing comes out later', async () => {
    const dead = await startCapture();
    await dead.close();
    await cups.addQueue('dead', `socket://127.0.0.1:${dead.port}`);
    expect(await send('dead')).toEqual({ kind: 'not-sent', reason: 'offline' });
    expect(await cups.run('lpstat', '-o', 'dead')).toBe('');
    const back = await startCapture({ port: dead.port });
    onTestFinished(() => back.close());
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(back.connections()).toBe(0);
    expect(await send('dead')).toMatchObject({ kind: 'sent' });
    expect(back.jobs).toEqual([LABEL]);
  }, 15_000);

  it('to a printer that takes the connection and never reads is uncertain, and the queue is free again', async () => {
    const deaf = await startCapture({ isDeaf: true });
    onTestFinished(() => deaf.close());
    await cups.addQueue('deaf', `socket://127.0.0.1:${deaf.port}`);
    const outcome = await send('deaf', new Uint8Array(24 * 1024 * 1024));
    expect(outcome).toMatchObject({ kind: 'uncertain', reason: 'queue-held' });
    expect(await cups.run('lpstat', '-o', 'deaf')).toBe('');
  }, 15_000);

  it('stopped while it prints is uncertain, and the job does not go on later', async () => {
    const deaf = await startCapture({ isDeaf: true });
    onTestFinished(() => deaf.close());
    await cups.addQueue('halted', `socket://127.0.0.1:${deaf.port}`);
    const sending = send('halted', new Uint8Array(24 * 1024 * 1024));
    await waitUntil('the connection', async () => deaf.connections() === 1);
    await cups.run('cupsdisable', 'halted');
    expect(await sending).toMatchObject({ kind: 'uncertain', reason: 'paused' });
    expect(await cups.run('lpstat', '-o', 'halted')).toBe('');
  }, 15_000);

  it('whose job somebody else cancels is not sent while the printer was not reached, else uncertain', async () => {
    const dead = await startCapture();
    await dead.close();
    const deaf = await startCapture({ isDeaf: true });
    onTestFinished(() => deaf.close());
    await cups.addQueue('gone', `socket://127.0.0.1:${dead.port}`);
    await cups.addQueue('mute', `socket://127.0.0.1:${deaf.port}`);
    const isUnreached = async () => /unavailable/.test(await cups.run('lpstat', '-p', 'gone'));
    for (const [name, isUnderWay, outcome] of [
      ['gone', isUnreached, { kind: 'not-sent', reason: 'offline' }],
      ['mute', async () => deaf.connections() === 1, { kind: 'uncertain', bytesTaken: 0, reason: 'closed-early' }],
    ] as const) {
      const sending = send(name, new Uint8Array(24 * 1024 * 1024));
      await waitUntil('a try', isUnderWay);
      await cups.run('cancel', '-a', name);
      expect(await sending).toEqual(outcome);
    }
  }, 15_000);

  it('gives its job back when the app closes', async () => {
    const dead = await startCapture();
    await dead.close();
    await cups.addQueue('leaving', `socket://127.0.0.1:${dead.port}`);
    const queue = createCupsQueueSender({ server: { socketPath: cups.socketPath } });
    const leaving = createPrinterTransport({ platform: 'linux', senders: { queue } });
    const printer = { address: { kind: 'queue', name: 'leaving' }, profile: DEFAULT_PROFILE } as const;
    const sending = leaving.send(printer, PAYLOAD, OPTIONS);
    await waitUntil('a try', async () => /unavailable/.test(await cups.run('lpstat', '-p', 'leaving')));
    leaving.close(0);
    expect(await sending).toEqual({ kind: 'not-sent', reason: 'aborted' });
    expect(await cups.run('lpstat', '-o', 'leaving')).toBe('');
  }, 15_000);

  it('pages are nothing for it', async () => {
    const payload = { kind: 'pages', pages: [], dpi: 203 } as const;
    const printer = { address: { kind: 'queue', name: 'label' }, profile: DEFAULT_PROFILE } as const;
    expect(await transport.send(printer, payload, OPTIONS)).toEqual({ kind: 'not-sent', reason: 'not-taken' });
  });

  it('and no print system at all is a way that this computer does not have', async () => {
    const queue = createCupsQueueSender({ server: { socketPath: `${cups.socketPath}.none` } });
    const none = createPrinterTransport({ platform: 'linux', senders: { queue } });
    const printer = { address: { kind: 'queue', name: 'label' }, profile: DEFAULT_PROFILE } as const;
    expect(await none.send(printer, PAYLOAD, OPTIONS)).toEqual({ kind: 'not-sent', reason: 'not-supported' });
  });
});
