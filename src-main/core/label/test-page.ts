import { blankBitmap, type Bitmap } from './bitmap.ts';
import { layInk, turnBitmap } from './move-ink.ts';
import { dotsPerMm, offsetDots, stockDots, type PrinterProfile } from './printer-profile.ts';

const MARGIN_MM = 2;
const TICK_EVERY_MM = 5;

/**
 * A page that shows by eye whether size, offset and rotation are right: a frame two millimetres inside the stock,
 * heavy corners, a ruler along the top and left edge with a tick every five millimetres, and in the middle an arrow
 * towards the label's top. It is turned and moved as every label is.
 */
export function testPage(profile: PrinterProfile): Bitmap {
  const perMm = dotsPerMm(profile.dpi);
  const { width, height } = stockDots(profile);
  const isAcross = profile.rotation === 90 || profile.rotation === 270;
  const upright = isAcross ? blankBitmap(height, width) : blankBitmap(width, height);
  const margin = Math.round(MARGIN_MM * perMm);
  const line = Math.max(2, Math.round(perMm / 3));
  drawFrame(upright, margin, line);
  drawCorners(upright, margin, line * 3, Math.round(8 * perMm));
  drawRulers(upright, margin, line, perMm);
  drawArrow(upright, line, Math.round(6 * perMm));
  const page = blankBitmap(width, height);
  const offset = offsetDots(profile);
  layInk(page, turnBitmap(upright, profile.rotation), offset.x, offset.y);
  return page;
}

function fill(bitmap: Bitmap, left: number, top: number, width: number, height: number): void {
  const right = Math.min(bitmap.widthDots, left + width);
  const bottom = Math.min(bitmap.heightDots, top + height);
  for (let y = Math.max(0, top); y < bottom; y += 1) {
    for (let x = Math.max(0, left); x < right; x += 1) {
      const index = y * bitmap.bytesPerRow + (x >> 3);
      bitmap.data[index] = (bitmap.data[index] ?? 0) | (0x80 >> (x & 7));
    }
  }
}

function drawFrame(bitmap: Bitmap, margin: number, line: number): void {
  const width = bitmap.widthDots - 2 * margin;
  const height = bitmap.heightDots - 2 * margin;
  fill(bitmap, margin, margin, width, line);
  fill(bitmap, margin, margin + height - line, width, line);
  fill(bitmap, margin, margin, line, height);
  fill(bitmap, margin + width - line, margin, line, height);
}

function drawCorners(bitmap: Bitmap, margin: number, thick: number, length: number): void {
  const right = bitmap.widthDots - margin;
  const bottom = bitmap.heightDots - margin;
  for (const x of [margin, right - length]) for (const y of [margin, bottom - thick]) fill(bitmap, x, y, length, thick);
  for (const x of [margin, right - thick]) for (const y of [margin, bottom - length]) fill(bitmap, x, y, thick, length);
}

function drawRulers(bitmap: Bitmap, margin: number, line: number, perMm: number): void {
  const inside = margin + 2 * line;
  const length = Math.round(2 * perMm);
  for (let mm = TICK_EVERY_MM; mm * perMm < bitmap.widthDots - margin; mm += TICK_EVERY_MM) {
    fill(bitmap, Math.round(mm * perMm), inside, line, mm % 10 === 0 ? 2 * length : length);
  }
  for (let mm = TICK_EVERY_MM; mm * perMm < bitmap.heightDots - margin; mm += TICK_EVERY_MM) {
    fill(bitmap, inside, Math.round(mm * perMm), mm % 10 === 0 ? 2 * length : length, line);
  }
}

/** A cross through the middle whose upper end is an arrow head. */
function drawArrow(bitmap: Bitmap, line: number, length: number): void {
  const x = bitmap.widthDots >> 1;
  const y = bitmap.heightDots >> 1;
  fill(bitmap, x - length, y - (line >> 1), 2 * length, line);
  fill(bitmap, x - (line >> 1), y - length, line, 2 * length);
  const head = length >> 1;
  for (let row = 0; row < head; row += 1) fill(bitmap, x - (row >> 1), y - length + row, 2 * (row >> 1) + 1, 1);
}
