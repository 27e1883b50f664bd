import type { LabelSheet } from '../../kit/label/sheet.ts';
import { solutionOf } from '../services.ts';
import type { AliWaybill } from '../waybill.ts';

/** The stock of online shipping: 100 × 150 mm, 800 × 1200 dots. */
export const waybillLabelSize = { widthMm: 100, heightMm: 150 };

const left = 40;
const width = 720;

/** Address, customs lines and both codes of one parcel. Texts are Latin or Cyrillic, as customs want them. */
export function drawWaybillLabel(sheet: LabelSheet, waybill: AliWaybill): void {
  drawHead(sheet, waybill);
  drawReceiver(sheet, waybill);
  drawCustoms(sheet, waybill);
  drawFoot(sheet, waybill);
}

function drawHead(sheet: LabelSheet, waybill: AliWaybill): void {
  const { country } = waybill.receiver;
  sheet.text('CAINIAO', { leftDots: left, baselineDots: 76, widthDots: 300, sizePoints: 18, isBold: true });
  sheet.text(solutionOf(waybill.solutionId)?.declareKey ?? '', {
    leftDots: 350,
    baselineDots: 72,
    widthDots: 300,
    sizePoints: 9,
  });
  sheet.text(country, { leftDots: 660, baselineDots: 82, widthDots: 100, sizePoints: 24, isBold: true });
  sheet.rectangle(left, 100, width, 4);
  sheet.code128(waybill.internationalNo, { leftDots: 0, topDots: 124, widthDots: 800, heightDots: 170, moduleDots: 3 });
  sheet.text(waybill.internationalNo, {
    leftDots: left,
    baselineDots: 334,
    widthDots: width,
    sizePoints: 13,
    isBold: true,
    isCentred: true,
  });
  sheet.rectangle(left, 356, width, 4);
}

function drawReceiver(sheet: LabelSheet, waybill: AliWaybill): void {
  const { receiver } = waybill;
  sheet.text('To:', { leftDots: left, baselineDots: 400, widthDots: 60, sizePoints: 9 });
  sheet.text(receiver.name, { leftDots: 100, baselineDots: 404, widthDots: 660, sizePoints: 13, isBold: true });
  const rows = [
    receiver.street,
    [receiver.city, receiver.province].filter(Boolean).join(', '),
    `${receiver.postCode}  ${receiver.country}`,
    `Tel: ${receiver.phone}`,
    `From: ${waybill.senderName}`,
  ];
  for (const [index, row] of rows.entries()) {
    sheet.text(row, { leftDots: 100, baselineDots: 446 + index * 40, widthDots: 660, sizePoints: 10 });
  }
  sheet.rectangle(left, 636, width, 4);
}

function drawCustoms(sheet: LabelSheet, waybill: AliWaybill): void {
  sheet.text('Customs declaration CN22', {
    leftDots: left,
    baselineDots: 678,
    widthDots: width,
    sizePoints: 9,
    isBold: true,
  });
  for (const [index, one] of waybill.declared.slice(0, 4).entries()) {
    const baselineDots = 718 + index * 38;
    sheet.text(one.enName, { leftDots: left, baselineDots, widthDots: 400, sizePoints: 9 });
    sheet.text(`× ${one.quantity}`, { leftDots: 460, baselineDots, widthDots: 80, sizePoints: 9 });
    sheet.text(`${(one.weightKg * one.quantity).toFixed(3)} kg`, {
      leftDots: 550,
      baselineDots,
      widthDots: 110,
      sizePoints: 9,
    });
    sheet.text(`$${one.amount.toFixed(2)}`, { leftDots: 670, baselineDots, widthDots: 100, sizePoints: 9 });
  }
  const undeliverable = waybill.undeliverableDecision === 1 ? 'Treat as abandoned' : 'Return to sender';
  sheet.text(`Undeliverable: ${undeliverable}`, { leftDots: left, baselineDots: 884, widthDots: width, sizePoints: 8 });
  sheet.rectangle(left, 908, width, 4);
}

function drawFoot(sheet: LabelSheet, waybill: AliWaybill): void {
  sheet.code128(waybill.lpCode, { leftDots: 0, topDots: 932, widthDots: 800, heightDots: 120, moduleDots: 3 });
  sheet.text(waybill.lpCode, { leftDots: left, baselineDots: 1092, widthDots: width, sizePoints: 10, isCentred: true });
  sheet.text(`Order ${waybill.orderId}`, {
    leftDots: left,
    baselineDots: 1140,
    widthDots: width,
    sizePoints: 8,
    isCentred: true,
  });
}
