import { blankBitmap, type Bitmap } from '../../../core/label/bitmap.ts';
import { drawText, LETTER_HEIGHT, textWidth } from '../../../core/label/dot-font.ts';
import { outlineBox } from '../../../core/label/draw.ts';
import { waybillOf } from '../../../app/ports/waybill.ts';
import type { PdfPicture } from './image-pdf.ts';

const DOTS_PER_MM = 8;
const PT_PER_INCH = 72;
const MM_PER_INCH = 25.4;
/** The paper of most waybills (Cainiao cloud print, paperSize). */
const PAGE_MM = { width: 100, height: 180 };
const BORDER_DOTS = 4;
const EDGE_DOTS = 40;
const GAP_DOTS = 28;
/** Letters are at most so many times as large as their dots. */
const SCALES = { number: 8, words: 5 };

/**
 * A page in the place of a waybill, of which only the print client can make a picture: its number, its carrier, and that
 * the label itself looks otherwise. It has no barcode, so that nobody can take it for a label. Throws LabelUnreadable.
 */
export function waybillAsPicture(bytes: Uint8Array): PdfPicture {
  const { waybillCode, cpCode } = waybillOf({ bytes });
  const page = blankBitmap(PAGE_MM.width * DOTS_PER_MM, PAGE_MM.height * DOTS_PER_MM);
  outlineBox(page, { left: 0, top: 0, width: page.widthDots, height: page.heightDots }, BORDER_DOTS);
  const lines = [
    { text: 'CAINIAO WAYBILL', most: SCALES.words },
    { text: waybillCode.toUpperCase(), most: SCALES.number },
    { text: cpCode.toUpperCase().replaceAll('_', ' '), most: SCALES.words },
    { text: 'DRAWN BY THE', most: SCALES.words },
    { text: 'CAINIAO PRINT CLIENT', most: SCALES.words },
  ].map((line) => ({ ...line, scale: scaleFor(line.text, line.most, page) }));
  const height = lines.reduce((sum, { scale }) => sum + LETTER_HEIGHT * scale + GAP_DOTS, -GAP_DOTS);
  let top = Math.round((page.heightDots - height) / 2);
  for (const { text, scale } of lines) {
    drawText(page, text, { left: Math.round((page.widthDots - textWidth(text, scale)) / 2), top, scale });
    top += LETTER_HEIGHT * scale + GAP_DOTS;
  }
  return pictureOf(page);
}

function scaleFor(text: string, most: number, { widthDots }: Bitmap): number {
  const room = widthDots - 2 * EDGE_DOTS;
  return Math.max(1, Math.min(most, Math.floor(room / Math.max(1, textWidth(text, 1)))));
}

function pictureOf({ widthDots: width, heightDots: height, data }: Bitmap): PdfPicture {
  // A bitmap's black is one, a PDF's is zero.
  const whiteIsOne = data.map((bits) => ~bits);
  const points = (mm: number): number => (mm / MM_PER_INCH) * PT_PER_INCH;
  return {
    image: { width, height, bitDepth: 1, colorSpace: '/DeviceGray', filter: '', data: whiteIsOne },
    widthPt: points(PAGE_MM.width),
    heightPt: points(PAGE_MM.height),
  };
}
