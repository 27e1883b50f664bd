/**
 * Runs inside Wine (tests/support/wine.ts): does things with the real Windows libraries through our own seam and
 * senders, and writes what came of each as one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { PNG } from 'pngjs';
import type { Bitmap } from '../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE } from '../../src-main/core/label/printer-profile.ts';
import { listWindowsQueues } from '../../src-main/adapters/printers/windows/list-windows-queues.ts';
import { listWindowsUsbPrinters } from '../../src-main/adapters/printers/windows/list-windows-usb-printers.ts';
import { loadWindowsPrinting } from '../../src-main/adapters/printers/windows/load-windows-printing.ts';
import { createWindowsSenders } from '../../src-main/adapters/printers/windows/windows-senders.ts';
import { createWindowsUsbSender } from '../../src-main/adapters/printers/windows/windows-usb-sender.ts';

export type WineTask =
  | { readonly do: 'list' }
  | { readonly do: 'raw'; readonly queue: string; readonly file: string }
  | { readonly do: 'pages'; readonly queue: string; readonly files: readonly string[]; readonly dpi: number }
  | { readonly do: 'orders'; readonly queue: string }
  | { readonly do: 'device' };

Object.assign(process, { resourcesPath: process.env['KOFFI_FOLDER'] });
const tasks = JSON.parse(process.argv[2] ?? '[]') as readonly WineTask[];
const context = {
  title: 'label 1',
  isStatusAsked: true,
  profile: DEFAULT_PROFILE,
  signal: new AbortController().signal,
};
const senders = createWindowsSenders();

async function work(wanted: WineTask): Promise<Record<string, unknown>> {
  switch (wanted.do) {
    case 'list':
      return { queues: await listWindowsQueues(), usb: await listWindowsUsbPrinters() };
    case 'raw': {
      const address = { kind: 'queue', name: wanted.queue } as const;
      const bytes = readFileSync(wanted.file);
      return timed(() => senders.queue.send(address, { kind: 'raw', bytes }, context));
    }
    case 'pages': {
      const address = { kind: 'driver', name: wanted.queue } as const;
      const pages = wanted.files.map((file) => bitmapOfPng(readFileSync(file)));
      return timed(() => senders.driver.send(address, { kind: 'pages', pages, dpi: wanted.dpi }, context));
    }
    case 'orders':
      return giveOrders(wanted.queue);
    case 'device':
      return speakToPipe();
  }
}

/** Every call to the spooler that an ordinary job has no need of. Wine takes the orders and obeys none. */
async function giveOrders(queueName: string): Promise<Record<string, unknown>> {
  const windows = await loadWindowsPrinting();
  if (windows === null) return { loaded: false };
  const { spooler, drawing } = windows;
  const queue = await spooler.open(queueName);
  const driverAttributes = await spooler.driverAttributes(queue);
  const jobId = await spooler.startJob(queue, 'label 2', 'RAW');
  const taken = await spooler.write(queue, Buffer.from('label'));
  const status = await spooler.jobStatus(queue, jobId);
  await spooler.controlJob(queue, jobId, 'pause');
  await spooler.controlJob(queue, jobId, 'delete');
  await spooler.endJob(queue);
  const statusAfter = await spooler.jobStatus(queue, jobId);
  const context = await drawing.openContext(queueName, await drawing.settings(queue, queueName, null));
  const { dpiX } = drawing.capsOf(context);
  await drawing.startDocument(context, 'label 3');
  await drawing.abort(context);
  await drawing.close(context);
  await spooler.close(queue);
  const unknown = await spooler.controlJob(queue, jobId, 'delete').catch((fault: unknown) => String(fault));
  return { driverAttributes, taken, status, statusAfter, dpiX, unknown };
}

/** How long it took, and the longest the event loop was held up meanwhile. */
async function timed(send: () => Promise<unknown>): Promise<Record<string, unknown>> {
  await loadWindowsPrinting();
  let lastMs = performance.now();
  let heldUpMs = 0;
  const ticker = setInterval(() => {
    heldUpMs = Math.max(heldUpMs, performance.now() - lastMs);
    lastMs = performance.now();
  }, 1);
  const startMs = performance.now();
  const outcome = await send();
  const tookMs = performance.now() - startMs;
  clearInterval(ticker);
  return { outcome, tookMs, heldUpMs };
}

function bitmapOfPng(bytes: Buffer): Bitmap {
  const { width, height, data } = PNG.sync.read(bytes);
  const bytesPerRow = Math.ceil(width / 8);
  const rows = new Uint8Array(bytesPerRow * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[(y * width + x) * 4] ?? 255) < 128) {
        const at = y * bytesPerRow + (x >> 3);
        rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
      }
  return { widthDots: width, heightDots: height, bytesPerRow, data: rows };
}

/**
 * No USB printer is here, but a pipe is opened, written, read and called off with the very same calls: the real sender
 * and the real CreateFileW, WriteFile, ReadFile, GetOverlappedResult, CancelIoEx and CloseHandle, device path excepted.
 */
async function speakToPipe(): Promise<Record<string, unknown>> {
  const windows = await loadWindowsPrinting();
  if (windows === null) return { loaded: false };
  const pipe = await listenOnPipe();
  const path = '\\\\?\\usb#vid_0fe6&pid_811e#a1#{28d78fad-5a12-11d1-ae5b-0000f803a8c2}';
  const usb = { ...windows.usb, listPaths: () => Promise.resolve([path]), open: () => windows.usb.open(PIPE) };
  const sender = createWindowsUsbSender(() => Promise.resolve({ ...windows, usb }), { stallMs: 400, askMs: 2_000 });
  const address = { kind: 'usb', device: 'vid_0fe6&pid_811e#a1' } as const;
  const bytes = Buffer.alloc(1_000_000, 'label');
  const print = () => sender.send(address, { kind: 'raw', bytes }, context);

  const whole = await timed(print);
  const isSame = pipe
    .received()
    .subarray(3, 3 + bytes.length)
    .equals(bytes);
  pipe.mode = 'stop';
  const stalled = await print();
  pipe.mode = 'hang-up';
  const unplugged = await print();
  pipe.mode = 'read';
  const status = await sender.status?.(address, DEFAULT_PROFILE, 1_000);
  pipe.close();
  const missing = await windows.usb.open('\\\\.\\pipe\\no-such-printer').catch((fault: unknown) => String(fault));
  return { loaded: true, whole, isSame, stalled, unplugged, status, missing };
}

const PIPE = '\\\\.\\pipe\\chudan-printer';

interface Pipe {
  /** What it does with the next client: answer and read, read nothing after the question, or hang up after it. */
  mode: 'read' | 'stop' | 'hang-up';
  received(): Buffer;
  close(): void;
}

async function listenOnPipe(): Promise<Pipe> {
  const received: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received.push(chunk);
      if (chunk.indexOf('\x1b!?') < 0) return;
      socket.write(Buffer.of(0));
      if (pipe.mode !== 'read') socket.pause();
      if (pipe.mode === 'hang-up') setTimeout(() => socket.destroy(), 50);
    });
  });
  const pipe: Pipe = { mode: 'read', received: () => Buffer.concat(received), close: () => void server.close() };
  await new Promise<void>((resolve) => server.listen(PIPE, resolve));
  return pipe;
}

const results: Record<string, unknown>[] = [];
for (const task of tasks) results.push(await work(task).catch((error: unknown) => ({ error: String(error) })));
process.stdout.write(`${JSON.stringify(results)}\n`);
