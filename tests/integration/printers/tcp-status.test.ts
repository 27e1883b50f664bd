import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { encodeLabel } from '../../../src-main/adapters/printers/languages/encode.ts';
import { createPrinterTransport } from '../../../src-main/adapters/printers/transports/printer-transport.ts';
import { createTcpSender } from '../../../src-main/adapters/printers/transports/tcp.ts';
import type { PrinterTransport, TransportOutcome } from '../../../src-main/app/ports/printers.ts';
import {
  DEFAULT_PROFILE,
  type PrinterLanguage,
  type PrinterProfile,
} from '../../../src-main/core/label/printer-profile.ts';
import type { PrinterFaults } from '../../../src-main/demo/printer/faults.ts';
import { createVirtualPrinter, type VirtualPrinter } from '../../../src-main/demo/printer/virtual-printer.ts';
import { barcodeBitmap } from '../../support/barcode-bitmap.ts';

const QUICK = { connectMs: 400, stallMs: 500, lingerMs: 200, closeMs: 1_000, askMs: 3_000 };
/** For printers that do not answer; the others get their time on a busy computer. */
const IMPATIENT = 150;
const PAGE = barcodeBitmap(400, 300, 'RB123456785CN', 2);

interface Bench {
  readonly printer: VirtualPrinter;
  readonly transport: PrinterTransport;
  send(options?: { isStatusAsked?: boolean; bytes?: Uint8Array }): Promise<TransportOutcome>;
  status(): ReturnType<PrinterTransport['status']>;
}

/** A virtual printer and the real way to it. */
async function bench(
  language: Exclude<PrinterLanguage, 'page'>,
  faults: PrinterFaults = {},
  askMs = QUICK.askMs,
): Promise<Bench> {
  const printer = createVirtualPrinter({ language, clock: { nowMs: () => 0 }, faults });
  onTestFinished(() => printer.stop());
  const { host, port } = await printer.start();
  const transport = createPrinterTransport({
    platform: 'linux',
    senders: { tcp: createTcpSender({ ...QUICK, askMs }) },
  });
  const profile: PrinterProfile = { ...DEFAULT_PROFILE, language, mediaWidthMm: 50, mediaHeightMm: 37 };
  const label = encodeLabel(PAGE, profile, 1);
  const target = { address: { kind: 'tcp', host, port }, profile } as const;
  return {
    printer,
    transport,
    send: ({ isStatusAsked = true, bytes = label } = {}) =>
      transport.send(target, { kind: 'raw', bytes }, { title: 'label', isStatusAsked }),
    status: () => transport.status(target, 300),
  };
}

/** The virtual printer keeps quiet in EPL. */
const LANGUAGES = ['tspl', 'zpl', 'cpcl', 'escpos'] as const;

describe.each(LANGUAGES)('a printer of %s that answers', (language) => {
  it('prints, the question leaving no mark on the paper', async () => {
    const { printer, send } = await bench(language);
    expect(['sent', 'confirmed']).toContain((await send()).kind);
    expect(printer.papers()).toHaveLength(1);
    expect(printer.complaints()).toEqual([]);
    expect(printer.queries().length).toBeGreaterThan(0);
  });

  it('and has no paper gets no job: not sent, safe to retry', async () => {
    const { printer, send, status } = await bench(language, { conditions: ['paper-out'] });
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'paper-out' });
    expect(await status()).toMatchObject({ kind: 'answered', conditions: ['paper-out'] });
    printer.faults.conditions = [];
    expect(['sent', 'confirmed']).toContain((await send()).kind);
    expect(printer.papers()).toHaveLength(1);
  });
});

describe('a printer that answers', () => {
  it.each(['head-open', 'paused', 'jam', 'ribbon-out'] as const)('%s before the job', async (condition) => {
    const { printer, send } = await bench('zpl', { conditions: [condition] });
    expect(await send()).toEqual({ kind: 'not-sent', reason: condition });
    expect(printer.papers()).toHaveLength(0);
  });

  it('and runs out of paper on the job: uncertain, with the reason', async () => {
    const { send } = await bench('tspl', { labelsLeft: 0 });
    expect(await send()).toMatchObject({ kind: 'uncertain', reason: 'paper-out' });
  });

  it('is asked nothing when nobody wants to know', async () => {
    const { printer, send } = await bench('tspl');
    expect((await send({ isStatusAsked: false })).kind).toBe('sent');
    expect(printer.queries()).toEqual([]);
  });

  it('is confirmed where ZPL says that nothing is left to print', async () => {
    const { send } = await bench('zpl');
    expect((await send()).kind).toBe('confirmed');
  });

  it('and is still printing is never waited for: sent', async () => {
    const { send } = await bench('zpl', { labelMs: 300, closes: 'read' });
    const startMs = performance.now();
    expect((await send()).kind).toBe('sent');
    expect(performance.now() - startMs).toBeLessThan(200);
  });

  it('takes fifty labels a second, the question included', async () => {
    const { printer, send } = await bench('zpl');
    const startMs = performance.now();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => send()));
    expect(performance.now() - startMs).toBeLessThan(2_000);
    expect(outcomes.every(({ kind }) => kind === 'sent' || kind === 'confirmed')).toBe(true);
    expect(printer.papers()).toHaveLength(50);
  });
});

describe('a printer that never answers', () => {
  it('costs the question twice, and is not asked a third time', async () => {
    const { printer, send } = await bench('zpl', { mute: true }, IMPATIENT);
    for (let job = 0; job < 4; job += 1) expect((await send()).kind).toBe('sent');
    // Each question is two: ~HS and ~HQES.
    expect(printer.queries().length).toBeLessThanOrEqual(4);
    expect(printer.papers()).toHaveLength(4);
  });

  it('is asked again by somebody who wants to know, and before jobs once it has answered', async () => {
    const { printer, send, status } = await bench('zpl', { mute: true }, IMPATIENT);
    for (let job = 0; job < 3; job += 1) await send();
    expect(await status()).toEqual({ kind: 'silent' });
    delete printer.faults.mute;
    expect(await status()).toEqual({ kind: 'answered', conditions: [], isBusy: false });
    printer.faults.conditions = ['head-open'];
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'head-open' });
  });

  it('in time is not believed about this job', async () => {
    const { send } = await bench('zpl', { answerDelayMs: 200 }, IMPATIENT);
    expect((await send()).kind).toBe('sent');
  });
});

describe('a printer that chatters', () => {
  it.each(['tspl', 'zpl'] as const)('in %s is still understood', async (language) => {
    const chatter = { bytes: new TextEncoder().encode('LABEL PRINTER READY\r\n'), everyMs: 3 };
    const { printer, send } = await bench(language, { chatter, conditions: ['head-open'] });
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'head-open' });
    printer.faults.conditions = [];
    expect(['sent', 'confirmed']).toContain((await send()).kind);
  });
});

describe('a printer that fails', () => {
  it.each(['closeAfterBytes', 'resetAfterBytes', 'vanishAfterBytes', 'stallAfterBytes'] as const)(
    '%s: uncertain, and never said to be printed',
    async (fault) => {
      const { send } = await bench('tspl', { [fault]: 2_000 });
      const outcome = await send({ isStatusAsked: false, bytes: new Uint8Array(8_000_000) });
      expect(outcome.kind).toBe('uncertain');
    },
  );

  it('refuses a second client: busy before the job, since it was asked first', async () => {
    const { send, status } = await bench('zpl', { refuse: true });
    const outcome = await send();
    expect(outcome.kind).toBe('not-sent');
    expect((await status()).kind).toBe('unreachable');
  });

  it('never reads: the question goes unanswered, the job is not taken for printed', async () => {
    const { send } = await bench('tspl', { neverReads: true }, IMPATIENT);
    expect((await send({ bytes: new Uint8Array(24_000_000) })).kind).toBe('uncertain');
  });
});

describe('a printer that says more than once', () => {
  /** Answers each `<ESC>!?` with the next of `answers`, then closes after the client. */
  async function talker(answers: readonly number[][]): Promise<() => Promise<TransportOutcome>> {
    const sockets = new Set<Socket>();
    let at = 0;
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        if (!chunk.includes(Buffer.of(0x1b, 0x21, 0x3f))) return;
        for (const byte of answers[at] ?? []) socket.write(Buffer.of(byte));
        at += 1;
      });
      socket.on('end', () => setTimeout(() => socket.end(), 20));
    });
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = { kind: 'tcp', host: '127.0.0.1', port: (server.address() as AddressInfo).port } as const;
    const transport = createPrinterTransport({ platform: 'linux', senders: { tcp: createTcpSender(QUICK) } });
    return () =>
      transport.send(
        { address, profile: DEFAULT_PROFILE },
        { kind: 'raw', bytes: new Uint8Array(5_000).fill(0x41) },
        { title: 'label', isStatusAsked: true },
      );
  }

  it('ready, then printing, then ready: confirmed', async () => {
    const send = await talker([[0x00], [0x20, 0x00]]);
    expect((await send()).kind).toBe('confirmed');
  });

  it('ready, then ready at once: it may not have begun', async () => {
    const send = await talker([[0x00], [0x00]]);
    expect((await send()).kind).toBe('sent');
  });

  it('printing before the job: the end may be that of another', async () => {
    const send = await talker([[0x20], [0x20, 0x00]]);
    expect((await send()).kind).toBe('sent');
  });

  it('ready, then open: uncertain, with the reason', async () => {
    const send = await talker([[0x00], [0x20, 0x01]]);
    expect(await send()).toMatchObject({ kind: 'uncertain', reason: 'head-open' });
  });
});

describe('when the app closes', () => {
  it('a job that waits was not sent, one under way is uncertain', async () => {
    const { send, transport } = await bench('tspl', { stallAfterBytes: 1_000 });
    const bytes = new Uint8Array(24_000_000);
    const outcomes = Promise.all([send({ isStatusAsked: false, bytes }), send({ isStatusAsked: false, bytes })]);
    setTimeout(() => transport.close(0), 100);
    expect(await outcomes).toEqual([
      expect.objectContaining({ kind: 'uncertain', reason: 'aborted' }),
      { kind: 'not-sent', reason: 'aborted' },
    ]);
  });
});
