import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { blankBitmap, type Bitmap } from '../../src-main/core/label/bitmap.ts';

/** Dots of a 203 dpi head: exactly 8 to the millimetre. */
export const POPPLER_DPI = { 203: 203.2, 300: 300, 600: 600 } as const;

/** Whether a program of Debian's is here; says aloud when it is not. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(`${name} is not installed: its tests are skipped`);
    return false;
  }
}

/** The pages of a PDF as poppler draws them, black where darker than `threshold`. */
export function popplerPages(pdf: Uint8Array, dpi: number, threshold = 160): Bitmap[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'chudan-pdf-'));
  try {
    writeFileSync(path.join(folder, 'in.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', String(dpi), '-gray', '-png', path.join(folder, 'in.pdf'), path.join(folder, 'p')]);
    const files = readdirSync(folder).filter((file) => file.endsWith('.png'));
    return files.sort().map((file) => blackOf(PNG.sync.read(readFileSync(path.join(folder, file))), threshold));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function blackOf(png: PNG, threshold: number): Bitmap {
  const bitmap = blankBitmap(png.width, png.height);
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      if ((png.data[(y * png.width + x) * 4] ?? 255) >= threshold) continue;
      const at = y * bitmap.bytesPerRow + (x >> 3);
      bitmap.data[at] = (bitmap.data[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return bitmap;
}

/** The codes that zbar reads on a picture (it knows no DataMatrix and no PDF417). */
export function zbarCodes(png: Uint8Array): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'chudan-zbar-'));
  try {
    const file = path.join(folder, 'page.png');
    writeFileSync(file, png);
    const run = (): string =>
      execFileSync('zbarimg', ['-q', '--raw', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return run()
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Black dots in a rectangle. */
export function inkIn(bitmap: Bitmap, left: number, top: number, width: number, height: number): number {
  let count = 0;
  for (let y = Math.max(0, top); y < Math.min(bitmap.heightDots, top + height); y += 1) {
    for (let x = Math.max(0, left); x < Math.min(bitmap.widthDots, left + width); x += 1) {
      if (((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) count += 1;
    }
  }
  return count;
}
