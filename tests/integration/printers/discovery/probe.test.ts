import { createServer, type Server } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPrinterFinder } from '../../../../src-main/adapters/printers/discovery/printer-finder.ts';
import type { PrinterTraits } from '../../../../src-main/app/ports/printers.ts';
import { createVirtualPrinter, type VirtualPrinterOptions } from '../../../../src-main/demo/printer/virtual-printer.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { emptyListings } from '../../../unit/adapters/printers/discovery/fake-listings.ts';

const never = new AbortController().signal;

async function startPrinter(options: Omit<VirtualPrinterOptions, 'clock'>) {
  const jobs: Uint8Array[] = [];
  const printer = createVirtualPrinter({ ...options, clock: fakeClock(), onJob: (bytes) => jobs.push(bytes) });
  const { port } = await printer.start();
  onTestFinished(() => printer.stop());
  const probe = (signal = never): Promise<PrinterTraits | null> =>
    createPrinterFinder(emptyListings).probe({ kind: 'tcp', host: '127.0.0.1', port }, signal);
  return { printer, jobs, probe };
}

/** Whatever its language, this printer would print these bytes as text: everything it is sent, in order. */
async function startTypewriter(answers: (received: string) => string | null) {
  let received = '';
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const answer = answers(received);
      if (answer !== null) socket.write(Buffer.from(answer, 'latin1'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => void server.close(() => resolve(undefined))));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, received: () => received };
}

describe('probe', () => {
  it('knows a ZPL printer, its model and its resolution', async () => {
    for (const [dpi, model] of [
      [203, 'ZD421-203dpi'],
      [300, 'ZD421-300dpi'],
      [600, 'ZT610-600dpi'],
    ] as const) {
      const { printer, probe } = await startPrinter({ language: 'zpl', identity: { model, dpi } });
      expect(await probe()).toEqual({ language: 'zpl', model, dpi });
      expect(printer.papers()).toEqual([]);
    }
  });

  it('knows a TSPL printer, and its resolution by its model', async () => {
    const { printer, probe } = await startPrinter({ language: 'tspl', identity: { model: 'TE310' } });
    expect(await probe()).toEqual({ language: 'tspl', model: 'TE310', dpi: 300 });
    expect(printer.papers()).toEqual([]);
  });

  it('knows an ESC/POS printer, and sends it no letter', async () => {
    const { printer, jobs, probe } = await startPrinter({ language: 'escpos', identity: { model: 'TM-T88V' } });
    expect(await probe()).toEqual({ language: 'escpos', model: 'TM-T88V', dpi: 203 });
    expect(printer.queries()).toEqual(['\x10\x04\x01', '\x1dIC']);
    expect(jobs).toEqual([]);
  });

  it('knows a CPCL printer before a letter is sent', async () => {
    const { printer, probe } = await startPrinter({ language: 'cpcl' });
    expect(await probe()).toEqual({ language: 'cpcl', model: null, dpi: null });
    expect(printer.queries().join('')).not.toContain('~');
  });

  it('says nothing of one that says nothing, and nothing comes out', async () => {
    for (const language of ['tspl', 'zpl', 'epl', 'escpos'] as const) {
      const { printer, probe } = await startPrinter({ language, faults: { mute: true } });
      expect(await probe()).toBeNull();
      expect(printer.papers()).toEqual([]);
    }
  });

  it('empties the line of a deaf ESC/POS printer before any line end', async () => {
    const { port, received } = await startTypewriter(() => null);
    expect(await createPrinterFinder(emptyListings).probe({ kind: 'tcp', host: '127.0.0.1', port }, never)).toBeNull();
    // Only what stands behind the last ESC @ is printed by a line end.
    const beforeLineEnd = received().slice(0, received().search(/[\r\n]/));
    expect(beforeLineEnd.slice(beforeLineEnd.lastIndexOf('\x1b@') + 2)).toBe('');
    expect(received().replaceAll(/[\s\S]*\x1b@/g, '')).toBe('\r\n');
  });

  it('takes no chatter for an answer', async () => {
    const { port } = await startTypewriter(() => 'READY\r\n');
    expect(await createPrinterFinder(emptyListings).probe({ kind: 'tcp', host: '127.0.0.1', port }, never)).toBeNull();
  });

  it('is null where nobody listens, or somebody else is served', async () => {
    const { probe } = await startPrinter({ language: 'zpl', faults: { refuse: true } });
    expect(await probe()).toBeNull();
    const finder = createPrinterFinder(emptyListings);
    expect(await finder.probe({ kind: 'tcp', host: '127.0.0.1', port: 1 }, never)).toBeNull();
    expect(await finder.probe({ kind: 'folder', path: '/tmp' }, never)).toBeNull();
  });

  it('ends when it is given up', async () => {
    const { probe } = await startPrinter({ language: 'zpl', faults: { neverReads: true } });
    const startMs = performance.now();
    expect(await probe(AbortSignal.timeout(100))).toBeNull();
    expect(performance.now() - startMs).toBeLessThan(400);
  });
});

describe('what is asked before the printer itself', () => {
  const office = { words: { maker: 'HP', model: 'HP LaserJet M404', commands: 'PCL' }, isPrinter: true };

  async function probeWith(parts: Partial<Parameters<typeof createPrinterFinder>[0]>) {
    const { printer, jobs } = await startPrinter({ language: 'zpl', identity: { model: 'ZD421-300dpi', dpi: 300 } });
    const { port } = await printer.stop().then(() => printer.start());
    const finder = createPrinterFinder({ ...emptyListings, ...parts });
    const traits = await finder.probe({ kind: 'tcp', host: '127.0.0.1', port }, never);
    return { traits, asked: printer.queries().length + jobs.length };
  }

  it('sends an office printer no byte', async () => {
    const page = { kind: 'sheet', language: 'page', dpi: null, headMm: null, quirks: [] } as const;
    const known = await probeWith({ askInterface: async () => ({ ...office, family: page }) });
    expect(known).toEqual({ traits: { model: 'HP LaserJet M404', language: 'page', dpi: null }, asked: 0 });
    const stranger = await probeWith({ askInterface: async () => ({ ...office, family: null }) });
    expect(stranger).toEqual({ traits: { model: 'HP LaserJet M404', language: null, dpi: null }, asked: 0 });
    expect(await probeWith({ takesIpp: async () => true })).toEqual({ traits: null, asked: 0 });
  });

  it('asks a label printer only for what its interface did not say', async () => {
    const family = { kind: 'label', language: 'zpl', dpi: null, headMm: null, quirks: [] } as const;
    const words = { maker: 'Zebra', model: 'ZTC ZD421', commands: 'ZPL' };
    const half = await probeWith({
      askInterface: async () => ({ words, family, isPrinter: true }),
      takesIpp: async () => true,
    });
    expect(half).toEqual({ traits: { model: 'ZD421-300dpi', language: 'zpl', dpi: 300 }, asked: 1 });
    const whole = await probeWith({
      askInterface: async () => ({ words, family: { ...family, dpi: 203 }, isPrinter: true }),
    });
    expect(whole).toEqual({ traits: { model: 'ZTC ZD421', language: 'zpl', dpi: 203 }, asked: 0 });
  });
});
