import type { LabelContent } from './label-content.ts';
import type { LabelSheet } from '../../kit/label/sheet.ts';

/** 58 × 40 mm, 464 × 320 dots. */
export const smallLabel = { widthMm: 58, heightMm: 40 };

export function drawSmallLabel(sheet: LabelSheet, label: LabelContent): void {
  sheet.text(label.routeCode, { leftDots: 20, baselineDots: 40, widthDots: 210, sizePoints: 10, isBold: true });
  sheet.text(label.shipBy, { leftDots: 236, baselineDots: 38, widthDots: 124, sizePoints: 8 });
  sheet.text(label.postingNumber, { leftDots: 20, baselineDots: 86, widthDots: 330, sizePoints: 13, isBold: true });
  sheet.text(label.destination, { leftDots: 20, baselineDots: 118, widthDots: 330, sizePoints: 8 });
  sheet.text(`${label.weightKg} кг · ${label.warehouse}`, {
    leftDots: 20,
    baselineDots: 146,
    widthDots: 330,
    sizePoints: 7,
  });
  sheet.qr(label.scanit, { leftDots: 370, topDots: 24, moduleDots: 3 });
  // An odd number of digits, as on a parcel split off another, makes the code wider than three dots a module allow.
  const moduleDots = label.lowerBarcode.length % 2 === 0 && label.lowerBarcode.length <= 14 ? 3 : 2;
  sheet.code128(label.lowerBarcode, { leftDots: 0, topDots: 160, widthDots: 464, heightDots: 116, moduleDots });
  sheet.text(label.lowerBarcode, { leftDots: 20, baselineDots: 306, widthDots: 424, sizePoints: 8, isCentred: true });
}
