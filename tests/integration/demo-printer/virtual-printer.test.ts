import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualPrinter, type VirtualPrinter } from '../../../src-main/demo/printer/virtual-printer.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** One label of 80×40 dots by hand, with one black dot at (8, 1). */
const LABEL = Buffer.concat([
  Buffer.from('SIZE 10 mm,5 mm\r\nGAP 2 mm,0 mm\r\nCLS\r\nBITMAP 8,1,1,1,1,', 'latin1'),
  Buffer.from([0x7f]),
  Buffer.from('\r\nPRINT 1,1\r\n', 'latin1'),
]);
const ZPL_LABEL = Buffer.from('^XA^PW16^LL3^FO8,1^GFA,1,1,1,80^FS^XZ', 'latin1');

let printer: VirtualPrinter;
let port = 0;
let jobs: Uint8Array[] = [];
const clients: Socket[] = [];

beforeEach(async () => {
  jobs = [];
  printer = createVirtualPrinter({
    language: 'auto',
    clock: { nowMs: () => 1_700_000_000_000 },
    onJob: (bytes) => jobs.push(bytes),
  });
  ({ port } = await printer.start());
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await printer.stop();
});

function client(): Socket {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  socket.resume();
  clients.push(socket);
  return socket;
}

/** Sends a job and waits until the printer closes, as a good client does. */
async function print(bytes: Uint8Array): Promise<void> {
  const socket = client();
  socket.end(bytes);
  await once(socket, 'end');
}

const papersCome = (count: number) =>
  waitUntil(`${count} papers`, () => Promise.resolve(printer.papers().length === count));

describe('the virtual printer', () => {
  it('shows what was printed, dot for dot, in either language', async () => {
    await print(LABEL);
    await print(ZPL_LABEL);
    expect(printer.complaints()).toEqual([]);
    expect(printer.papers()).toMatchObject([
      {
        id: 'paper-1',
        language: 'tspl',
        widthDots: 80,
        heightDots: 40,
        copies: 1,
        byteCount: LABEL.length,
        receivedAtMs: 1_700_000_000_000,
      },
      { id: 'paper-2', language: 'zpl', widthDots: 16, heightDots: 3, copies: 1, byteCount: ZPL_LABEL.length },
    ]);
    const [first] = printer.papers();
    const { data, width, height } = PNG.sync.read(Buffer.from(first?.png ?? []));
    const black = Array.from({ length: width * height }, (_, at) => at).filter((at) => (data[at * 4] ?? 255) === 0);
    expect([width, height, black]).toEqual([80, 40, [80 + 8]]);
  });

  it('has printed before the client hears the close', async () => {
    const socket = client();
    socket.end(LABEL);
    await once(socket, 'end');
    expect(printer.papers()).toHaveLength(1);
  });

  it('keeps the last fifty papers and no more', async () => {
    await print(Buffer.concat(Array.from({ length: 60 }, () => LABEL)));
    expect(printer.papers()).toHaveLength(50);
    expect(printer.papers().at(-1)?.id).toBe('paper-60');
  });

  it('serves one client at a time', async () => {
    const first = client();
    first.write(LABEL);
    const second = client();
    second.end(ZPL_LABEL);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(jobs).toEqual([]);
    first.end();
    await papersCome(2);
    expect(printer.papers().map(({ language }) => language)).toEqual(['tspl', 'zpl']);
  });

  it('prints what was whole when a client dies, and no half label', async () => {
    const socket = client();
    socket.write(Buffer.concat([LABEL, LABEL.subarray(0, LABEL.length - 14)]));
    await once(socket, 'connect');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.resetAndDestroy();
    await papersCome(1);
    await print(LABEL);
    expect(printer.papers()).toHaveLength(2);
  });

  it('outlives bytes that are no job at all', async () => {
    await print(Buffer.from('^XA^PW16^LL2^GFA,4,4,2,:Z64:AAAA:0000^XZ'));
    await print(Buffer.from('hello\r\n'));
    await print(LABEL);
    expect(printer.complaints()).toEqual(['GF: wrong checksum', 'hello']);
    expect(printer.papers().at(-1)?.language).toBe('tspl');
  });
});

describe('its faults', () => {
  it('never reads, and prints what waits when that is over', async () => {
    printer.faults.neverReads = true;
    const socket = client();
    socket.end(LABEL);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(printer.papers()).toEqual([]);
    delete printer.faults.neverReads;
    await papersCome(1);
  });

  it('stalls in the middle until the fault is mended', async () => {
    printer.faults.stallAfterBytes = 10;
    const socket = client();
    socket.write(LABEL.subarray(0, 12));
    await new Promise((resolve) => setTimeout(resolve, 60));
    socket.end(LABEL.subarray(12));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(printer.papers()).toEqual([]);
    delete printer.faults.stallAfterBytes;
    await papersCome(1);
  });

  it('drops the connection after so many bytes', async () => {
    printer.faults.closeAfterBytes = 10;
    const socket = client();
    socket.write(LABEL);
    await waitUntil('the job', () => Promise.resolve(jobs.length === 1));
    await waitUntil('the close', () => Promise.resolve(socket.readableEnded || socket.destroyed));
  });

  it('refuses everybody', async () => {
    printer.faults.refuse = true;
    const socket = client();
    socket.end(LABEL);
    await waitUntil('the reset', () => Promise.resolve(socket.destroyed));
    expect(jobs).toEqual([]);
  });

  it('starts late', async () => {
    printer.faults.delayMs = 80;
    const startedMs = performance.now();
    await print(LABEL);
    expect(performance.now() - startedMs).toBeGreaterThan(70);
    expect(printer.papers()).toHaveLength(1);
  });
});
