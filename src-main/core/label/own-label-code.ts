import { cleanLine } from '../paper/clean-text.ts';
import { boxOf, textItem, type CodeSymbol, type PaperBox, type PaperItem } from '../paper/paper.ts';
import type { OwnLabel } from './own-label.ts';

const TEXT_MM = 6;
const CAPTION_MM = 3.4;
/** One line at 20 points. */
const NUMBER_MM = 9;

/** The tracking number as a symbol, and in letters beside or under it. */
export function codeItems(label: OwnLabel, box: PaperBox): PaperItem[] {
  return isSquare(label.symbol) ? squareItems(label, box) : wideItems(label, box);
}

export const isSquare = (symbol: CodeSymbol): boolean => symbol === 'qr' || symbol === 'datamatrix';

function wideItems({ symbol, trackingNumber }: OwnLabel, box: PaperBox): PaperItem[] {
  const text = boxOf(box.leftMm + 2, box.topMm + box.heightMm - TEXT_MM, box.widthMm - 4, TEXT_MM - 0.4);
  const code = boxOf(box.leftMm + 0.6, box.topMm + 1.6, box.widthMm - 1.2, box.heightMm - TEXT_MM - 2);
  return [
    { kind: 'code', ...code, symbol, text: trackingNumber },
    textItem(text, spacedNumber(trackingNumber), 14, { isBold: true, align: 'center', vertical: 'middle' }),
  ];
}

function squareItems({ symbol, trackingNumber }: OwnLabel, box: PaperBox): PaperItem[] {
  const side = box.heightMm - 1.4;
  const leftMm = box.leftMm + side + 3;
  const widthMm = box.widthMm - side - 5;
  const topMm = box.topMm + box.heightMm * 0.22;
  return [
    { kind: 'code', ...boxOf(box.leftMm + 1, box.topMm + 1, side, side - 0.4), symbol, text: trackingNumber },
    textItem(boxOf(leftMm, topMm, widthMm, CAPTION_MM), 'TRACKING NUMBER', 8, { isBold: true }),
    textItem(boxOf(leftMm, topMm + CAPTION_MM, widthMm, NUMBER_MM), spacedNumber(trackingNumber), 20, {
      isBold: true,
    }),
  ];
}

/** Numbers of the postal union are read in groups (S10): RB 123 456 785 CN. Others stand as they are. */
export function spacedNumber(trackingNumber: string): string {
  const text = cleanLine(trackingNumber);
  const [, service, one, two, three, country] = /^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/.exec(text) ?? [];
  return service === undefined ? text : [service, one, two, three, country].join(' ');
}
