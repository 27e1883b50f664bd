import { spawnSync } from 'node:child_process';

const hasGhostscript = spawnSync('gs', ['--version']).status === 0;
if (!hasGhostscript) console.warn('NOT RUN: ghostscript is missing, no JPEG is made and read');

/** Ghostscript makes the JPEGs that tests read. */
export const canMakeJpegs = hasGhostscript;

/** A PDF's first page as a JPEG in grey, RGB or CMYK (Adobe's way). */
export function jpegOf(pdf: Uint8Array, device: 'jpeggray' | 'jpeg' | 'jpegcmyk', dpi = 203): Uint8Array {
  const words = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', `-sDEVICE=${device}`, `-r${dpi}`, '-dJPEGQ=90'];
  const made = spawnSync('gs', [...words, '-sOutputFile=-', '-'], { input: pdf, maxBuffer: 100_000_000 });
  if (made.status !== 0) throw new Error(made.stderr.toString());
  return new Uint8Array(made.stdout);
}

/** The JPEG with an EXIF block that says how it is to be turned. */
export function withOrientation(jpeg: Uint8Array, orientation: number, isLittle = true): Uint8Array {
  const tiff = Buffer.alloc(26);
  tiff.write(isLittle ? 'II' : 'MM', 'latin1');
  const put16 = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const put32 = (value: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  put16(42, 2);
  put32(8, 4);
  put16(1, 8);
  put16(0x0112, 10);
  put16(3, 12);
  put32(1, 14);
  put16(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, tiff.length + 8]);
  const block = Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), block, jpeg.subarray(2)]));
}
