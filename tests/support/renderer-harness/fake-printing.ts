import type { PaperView, PrinterView, PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import type { HarnessOptions } from './options.ts';

const MINUTE = 60_000;
const JOB_COUNT = 34;

const PRINTER: PrinterView = {
  id: 'printer-1',
  name: '得力 DL-770',
  host: '192.168.1.40',
  port: 9100,
  profile: DEFAULT_PROFILE,
  isDefault: true,
  isVirtual: false,
};

function printersOf(options: HarnessOptions): PrinterView[] {
  if (!options.isDemo)
    return [PRINTER, { ...PRINTER, id: 'printer-2', name: 'Zebra ZD421', host: 'zebra.local', isDefault: false }];
  return [{ ...PRINTER, id: 'printer-virtual', name: '虚拟打印机', host: '127.0.0.1', isVirtual: true }];
}

/** A batch of today: all sent in the demo; with troubles one asks, one failed, the rest waits. */
function jobsOf(options: HarnessOptions, nowMs: number): PrintJobView[] {
  if (options.isEmpty) return [];
  return Array.from({ length: JOB_COUNT }, (_, index) => {
    const state =
      !options.isTroubled || index < 21
        ? 'sent'
        : index === 21
          ? 'unknown'
          : index === 22
            ? 'failed'
            : index === 30
              ? 'cancelled'
              : 'queued';
    const step =
      state === 'unknown' ? 'stalled' : state === 'failed' ? 'printer-refused' : state === 'sent' ? 'done' : 'printer';
    return {
      id: `job-${index}`,
      orderId: 'to-ship-2',
      remoteId: `33920113-${String(index + 10).padStart(4, '0')}-1`,
      state,
      step,
      copy: index === 5 ? 2 : 1,
      createdAtMs: nowMs - 20 * MINUTE + index * 10,
      settledAtMs: state === 'sent' ? nowMs - 19 * MINUTE : null,
      byteCount: 60_000,
      preview: index > 28 ? null : labelPng(index % 3 === 2 ? 400 : 600),
      warnings: index === 21 ? ['label-scaled'] : [],
    };
  });
}

const drawn = new Map<number, string>();

/** A label 400 dots wide as PNG (base64): frame, address, barcode. */
export function labelPng(height: number): string {
  const known = drawn.get(height);
  if (known !== undefined) return known;
  const canvas = document.createElement('canvas');
  canvas.width = 400;
  canvas.height = height;
  const ink = canvas.getContext('2d');
  if (ink !== null) drawLabel(ink, height);
  const png = canvas.toDataURL('image/png').replace('data:image/png;base64,', '');
  drawn.set(height, png);
  return png;
}

function drawLabel(ink: CanvasRenderingContext2D, height: number): void {
  ink.fillStyle = '#fff';
  ink.fillRect(0, 0, 400, height);
  ink.fillStyle = '#000';
  ink.lineWidth = 4;
  ink.strokeRect(10, 10, 380, height - 20);
  ink.font = 'bold 36px sans-serif';
  ink.fillText('STANDARD', 28, 60);
  ink.font = '22px sans-serif';
  ['A. Kovalyova', 'ul. Lenina 24', '620014 EKATERINBURG'].forEach((line, index) =>
    ink.fillText(line, 28, 120 + index * 32),
  );
  for (let x = 0; x < 84; x += 1) if ((x * 7) % 5 < 2) ink.fillRect(32 + x * 4, 216, 3, 96);
  ink.fillText('33920113-0031-1', 100, 344);
}

function papersOf(options: HarnessOptions, nowMs: number): PaperView[] {
  if (!options.isDemo) return [];
  return Array.from({ length: 9 }, (_, index) => {
    const heightDots = index % 3 === 2 ? 400 : 600;
    const size = { widthDots: 800, heightDots: heightDots * 2 };
    return {
      id: `paper-${index}`,
      atMs: nowMs - index * 3 * MINUTE,
      ...size,
      language: 'tspl',
      byteCount: 123_456,
      png: labelPng(heightDots),
    };
  });
}

/** Printers, jobs and papers of one day at the packing table. */
export function printingAnswers(options: HarnessOptions): Record<string, (input: never) => unknown> {
  const startMs = Date.now();
  const done = () => ({ done: true });
  return {
    'printing.printers': () => ({ printers: printersOf(options) }),
    'printing.jobs': () => ({ jobs: jobsOf(options, startMs) }),
    'printing.papers': () => ({ papers: papersOf(options, startMs) }),
    'printing.testPage': () => ({ outcome: 'not-sent', reason: 'refused' }),
    'printing.savePrinter': () => ({ id: 'printer-3' }),
    'printing.removePrinter': done,
    'printing.answer': done,
    'printing.retry': done,
    'printing.cancel': done,
  };
}
