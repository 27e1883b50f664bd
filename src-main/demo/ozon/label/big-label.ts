import type { LabelContent } from './label-content.ts';
import type { LabelSheet } from '../../kit/label/sheet.ts';

/** The stock most sellers of the platform load: 100 × 150 mm, 800 × 1200 dots. */
export const bigLabel = { widthMm: 100, heightMm: 150 };

const left = 40;
const width = 720;

export function drawBigLabel(sheet: LabelSheet, label: LabelContent): void {
  drawHead(sheet, label);
  drawRoute(sheet, label);
  drawAddressee(sheet, label);
  drawFoot(sheet, label);
}

function drawHead(sheet: LabelSheet, label: LabelContent): void {
  sheet.text('Ozon Global', { leftDots: left, baselineDots: 72, widthDots: 300, sizePoints: 15, isBold: true });
  sheet.text(label.routeCode, { leftDots: 420, baselineDots: 76, widthDots: 340, sizePoints: 19, isBold: true });
  sheet.rectangle(left, 96, width, 4);
  sheet.code128(label.upperBarcode, { leftDots: 0, topDots: 124, widthDots: 800, heightDots: 180, moduleDots: 3 });
  sheet.text(label.upperBarcode, {
    leftDots: left,
    baselineDots: 336,
    widthDots: width,
    sizePoints: 9,
    isCentred: true,
  });
  sheet.text(label.postingNumber, {
    leftDots: left,
    baselineDots: 412,
    widthDots: width,
    sizePoints: 26,
    isBold: true,
    isCentred: true,
  });
  sheet.rectangle(left, 440, width, 4);
}

function drawRoute(sheet: LabelSheet, label: LabelContent): void {
  const textWidth = 520;
  const qrDots = sheet.qr(label.scanit, { leftDots: 600, topDots: 472, moduleDots: 7 });
  sheet.text(label.scanit, {
    leftDots: 580,
    baselineDots: 472 + qrDots + 34,
    widthDots: 190,
    sizePoints: 7,
    isCentred: true,
  });
  const rows: [string, number, boolean][] = [
    [label.destination, 20, true],
    [label.methodName, 11, false],
    [`Склад: ${label.warehouse}`, 10, false],
    [`Вес: ${label.weightKg} кг   Мест: 1   Товаров: ${label.pieces}`, 10, false],
    [`Отгрузить до: ${label.shipBy}`, 10, false],
  ];
  let baselineDots = 520;
  for (const [text, sizePoints, isBold] of rows) {
    sheet.text(text, { leftDots: left, baselineDots, widthDots: textWidth, sizePoints, isBold });
    baselineDots += sizePoints > 12 ? 50 : 40;
  }
  sheet.rectangle(left, 712, width, 4);
}

function drawAddressee(sheet: LabelSheet, label: LabelContent): void {
  if (label.addressee === null) {
    sheet.text('Доставка Ozon', { leftDots: left, baselineDots: 776, widthDots: width, sizePoints: 14, isBold: true });
    sheet.text(`Трек-номер: ${label.trackingNumber}`, {
      leftDots: left,
      baselineDots: 826,
      widthDots: width,
      sizePoints: 10,
    });
    return;
  }
  sheet.text('Получатель', { leftDots: left, baselineDots: 750, widthDots: width, sizePoints: 8 });
  sheet.text(label.addressee.name, {
    leftDots: left,
    baselineDots: 796,
    widthDots: width,
    sizePoints: 14,
    isBold: true,
  });
  const rows = [
    ...label.addressee.address,
    `тел. ${label.addressee.phone}`,
    `${label.providerName}: ${label.trackingNumber}`,
  ];
  for (const [index, row] of rows.entries()) {
    sheet.text(row, { leftDots: left, baselineDots: 838 + index * 36, widthDots: width, sizePoints: 10 });
  }
}

function drawFoot(sheet: LabelSheet, label: LabelContent): void {
  sheet.rectangle(left, 1004, width, 4);
  sheet.code128(label.lowerBarcode, { leftDots: 0, topDots: 1028, widthDots: 800, heightDots: 100, moduleDots: 3 });
  sheet.text(label.lowerBarcode, {
    leftDots: left,
    baselineDots: 1164,
    widthDots: width,
    sizePoints: 10,
    isCentred: true,
  });
}
