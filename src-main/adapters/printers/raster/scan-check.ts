import type { Bitmap } from '../../../core/label/bitmap.ts';
import { averagedAlong, copyArea, type GrayImage } from './gray-image.ts';
import { imageOf, readCodes, type LocatedCode } from './read-codes.ts';

/** A picture of what is placed, so many times as fine as the dots along each axis, and how it becomes dots. */
export interface CheckedPart {
  readonly plain: GrayImage;
  readonly render: (finerX: number, finerY: number) => GrayImage;
  readonly draw: (image: GrayImage) => Bitmap;
  /** How much finer the picture is in which every code should be readable. */
  readonly sourceFiner: number;
}

export interface Checked {
  readonly bitmap: Bitmap;
  /** `barcode-unreadable:` and the code's text, for each code that will not scan. */
  readonly warnings: readonly string[];
}

const FINER = 8;
/** Averages are cut at 120 of 255 (measured best 110–128), while the shared threshold is 160. */
const AVERAGE_LIFT = 40;
const QUIET_DOTS = 6;

/**
 * Compares what can be read from the dots with what can be read from a finer picture of the same part. A code that was
 * lost is drawn again with its bars averaged from an eight times finer picture, which helps bars that are no whole
 * number of dots; what stays lost is a warning. Nothing but the lost codes is touched.
 */
export async function checkCodes(part: CheckedPart, bitmap: Bitmap): Promise<Checked> {
  const wanted = await readCodes(part.render(part.sourceFiner, part.sourceFiner));
  const lost = await missing(wanted, bitmap);
  if (lost.length === 0) return { bitmap, warnings: [] };
  const mended = mend(part, lost);
  const stillLost = await missing(wanted, mended);
  const best = stillLost.length < lost.length ? { bitmap: mended, lost: stillLost } : { bitmap, lost };
  return { bitmap: best.bitmap, warnings: best.lost.map(({ text }) => `barcode-unreadable:${text}`) };
}

async function missing(wanted: readonly LocatedCode[], bitmap: Bitmap): Promise<LocatedCode[]> {
  if (wanted.length === 0) return [];
  const read = new Set((await readCodes(imageOf(bitmap))).map((code) => code.text));
  return wanted.filter((code) => !read.has(code.text));
}

function mend(part: CheckedPart, lost: readonly LocatedCode[]): Bitmap {
  const image = { ...part.plain, pixels: part.plain.pixels.slice() };
  for (const axis of ['x', 'y'] as const) {
    const codes = lost.filter((code) => (code.quarterTurns % 2 === 0) === (axis === 'x'));
    if (codes.length === 0) continue;
    const fine = averagedAlong(part.render(axis === 'x' ? FINER : 1, axis === 'y' ? FINER : 1), axis, FINER, AVERAGE_LIFT);
    for (const code of codes) copyArea(fine, image, inDots(code, part.sourceFiner));
  }
  return part.draw(image);
}

function inDots({ left, top, right, bottom }: LocatedCode, finer: number): { left: number; top: number; right: number; bottom: number } {
  return {
    left: left / finer - QUIET_DOTS,
    top: top / finer - QUIET_DOTS,
    right: right / finer + QUIET_DOTS,
    bottom: bottom / finer + QUIET_DOTS,
  };
}
