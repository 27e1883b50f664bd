import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeLabel } from '../../../src-main/adapters/printers/languages/encode.ts';
import type { Bitmap } from '../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE, type PrinterProfile } from '../../../src-main/core/label/printer-profile.ts';
import type { DecodedPaper } from '../../../src-main/demo/printer/paper.ts';
import { readCpcl } from '../../../src-main/demo/printer/read-cpcl.ts';
import { readEpl } from '../../../src-main/demo/printer/read-epl.ts';
import { readZpl } from '../../../src-main/demo/printer/read-zpl.ts';
import { dotPapers, type ReadResult } from '../../../src-main/demo/printer/reading.ts';
import { drawLabel, pdfOf } from '../../support/pdfs.ts';

const FILTER = '/usr/lib/cups/filter/rastertolabel';
const DRIVERS = '/usr/share/cups/drv/sample.drv';
const isHere = existsSync(FILTER) && existsSync(DRIVERS);
if (!isHere)
  console.warn('no CUPS label driver here (Debian: cups, cups-filters): its bytes are not compared with ours');

const OPTIONS = 'PageSize=w288h432';
const LIMIT = { maxBuffer: 64 * 1024 * 1024 };

/** What CUPS made of a page: the raster it gave its driver, and the bytes the driver sends to the printer. */
interface CupsJob {
  readonly bitmap: Bitmap;
  readonly bytes: Uint8Array;
}

function cupsJob(pdf: string, ppd: string): CupsJob {
  const toRaster = ['-p', ppd, '-m', 'application/vnd.cups-raster', '-o', OPTIONS, pdf];
  const raster = execFileSync('/usr/sbin/cupsfilter', toRaster, { ...LIMIT, stdio: ['ignore', 'pipe', 'ignore'] });
  const bytes = execFileSync(FILTER, ['1', 'user', 'title', '1', OPTIONS], {
    ...LIMIT,
    input: raster,
    env: { ...process.env, PPD: ppd },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return { bitmap: readRaster(raster), bytes };
}

/** CUPS Raster Format, version 3 ("3SaR", little-endian): a header of 1796 bytes, then the rows; 1 = black. */
function readRaster(raster: Buffer): Bitmap {
  expect(raster.toString('latin1', 0, 4)).toBe('3SaR');
  const number = (offset: number): number => raster.readUInt32LE(4 + offset);
  const [widthDots, heightDots, bytesPerRow] = [number(372), number(376), number(392)];
  expect([number(384), number(388), number(400)]).toEqual([1, 1, 3]);
  const data = new Uint8Array(raster.subarray(1_800, 1_800 + bytesPerRow * heightDots));
  return { widthDots, heightDots, bytesPerRow, data };
}

/** Dots that differ, and dots of ink, in the bitmap's place on the paper. */
function compare(bitmap: Bitmap, paper: DecodedPaper, isTurned: boolean): { differing: number; ink: number } {
  let differing = 0;
  let ink = 0;
  const at = (rows: { bytesPerRow: number; data: Uint8Array }, x: number, y: number): boolean =>
    ((rows.data[y * rows.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
  const page = { bytesPerRow: paper.bytesPerRow, data: paper.dots };
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    for (let x = 0; x < bitmap.widthDots; x += 1) {
      const isInk = at(bitmap, x, y);
      const there = isTurned ? at(page, paper.widthDots - 1 - x, paper.heightDots - 1 - y) : at(page, x, y);
      if (isInk) ink += 1;
      if (isInk !== there) differing += 1;
    }
  }
  return { differing, ink };
}

const LANGUAGES = [
  ['zpl', 'zebra.ppd', readZpl],
  ['epl', 'zebraep2.ppd', readEpl],
  ['cpcl', 'zebracpl.ppd', readCpcl],
] as const satisfies readonly (readonly [string, string, (bytes: Uint8Array) => ReadResult])[];

/** So our readers are proven on bytes that are not ours, and our bytes by readers that are proven. */
describe.skipIf(!isHere)('a page printed by CUPS', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'chudan-cups-'));
    execFileSync('ppdc', ['-d', folder, DRIVERS], { stdio: 'ignore' });
    const pdf = await pdfOf([[288, 432]], (page) => drawLabel(page, 'CUPS12345', 0, 0, 288, 432));
    writeFileSync(path.join(folder, 'label.pdf'), pdf);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(LANGUAGES)('in %s is read dot for dot, and is the same paper as ours', (language, ppd, read) => {
    const { bitmap, bytes } = cupsJob(path.join(folder, 'label.pdf'), path.join(folder, ppd));
    const theirs = read(bytes);
    expect(theirs.complaints).toEqual([]);
    const [paper] = dotPapers(theirs);
    if (paper === undefined) throw new Error('no paper');
    // Its ZPL driver prints upside down (^POI).
    const found = compare(bitmap, paper, language === 'zpl');
    expect(found.ink).toBeGreaterThan(20_000);
    expect(found.differing).toBe(0);

    const profile: PrinterProfile = { ...DEFAULT_PROFILE, language };
    const [ours] = dotPapers(read(encodeLabel(bitmap, profile, 1)));
    if (ours === undefined) throw new Error('no paper of ours');
    expect(compare(bitmap, ours, false)).toEqual(found);
  });
});
