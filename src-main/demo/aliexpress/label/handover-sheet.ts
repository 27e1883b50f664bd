import type { LabelSheet } from '../../kit/label/sheet.ts';
import type { AliHandover } from '../waybill.ts';

/** 1 the label of the bag, 4 the shipping mark, 512 the list of its parcels. */
export type HandoverPaper = 1 | 4 | 512;

export interface HandoverPage {
  paper: HandoverPaper;
  handover: AliHandover;
  sellerName: string;
}

const titles: Readonly<Record<HandoverPaper, string>> = { 1: 'BAG LABEL', 4: 'SHIPPING MARK', 512: 'HAND-OVER LIST' };
const rowsOnPage = 20;

export function drawHandoverSheet(sheet: LabelSheet, { paper, handover, sellerName }: HandoverPage): void {
  sheet.text(titles[paper], { leftDots: 40, baselineDots: 90, widthDots: 720, sizePoints: 20, isBold: true });
  sheet.text(sellerName, { leftDots: 40, baselineDots: 140, widthDots: 720, sizePoints: 11 });
  sheet.code128(handover.contentCode, { leftDots: 0, topDots: 170, widthDots: 800, heightDots: 160, moduleDots: 3 });
  sheet.text(handover.contentCode, {
    leftDots: 40,
    baselineDots: 372,
    widthDots: 720,
    sizePoints: 12,
    isCentred: true,
  });
  const summary = `${handover.lpCodes.length} parcels   ${(handover.weightGrams / 1_000).toFixed(2)} kg   ${handover.type}`;
  sheet.text(summary, { leftDots: 40, baselineDots: 430, widthDots: 720, sizePoints: 11 });
  if (paper !== 512) return;
  for (const [index, code] of handover.lpCodes.slice(0, rowsOnPage).entries()) {
    sheet.text(`${index + 1}. ${code}`, {
      leftDots: 40,
      baselineDots: 480 + index * 34,
      widthDots: 720,
      sizePoints: 9,
    });
  }
}
