import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZplApi } from 'zpl-renderer-js';
import {
  createCupsDriverSender,
  createCupsQueueSender,
} from '../../../src-main/adapters/printers/transports/cups/cups-senders.ts';
import { pagesPdf } from '../../../src-main/adapters/printers/transports/cups/pages-pdf.ts';
import { createPrinterTransport } from '../../../src-main/adapters/printers/transports/printer-transport.ts';
import type { PrinterTransport } from '../../../src-main/app/ports/printers.ts';
import type { Bitmap } from '../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import { isBlack } from '../../support/bitmaps.ts';
import { barcodeBitmap } from '../../support/barcode-bitmap.ts';
import { startCapture, type CaptureServer } from '../../support/capture-server.ts';
import { cupsAbsence, startPrivateCups, type PrivateCups } from '../../support/private-cups.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const { ready } = createRequire(import.meta.url)('zpl-renderer-js') as {
  readonly ready: Promise<{ readonly api: ZplApi }>;
};
const OPTIONS = { title: 'label 1', isStatusAsked: false };
const absent = [
  cupsAbsence(),
  existsSync('/usr/lib/cups/filter/pdftopdf') ? null : 'pdftopdf not found: the Debian package cups-filters',
  existsSync('/usr/bin/zbarimg') ? null : 'zbarimg not found: the Debian package zbar-tools',
].filter((reason) => reason !== null);
if (absent.length > 0) console.warn(`CUPS driver tests skipped: ${absent.join('; ')}`);

function barcodesOf(png: Uint8Array): string {
  const file = path.join(tempFolder(), 'page.png');
  writeFileSync(file, png);
  return execFileSync('zbarimg', ['-q', '--raw', file], { encoding: 'utf8' }).trim();
}

async function zplPicture(zpl: Uint8Array, widthMm: number, heightMm: number): Promise<Buffer> {
  const { api } = await ready;
  return Buffer.from(await api.zplToBase64Async(Buffer.from(zpl).toString('latin1'), widthMm, heightMm, 8), 'base64');
}

/** The box of the ink in a picture, in dots. */
function inkBox(png: Uint8Array): { left: number; top: number; right: number; bottom: number } {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const box = { left: width, top: height, right: -1, bottom: -1 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * 4] ?? 255) > 127) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box;
}

describe.skipIf(absent.length > 0)('a queue with a driver', () => {
  let cups: PrivateCups;
  let capture: CaptureServer;
  let transport: PrinterTransport;

  beforeAll(async () => {
    cups = await startPrivateCups();
    capture = await startCapture();
    const driver = createCupsDriverSender({ server: { socketPath: cups.socketPath } });
    transport = createPrinterTransport({ platform: 'linux', senders: { driver } });
    await cups.addQueue('zebra', `socket://127.0.0.1:${capture.port}`, 'drv:///sample.drv/zebra.ppd');
  }, 30_000);
  afterAll(async () => {
    await capture?.close();
    await cups?.stop();
  });

  const send = (pages: readonly Bitmap[], dpi: number) =>
    transport.send(
      { address: { kind: 'driver', name: 'zebra' }, profile: DEFAULT_PROFILE },
      { kind: 'pages', pages, dpi },
      OPTIONS,
    );

  it.each([
    [203, 812, 1_218, 3],
    [300, 1_200, 1_800, 4],
  ])(
    'draws a page of %i dpi in its size: the barcode reads, the frame is whole',
    async (dpi, width, height, module) => {
      const before = capture.jobs.length;
      expect((await send([barcodeBitmap(width, height, 'RB123456785CN', module)], dpi)).kind).toBe('sent');
      await capture.waitForJobs(before + 1);
      const picture = await zplPicture(capture.jobs.at(-1) ?? new Uint8Array(), 102, 153);
      expect(barcodesOf(picture)).toBe('RB123456785CN');
      const box = inkBox(picture);
      expect(box.right - box.left + 1).toBeGreaterThan(800);
      expect(box.bottom - box.top + 1).toBeGreaterThan(1_200);
    },
    20_000,
  );

  it('does not turn a wide page', async () => {
    const before = capture.jobs.length;
    expect((await send([barcodeBitmap(800, 400, 'WIDE-PAGE-1', 2)], 203)).kind).toBe('sent');
    await capture.waitForJobs(before + 1);
    const box = inkBox(await zplPicture(capture.jobs.at(-1) ?? new Uint8Array(), 102, 153));
    expect(box.right - box.left).toBeGreaterThan((box.bottom - box.top) * 1.5);
  }, 20_000);

  it('prints every page of a document', async () => {
    const before = capture.jobs.length;
    const pages = ['PAGE-ONE', 'PAGE-TWO', 'PAGE-THREE'].map((text) => barcodeBitmap(812, 1_218, text));
    expect((await send(pages, 203)).kind).toBe('sent');
    await capture.waitForJobs(before + 1);
    const zpl = Buffer.from(capture.jobs.at(-1) ?? []).toString('latin1');
    expect(zpl.match(/\^XGR:CUPS\.GRF/g)).toHaveLength(3);
  }, 20_000);

  it('hands raw bytes past its driver, where they come as for a queue without one', async () => {
    const before = capture.jobs.length;
    const bytes = Uint8Array.from({ length: 50_000 }, (_, at) => (at * 11) & 0xff);
    const queue = createCupsQueueSender({ server: { socketPath: cups.socketPath } });
    const raw = createPrinterTransport({ platform: 'linux', senders: { queue } });
    const printer = { address: { kind: 'queue', name: 'zebra' }, profile: DEFAULT_PROFILE } as const;
    expect((await raw.send(printer, { kind: 'raw', bytes }, OPTIONS)).kind).toBe('sent');
    await capture.waitForJobs(before + 1);
    expect(capture.jobs.at(-1)).toEqual(bytes);
  });

  it('takes no raw bytes and no empty document', async () => {
    const printer = { address: { kind: 'driver', name: 'zebra' }, profile: DEFAULT_PROFILE } as const;
    const raw = { kind: 'raw', bytes: Uint8Array.of(1) } as const;
    expect(await transport.send(printer, raw, OPTIONS)).toEqual({ kind: 'not-sent', reason: 'not-taken' });
    expect(await send([], 203)).toEqual({ kind: 'not-sent', reason: 'not-taken' });
  });
});

const NO_GHOSTSCRIPT = !existsSync('/usr/bin/gs');
if (NO_GHOSTSCRIPT) console.warn('pages-pdf test skipped: gs not found: the Debian package ghostscript');

describe.skipIf(NO_GHOSTSCRIPT)('pages as a PDF', () => {
  it.each([
    [203.2, 811, 1_203],
    [300, 1_200, 1_800],
  ])('come back dot for dot at %d dpi', (dpi, width, height) => {
    const page = barcodeBitmap(width, height, 'DOT-FOR-DOT');
    const file = path.join(tempFolder(), 'page.pdf');
    writeFileSync(file, pagesPdf([page, page], dpi));
    const output = ['-sDEVICE=pnggray', `-r${dpi}`, '-dFirstPage=2', '-sOutputFile=%stdout%'];
    const png = execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', ...output, file], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const picture = PNG.sync.read(png);
    expect([picture.width, picture.height]).toEqual([width, height]);
    let differing = 0;
    for (let y = 0; y < page.heightDots; y += 1) {
      for (let x = 0; x < page.widthDots; x += 1) {
        if (isBlack(page, x, y) !== (picture.data[(y * picture.width + x) * 4] ?? 0) < 128) differing += 1;
      }
    }
    expect(differing).toBe(0);
  });
});
