/**
 * From a carrier's PDF to a printer's bytes, against the print system's own way, both warm and in turn. Runs alone with
 * `node tests/bench/label-path.ts`, and as a part of `npm run bench`.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeLabel } from '../../src-main/adapters/printers/languages/encode.ts';
import { createRasteriser } from '../../src-main/adapters/printers/raster/rasteriser.ts';
import type { LabelDocument, LabelRasteriser } from '../../src-main/app/ports/printing.ts';
import { DEFAULT_PROFILE, type PrinterProfile } from '../../src-main/core/label/printer-profile.ts';
import { cupsPath, type CupsPath } from './cups-path.ts';
import { median, printRatio, type Ratio } from './figures.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/fixtures/labels/', import.meta.url));
const WORKER = new URL('../../src-main/adapters/printers/raster/raster-worker.ts', import.meta.url);
const FILES = ['landmark-4x6.pdf', 'usps-4x6.pdf', 'fedex-4x6-a.pdf', 'fedex-4x6-b.pdf'];
const ROUNDS = 15;
const WARM_ROUNDS = 3;
const BATCH = 100;

const TSPL: PrinterProfile = { ...DEFAULT_PROFILE, mediaWidthMm: 101.6, mediaHeightMm: 152.4 };
const ZPL: PrinterProfile = { ...TSPL, language: 'zpl' };
/** What a printer gets that says it is a Zebra. */
const ZEBRA: PrinterProfile = { ...ZPL, quirks: ['z64'] };

/** Milliseconds of each round, by what was done, and bytes of the last. */
interface Taken {
  readonly ms: Map<string, number[]>;
  readonly bytes: Map<string, number>;
}

/** Empty, and told aloud, where the labels or CUPS' filters are not there. */
export async function benchLabelPath(): Promise<Ratio[]> {
  const cups = cupsPath();
  const files = FILES.filter((file) => existsSync(path.join(FOLDER, file)));
  if (cups === null || files.length === 0) {
    console.warn(`NOT RUN: label path (${cups === null ? 'no CUPS filters here' : `no labels in ${FOLDER}`})`);
    return [];
  }
  const unchecked = createRasteriser({ workerFile: WORKER, scanCheck: false, workers: 1 });
  const checked = createRasteriser({ workerFile: WORKER });
  try {
    const ratios: Ratio[] = [];
    for (const file of files) ratios.push(...(await oneLabel(file, cups, unchecked, checked)));
    return [...ratios, ...(await twoBatches(files, checked, cups))];
  } finally {
    cups.close();
    await Promise.all([unchecked.close(), checked.close()]);
  }
}

async function oneLabel(
  file: string,
  cups: CupsPath,
  unchecked: LabelRasteriser,
  checked: LabelRasteriser,
): Promise<Ratio[]> {
  const taken: Taken = { ms: new Map(), bytes: new Map() };
  const pdf = readFileSync(path.join(FOLDER, file));
  for (let round = 0; round < ROUNDS + WARM_ROUNDS; round += 1) {
    const isWarm = round >= WARM_ROUNDS;
    const system = await cups.run(path.join(FOLDER, file));
    if (isWarm) note(taken, 'cups', system.ms, system.bytes);
    const steps: [string, LabelRasteriser, LabelDocument, PrinterProfile][] = [
      ['zebra', unchecked, { kind: 'pdf', bytes: pdf }, ZEBRA],
      ['zpl', unchecked, { kind: 'pdf', bytes: pdf }, ZPL],
      ['tspl', unchecked, { kind: 'pdf', bytes: pdf }, TSPL],
      ['first', checked, neverSeen(pdf, round), ZEBRA],
      ['again', checked, { kind: 'pdf', bytes: pdf }, ZEBRA],
    ];
    for (const [name, rasteriser, document, profile] of steps) {
      const startedMs = performance.now();
      const bytes = await printerBytes(rasteriser, document, profile);
      if (isWarm) note(taken, name, performance.now() - startedMs, bytes);
    }
  }
  return ratiosOf(file, taken);
}

function ratiosOf(file: string, { ms, bytes }: Taken): Ratio[] {
  const base = median(ms.get('cups') ?? []);
  const time = (name: string, what: string): Ratio => ({
    name: `${file}: ${what}`,
    unit: 'ms',
    value: median(ms.get(name) ?? []),
    baseName: 'CUPS filters',
    base,
  });
  const size = (name: string, what: string): Ratio => ({
    name: `${file}: ${what}`,
    unit: 'kB',
    value: (bytes.get(name) ?? 0) / 1_000,
    baseName: 'CUPS filters',
    base: (bytes.get('cups') ?? 0) / 1_000,
  });
  return [
    time('zebra', 'PDF to ZPL (Z64)'),
    time('zpl', 'PDF to ZPL (ACS)'),
    time('tspl', 'PDF to TSPL'),
    time('first', 'the same with scan check, never seen'),
    time('again', 'the same with scan check, seen before'),
    size('zebra', 'bytes, ZPL for a Zebra (Z64)'),
    size('zpl', 'bytes, ZPL for clones (ACS)'),
  ];
}

/**
 * Many labels asked for at once, with scan check: such as nobody has seen, and the same again for other stock; against
 * CUPS one after the other.
 */
async function twoBatches(files: readonly string[], rasteriser: LabelRasteriser, cups: CupsPath): Promise<Ratio[]> {
  const labels = Array.from({ length: BATCH }, (_, index) =>
    neverSeen(readFileSync(path.join(FOLDER, files[index % files.length] ?? '')), 1_000 + index),
  );
  const system = [];
  for (const file of files) system.push((await cups.run(path.join(FOLDER, file))).ms);
  const ratios: Ratio[] = [];
  for (const [name, profile] of [
    ['never seen', TSPL],
    ['seen for other stock', { ...TSPL, mediaWidthMm: 100, mediaHeightMm: 150 }],
  ] as const) {
    const startedMs = performance.now();
    await Promise.all(labels.map((label) => printerBytes(rasteriser, label, profile)));
    const value = (performance.now() - startedMs) / BATCH;
    const note = `${(1_000 / value).toFixed(0)} labels a second, two workers`;
    const base = median(system);
    ratios.push({
      name: `${BATCH} labels at once, scan check, ${name}`,
      unit: 'ms',
      value,
      baseName: 'CUPS filters',
      base,
      note,
    });
  }
  return ratios;
}

async function printerBytes(
  rasteriser: LabelRasteriser,
  document: LabelDocument,
  profile: PrinterProfile,
): Promise<number> {
  const pages = await rasteriser.rasterise(document, profile);
  return pages.reduce((sum, page) => sum + encodeLabel(page.bitmap, profile, 1).length, 0);
}

/** The same label as a file of its own: what stands behind a PDF's end is nobody's business. */
function neverSeen(pdf: Uint8Array, serial: number): LabelDocument {
  return { kind: 'pdf', bytes: Buffer.concat([pdf, Buffer.from(`\n% ${serial}\n`)]) };
}

function note({ ms, bytes }: Taken, name: string, tookMs: number, byteCount: number): void {
  ms.set(name, [...(ms.get(name) ?? []), tookMs]);
  bytes.set(name, byteCount);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) (await benchLabelPath()).forEach(printRatio);
