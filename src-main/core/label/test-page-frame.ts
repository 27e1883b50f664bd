import type { Bitmap } from './bitmap.ts';
import type { Box } from './box.ts';
import { drawText, LETTER_HEIGHT, textWidth } from './dot-font.ts';
import { clearBox, fillBox, outlineBox } from './draw.ts';

/** The test label as it is read, before it is turned onto the paper. */
export interface TestSheet {
  readonly bitmap: Bitmap;
  /** Dots that make a millimetre of paper each way. */
  readonly perMm: { readonly x: number; readonly y: number };
  /** Dots of the head in a millimetre, for what need not be true to size. */
  readonly dotsPerMm: number;
  /** Which way the paper feeds. */
  readonly feed: 'x' | 'y';
}

const CORNER_MM = 8;
const TICK_MM = { short: 0.75, half: 1.5, long: 2.25 };
/** Room of a corner's number. */
const NUMBER_MM = 5;
/** No number of a ruler stands so near to its end, or to the letter in its middle. */
const END_CLEAR_MM = 10;
const LETTER_CLEAR_MM = 5;

const lineOf = (sheet: TestSheet): number => Math.max(2, Math.round(sheet.dotsPerMm / 3));

/** The frame so far inside the edges, heavy numbered corners, and the rulers along its upper and left side. */
export function drawFrame(sheet: TestSheet, marginMm: number): void {
  const { bitmap, perMm } = sheet;
  const line = lineOf(sheet);
  const left = Math.round(marginMm * perMm.x);
  const top = Math.round(marginMm * perMm.y);
  const frame = { left, top, width: bitmap.widthDots - 2 * left, height: bitmap.heightDots - 2 * top };
  if (frame.width < 1 || frame.height < 1) return;
  outlineBox(bitmap, frame, line);
  drawRuler(sheet, 'x', top + line, marginMm);
  drawRuler(sheet, 'y', left + line, marginMm);
  drawCorners(sheet, frame, line);
  drawEdgeLetter(sheet, 'A', { left: left + line, top: Math.round(frame.top + frame.height / 2) }, 'y');
  drawEdgeLetter(sheet, 'B', { left: Math.round(frame.left + frame.width / 2), top: top + line }, 'x');
}

/** A tick a millimetre from the edge where the paper should begin, longer ones at five and ten, those with their number. */
function drawRuler(sheet: TestSheet, axis: 'x' | 'y', inside: number, marginMm: number): void {
  const { bitmap, dotsPerMm } = sheet;
  const perMm = sheet.perMm[axis];
  const length = axis === 'x' ? bitmap.widthDots : bitmap.heightDots;
  const thin = Math.max(1, Math.round(dotsPerMm / 8));
  const scale = Math.max(1, Math.round(dotsPerMm / 5));
  for (let mm = Math.ceil(marginMm) + NUMBER_MM; (mm + marginMm + NUMBER_MM) * perMm < length; mm += 1) {
    const kind = mm % 10 === 0 ? 'long' : mm % 5 === 0 ? 'half' : 'short';
    const at = Math.round(mm * perMm);
    const tick = Math.round(TICK_MM[kind] * dotsPerMm);
    fillBox(
      bitmap,
      axis === 'x'
        ? { left: at, top: inside, width: thin, height: tick }
        : { left: inside, top: at, width: tick, height: thin },
    );
    const isNearLetter = Math.abs(mm - length / perMm / 2) < LETTER_CLEAR_MM;
    if (kind !== 'long' || isNearLetter || (mm + END_CLEAR_MM) * perMm > length) continue;
    const text = String(mm);
    const beside = inside + tick + scale;
    drawText(
      bitmap,
      text,
      axis === 'x'
        ? { left: at - Math.round(textWidth(text, scale) / 2), top: beside, scale }
        : { left: beside, top: at - Math.round((LETTER_HEIGHT * scale) / 2), scale },
    );
  }
}

/** Thick corners, numbered clockwise from the upper left as the label is read. */
function drawCorners(sheet: TestSheet, frame: Box, line: number): void {
  const { bitmap, dotsPerMm } = sheet;
  const thick = line * 3;
  const length = Math.min(Math.round(CORNER_MM * dotsPerMm), frame.width >> 2, frame.height >> 2);
  const scale = Math.max(1, Math.round(dotsPerMm / 2.5));
  const [letterWidth, letterHeight] = [textWidth('1', scale), LETTER_HEIGHT * scale];
  const inset = Math.round(dotsPerMm * TICK_MM.short) + thick;
  const right = frame.left + frame.width;
  const bottom = frame.top + frame.height;
  const hasNumbers = Math.min(frame.width, frame.height) > 4 * (inset + letterHeight);
  const corners = [
    { number: '1', isRight: false, isLow: false },
    { number: '2', isRight: true, isLow: false },
    { number: '3', isRight: true, isLow: true },
    { number: '4', isRight: false, isLow: true },
  ];
  for (const { number, isRight, isLow } of corners) {
    const across = { left: isRight ? right - length : frame.left, width: length, height: thick };
    const down = { top: isLow ? bottom - length : frame.top, width: thick, height: length };
    fillBox(bitmap, { ...across, top: isLow ? bottom - thick : frame.top });
    fillBox(bitmap, { ...down, left: isRight ? right - thick : frame.left });
    if (!hasNumbers) continue;
    const left = isRight ? right - inset - letterWidth : frame.left + inset;
    drawText(bitmap, number, { left, top: isLow ? bottom - inset - letterHeight : frame.top + inset, scale });
  }
}

/** A letter in the middle of a ruler, in the place of what the ruler has there: the distance to measure has a name. */
function drawEdgeLetter(
  sheet: TestSheet,
  letter: string,
  middle: { readonly left: number; readonly top: number },
  axis: 'x' | 'y',
): void {
  const scale = Math.max(1, Math.round(sheet.dotsPerMm / 2.5));
  const [width, height] = [textWidth(letter, scale), LETTER_HEIGHT * scale];
  const left = axis === 'x' ? middle.left - (width >> 1) : middle.left + 2 * scale;
  const top = axis === 'y' ? middle.top - (height >> 1) : middle.top + 2 * scale;
  const gap = 2 * scale;
  clearBox(
    sheet.bitmap,
    axis === 'x'
      ? { left: left - gap, top: middle.top, width: width + 2 * gap, height: height + 3 * scale }
      : { left: middle.left, top: top - gap, width: width + 3 * scale, height: height + 2 * gap },
  );
  drawText(sheet.bitmap, letter, { left, top, scale });
}

const RULER_DEPTH_MM = 6;

/** Room that the feed ruler takes from the far side in dots; 0 when the stock is too short for it. */
export function feedRulerDepth(sheet: TestSheet, lengthMm: number): number {
  const length = sheet.feed === 'x' ? sheet.bitmap.widthDots : sheet.bitmap.heightDots;
  const hasRoom = length >= (lengthMm + 2 * CORNER_MM) * sheet.perMm[sheet.feed];
  return hasRoom ? Math.round(RULER_DEPTH_MM * sheet.dotsPerMm) : 0;
}

/** A ruler of this length from tick to tick along the way the paper feeds, in the middle of the far side. */
export function drawFeedRuler(sheet: TestSheet, lengthMm: number, edge: number): void {
  const depth = feedRulerDepth(sheet, lengthMm);
  if (depth === 0) return;
  const { bitmap, feed, dotsPerMm } = sheet;
  const [along, across] = feed === 'x' ? [bitmap.widthDots, bitmap.heightDots] : [bitmap.heightDots, bitmap.widthDots];
  const line = lineOf(sheet);
  const length = lengthMm * sheet.perMm[feed];
  const start = Math.round((along - length) / 2);
  const far = across - edge;
  const put = (from: number, reach: number, size: number, thick: number): void =>
    feed === 'x'
      ? fillBox(bitmap, { left: from, top: far - reach, width: thick, height: size })
      : fillBox(bitmap, { left: far - reach, top: from, width: size, height: thick });
  put(start, line, line, Math.round(length));
  for (let mm = 0; mm <= lengthMm; mm += 10) {
    const tick = Math.round((mm === 0 || mm === lengthMm ? 3 : 1.5) * dotsPerMm);
    put(start + Math.round((mm / lengthMm) * length) - (mm === lengthMm ? 1 : 0), tick, tick, 1);
  }
  const scale = Math.max(1, Math.round(dotsPerMm / 5));
  const text = String(lengthMm);
  const at = start + Math.round(length / 4);
  const beside = far - depth + scale;
  if (feed === 'x') drawText(bitmap, text, { left: at, top: beside, scale });
  else drawText(bitmap, text, { left: beside, top: at, scale });
}
