import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import bwip from 'bwip-js/node';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { blankBitmap, type Bitmap } from '../../../src-main/core/label/bitmap.ts';
import { bitmapPng } from '../../support/bitmap-png.ts';
import { fillBox } from '../../support/bitmaps.ts';
import { startCapture, type CaptureServer } from '../../support/capture-server.ts';
import { cupsAbsence, startPrivateCups, type PrivateCups } from '../../support/private-cups.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { openWine, windowsPath, type Wine } from '../../support/wine.ts';
import type { WineTask } from '../../support/wine-program.ts';

const PROGRAM = fileURLToPath(new URL('../../support/wine-program.ts', import.meta.url));
const TRACKING = 'LP123456785CN';
const HEAD_DOTS_PER_MM = 8;
/** What Debian's generic PostScript driver prints at. */
const DRIVER_DPI = 300;

/** What Windows keeps of a USB printer (Microsoft: Device interface registry keys), as much as SetupDi asks for. */
const USB_PRINTERS = '{28d78fad-5a12-11d1-ae5b-0000f803a8c2}';
const USB_PRINTER_KEYS = [
  'HKLM\\System\\CurrentControlSet\\Enum\\USB\\VID_0FE6&PID_811E',
  `HKLM\\System\\CurrentControlSet\\Control\\DeviceClasses\\${USB_PRINTERS}`,
] as const;
const [DEVICE_KEY, CLASS_KEY] = USB_PRINTER_KEYS.map((key) => key.replace('HKLM', 'HKEY_LOCAL_MACHINE'));
const INTERFACE_KEY = `${CLASS_KEY}\\##?#USB#VID_0FE6&PID_811E#5&2c8a1b&0&2#${USB_PRINTERS}`;
const USB_PRINTER_IN_REGISTRY = `Windows Registry Editor Version 5.00

[${DEVICE_KEY}\\5&2c8a1b&0&2]
"ClassGUID"="{36fc9e60-c465-11cf-8056-444553540000}"

[${INTERFACE_KEY}]
"DeviceInstance"="USB\\\\VID_0FE6&PID_811E\\\\5&2c8a1b&0&2"

[${INTERFACE_KEY}\\#]
"SymbolicLink"="\\\\\\\\?\\\\USB#VID_0FE6&PID_811E#5&2c8a1b&0&2#${USB_PRINTERS}"

[${INTERFACE_KEY}\\#\\Control]
"Linked"=dword:00000001
`;

/** The wait is for the first time on a machine: 34 MB to fetch and a Windows to set up. */
const wine = cupsAbsence() ?? (await openWine());
if (typeof wine === 'string') console.warn(`NOT RUN: the Windows print calls: ${wine}`);
const hasReaders = ['/usr/bin/gs', '/usr/bin/zbarimg'].every((file) => existsSync(file));
if (!hasReaders) console.warn('NOT RUN: printing through a Windows driver: ghostscript or zbarimg is missing');

describe.skipIf(typeof wine === 'string')('the Windows print calls, under Wine', () => {
  let cups: PrivateCups;
  let capture: CaptureServer;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'chudan-wine-'));
    capture = await startCapture();
    cups = await startPrivateCups();
    const uri = `socket://127.0.0.1:${capture.port}/?snmp=false`;
    await cups.addQueue('Label-printer', uri);
    await cups.addQueue('Office', uri, 'drv:///sample.drv/generic.ppd');
    await cups.addQueue('Zebra', uri, 'drv:///sample.drv/zebra.ppd');
  });

  afterAll(async () => {
    await (wine as Wine).close();
    await cups.stop();
    await capture.close();
    rmSync(folder, { recursive: true });
  });

  type Results = readonly Record<string, unknown>[];
  const perform = (tasks: readonly WineTask[], env: Readonly<Record<string, string>> = {}): Promise<Results> =>
    (wine as Wine).run(PROGRAM, tasks, { CUPS_SERVER: `127.0.0.1:${cups.port}`, ...env }) as Promise<Results>;
  const write = (name: string, bytes: Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return windowsPath(file);
  };
  /** PRINTER_ATTRIBUTE_… of the label printer's queue, where Windows keeps them. */
  const setAttributes = (to: number): Promise<void> => {
    const key = 'HKLM\\System\\CurrentControlSet\\Control\\Print\\Printers\\Label-printer';
    return (wine as Wine).exec(['reg', 'add', key, '/v', 'Attributes', '/t', 'REG_DWORD', '/d', String(to), '/f']);
  };

  /** The job that has these bytes near its beginning. */
  const captured = (beginning: string | Buffer): Promise<Buffer> =>
    waitUntil('the job at the printer', async () => {
      const jobs = capture.jobs.map((job) => Buffer.from(job));
      return jobs.find((job) => job.subarray(0, 1_000).includes(beginning));
    });

  it('lists queues, sends raw bytes as they are and never holds up the event loop', async () => {
    const bytes = randomBytes(3_000_000);
    const file = write('raw', bytes);
    const [listed, sent, gone, orders] = await perform([
      { do: 'list' },
      { do: 'raw', queue: 'Label-printer', file },
      { do: 'raw', queue: 'Gone', file },
      { do: 'orders', queue: 'Label-printer' },
    ]);
    expect(listed).toMatchObject({
      usb: [],
      queues: [
        { name: 'Label-printer', port: 'CUPS:Label-printer', conditions: [], isDefault: true },
        { name: 'Office', port: 'CUPS:Office', conditions: [] },
        { name: 'Zebra', port: 'CUPS:Zebra', conditions: [] },
      ],
    });
    expect(sent?.['outcome']).toEqual({ kind: 'sent', bytes: bytes.length });
    expect(sent?.['heldUpMs']).toBeLessThan(500);
    expect(gone?.['outcome']).toEqual({ kind: 'not-sent', reason: 'not-found' });
    // The orders that a stuck job needs: looked at, paused, deleted, gone. A document begun and called off.
    expect(orders).toMatchObject({ taken: 5, status: 0, statusAfter: null, dpiX: DRIVER_DPI });
    expect((await captured(bytes.subarray(0, 100))).equals(bytes)).toBe(true);
  });

  it.skipIf(!hasReaders)('a driver draws pages in their true size, on its own paper of that size', async () => {
    const label = framedLabel();
    const box = blankBitmap(1200, 1800);
    fillBox(box, 300, 300, 600, 1200);
    const files = [write('1.png', bitmapPng(label, 0)), write('2.png', bitmapPng(label, 0))];
    const [office, zebra] = await perform([
      { do: 'pages', queue: 'Office', files, dpi: 203 },
      { do: 'pages', queue: 'Zebra', files: [write('box.png', bitmapPng(box, 0))], dpi: 300 },
    ]);
    expect(office?.['outcome']).toEqual({ kind: 'sent', bytes: label.data.length * 2 });
    expect(zebra?.['outcome']).toEqual({ kind: 'sent', bytes: box.data.length });
    const pages = await render(folder, await captured('%!PS'));
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      const { left, top, right, bottom } = inkOf(PNG.sync.read(await readFile(page)));
      const mm = (dots: number): number => (dots / DRIVER_DPI) * 25.4;
      expect(mm(left)).toBeCloseTo(10, 0);
      expect(mm(top)).toBeCloseTo(20, 0);
      expect(mm(right - left)).toBeCloseTo(80, 0);
      expect(mm(bottom - top)).toBeCloseTo(120, 0);
      expect(barcodeOf(page)).toBe(TRACKING);
    }
    // That queue's usual paper is 4 × 5 inches; 4 × 6 has 812 dots in 102 bytes, 1218 rows. Its filter makes ZPL.
    expect((await captured('~DGR:CUPS.GRF')).toString('latin1')).toMatch(/~DGR:CUPS\.GRF,124\d{3},102,/);
  });

  it('names a USB printer that the registry says is plugged in', async () => {
    const file = path.join(folder, 'printer.reg');
    writeFileSync(file, USB_PRINTER_IN_REGISTRY);
    onTestFinished(async () => {
      for (const key of USB_PRINTER_KEYS) await (wine as Wine).exec(['reg', 'delete', key, '/f']);
    });
    await (wine as Wine).exec(['reg', 'import', windowsPath(file)]);
    const [listed] = await perform([{ do: 'list' }]);
    const id = { maker: null, model: null, commands: null, serial: null };
    expect(listed?.['usb']).toEqual([{ device: 'vid_0fe6&pid_811e#5&2c8a1b&0&2', id }]);
  });

  it('a queue that was switched to "use printer offline" gets nothing', async () => {
    const file = write('raw', Buffer.from('SIZE 100 mm'));
    // The queue outlives this test.
    onTestFinished(() => setAttributes(0));
    await setAttributes(0x400);
    const [raw] = await perform([{ do: 'raw', queue: 'Label-printer', file }]);
    expect(raw?.['outcome']).toEqual({ kind: 'not-sent', reason: 'offline' });
    expect(capture.jobs.some((job) => Buffer.from(job).includes('SIZE'))).toBe(false);
  });

  it('says so when koffi cannot be loaded', async () => {
    const file = write('raw', Buffer.from('SIZE 100 mm'));
    const nowhere = { KOFFI_FOLDER: windowsPath(path.join(folder, 'empty')) };
    const [raw, listed] = await perform([{ do: 'raw', queue: 'Label-printer', file }, { do: 'list' }], nowhere);
    expect(raw?.['outcome']).toEqual({ kind: 'not-sent', reason: 'not-supported' });
    expect(listed).toEqual({ queues: null, usb: null });
  });

  it('device calls: asks, writes, notices a stop and an unplugged line', async () => {
    const [device] = await perform([{ do: 'device' }]);
    expect(device).toMatchObject({
      loaded: true,
      whole: { outcome: { kind: 'sent', bytes: 1_000_000 } },
      isSame: true,
      stalled: { kind: 'uncertain', reason: 'stalled' },
      unplugged: { kind: 'uncertain', reason: 'reset' },
      status: { kind: 'answered', conditions: [] },
      missing: 'WindowsFault: CreateFileW failed with Windows error 2',
    });
  });
});

/** 100 × 150 mm at 203 dpi: a frame of 80 × 120 mm, 10 mm from the left and 20 mm from the top, a Code 128 in it. */
function framedLabel(): Bitmap {
  const label = blankBitmap(800, 1200);
  const dots = (mm: number): number => mm * HEAD_DOTS_PER_MM;
  fillBox(label, dots(10), dots(20), dots(80), 4);
  fillBox(label, dots(10), dots(140) - 4, dots(80), 4);
  fillBox(label, dots(10), dots(20), 4, dots(120));
  fillBox(label, dots(90) - 4, dots(20), 4, dots(120));
  const [symbol] = bwip.raw({ bcid: 'code128', text: TRACKING }) as { sbs?: number[] }[];
  let x = dots(20);
  symbol!.sbs!.forEach((modules, at) => {
    if (at % 2 === 0) fillBox(label, x, dots(60), modules * 3, dots(20));
    x += modules * 3;
  });
  return label;
}

async function render(folder: string, postscript: Uint8Array): Promise<string[]> {
  const file = path.join(folder, 'captured.ps');
  writeFileSync(file, postscript);
  const output = path.join(folder, 'page-%d.png');
  const options = ['-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-sDEVICE=pnggray', `-r${DRIVER_DPI}`];
  execFileSync('/usr/bin/gs', [...options, `-sOutputFile=${output}`, file]);
  return [1, 2, 3].map((page) => path.join(folder, `page-${page}.png`)).filter((page) => existsSync(page));
}

function barcodeOf(page: string): string {
  // It complains of a missing message bus on its error output.
  const words = ['-q', '--raw', page];
  return execFileSync('/usr/bin/zbarimg', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

function inkOf({ width, height, data }: PNG): Record<'left' | 'top' | 'right' | 'bottom', number> {
  const ink = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[(y * width + x) * 4] ?? 255) < 128) {
        ink.left = Math.min(ink.left, x);
        ink.top = Math.min(ink.top, y);
        ink.right = Math.max(ink.right, x + 1);
        ink.bottom = Math.max(ink.bottom, y + 1);
      }
  return ink;
}
