import { blankBitmap, type Bitmap } from '../../core/label/bitmap.ts';
import { MM_PER_PT, type PaperItem } from '../../core/paper/paper.ts';
import { inkOf } from './glyph-ink.ts';
import { boxDots, codeDots, frameDots, missingDots, type DotBox } from './paper-dots.ts';
import { placeText, type TextLine, type TextPlacer, type TextRun } from './place-text.ts';

export interface DotSize {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly perMm: number;
}

/** Draws items straight into dots, as a receipt printer puts them out. Errors: BarcodeImpossible. */
export function drawDots(items: readonly PaperItem[], size: DotSize, tools: TextPlacer): Bitmap {
  const bitmap = blankBitmap(size.widthDots, size.heightDots);
  for (const item of items) drawItem(bitmap, item, size.perMm, tools);
  return bitmap;
}

function drawItem(bitmap: Bitmap, item: PaperItem, perMm: number, tools: TextPlacer): void {
  if (item.kind === 'fill') fillBoxes(bitmap, [boxDots(item, perMm)], true);
  else if (item.kind === 'code') fillBoxes(bitmap, codeDots(item, perMm), true);
  else if (item.kind === 'frame') {
    const line = Math.max(1, Math.round(item.lineMm * perMm));
    fillBoxes(bitmap, frameDots(boxDots(item, perMm), line), true);
  } else {
    for (const line of placeText(item, tools)) {
      for (const run of line.runs) {
        if (run.face === null) fillBoxes(bitmap, missingDots(run, line, perMm), !item.isWhite);
        else inkRun(bitmap, run, line, perMm, !item.isWhite);
      }
    }
  }
}

/** Letters stand on whole dots: they are drawn once and stamped. */
function inkRun(bitmap: Bitmap, run: TextRun, line: TextLine, perMm: number, isBlack: boolean): void {
  const emDots = line.sizePt * MM_PER_PT * perMm;
  const baseline = Math.round(line.baselineMm * perMm);
  let xDots = run.xMm * perMm;
  for (const { drawn, widthEm } of run.letters) {
    if (drawn !== null) {
      const ink = inkOf(drawn.glyph, emDots / drawn.unitsPerEm);
      const left = Math.round(xDots);
      for (let at = 0; at < ink.length; at += 2) {
        setDot(bitmap, left + (ink[at] ?? 0), baseline + (ink[at + 1] ?? 0), isBlack);
      }
    }
    xDots += widthEm * emDots;
  }
}

function fillBoxes(bitmap: Bitmap, boxes: readonly DotBox[], isBlack: boolean): void {
  for (const { left, top, width, height } of boxes) {
    for (let y = top; y < top + height; y += 1) {
      for (let x = left; x < left + width; x += 1) setDot(bitmap, x, y, isBlack);
    }
  }
}

/** Dots beyond the paper are left out. */
function setDot({ widthDots, heightDots, bytesPerRow, data }: Bitmap, x: number, y: number, isBlack: boolean): void {
  if (x < 0 || y < 0 || x >= widthDots || y >= heightDots) return;
  const at = y * bytesPerRow + (x >> 3);
  const bit = 0x80 >> (x & 7);
  data[at] = isBlack ? (data[at] ?? 0) | bit : (data[at] ?? 0) & ~bit;
}
