import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { fontkitForPdf } from '../../kit/label/font-adapter.ts';
import { LabelSheet } from '../../kit/label/sheet.ts';
import { addressRows, type LabelContent } from './label-content.ts';

/** The carriers' stock: 4 × 6 inches. */
const stock = { widthMm: 101.6, heightMm: 152.4 };
const left = 40;
const width = 732;

/** The label as a PDF page; the fonts of `assetsDir/fonts` are read at the first one. */
export function createDrawPdf(assetsDir: string): (content: LabelContent) => Promise<Uint8Array> {
  let fontBytes: Promise<[Uint8Array, Uint8Array]> | null = null;
  const readFonts = (): Promise<[Uint8Array, Uint8Array]> =>
    Promise.all([
      readFile(join(assetsDir, 'fonts', 'NotoSans-Regular.ttf')),
      readFile(join(assetsDir, 'fonts', 'NotoSans-Bold.ttf')),
    ]);
  return async (content) => {
    fontBytes ??= readFonts();
    const [regular, bold] = await fontBytes;
    const document = await PDFDocument.create();
    document.registerFontkit(fontkitForPdf);
    const fonts = {
      regular: await document.embedFont(regular, { subset: true }),
      bold: await document.embedFont(bold, { subset: true }),
    };
    drawLabel(new LabelSheet(document.addPage(), fonts, stock), content);
    return await document.save();
  };
}

function drawLabel(sheet: LabelSheet, content: LabelContent): void {
  sheet.text(content.carrierName, { leftDots: left, baselineDots: 84, widthDots: 480, sizePoints: 20, isBold: true });
  sheet.text(content.serviceName, { leftDots: left, baselineDots: 126, widthDots: 480, sizePoints: 10 });
  sheet.qr(content.trackingId, { leftDots: 600, topDots: 24, moduleDots: 5 });
  sheet.rectangle(left, 190, width, 4);
  rows(sheet, addressRows(content.from), { topDots: 224, stepDots: 28, sizePoints: 8 });
  sheet.rectangle(left, 400, width, 2);
  sheet.text('SHIP TO', { leftDots: left, baselineDots: 440, widthDots: 200, sizePoints: 9, isBold: true });
  rows(sheet, addressRows(content.to), { topDots: 486, stepDots: 42, sizePoints: 13 });
  sheet.rectangle(left, 760, width, 4);
  sheet.text(content.trackingId, {
    leftDots: left,
    baselineDots: 810,
    widthDots: width,
    sizePoints: 13,
    isBold: true,
    isCentred: true,
  });
  sheet.code128(content.trackingId, { leftDots: 0, topDots: 836, widthDots: 812, heightDots: 220, moduleDots: 2 });
  sheet.rectangle(left, 1_090, width, 2);
  sheet.text(content.orderId, { leftDots: left, baselineDots: 1_136, widthDots: 460, sizePoints: 9 });
  sheet.text(content.customText, { leftDots: 520, baselineDots: 1_136, widthDots: 250, sizePoints: 9, isBold: true });
}

function rows(
  sheet: LabelSheet,
  texts: readonly string[],
  { topDots, stepDots, sizePoints }: { topDots: number; stepDots: number; sizePoints: number },
): void {
  for (const [index, text] of texts.entries()) {
    sheet.text(text, { leftDots: left, baselineDots: topDots + index * stepDots, widthDots: width, sizePoints });
  }
}
