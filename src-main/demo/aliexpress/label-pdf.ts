import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { fontkitForPdf } from '../kit/label/font-adapter.ts';
import { LabelSheet, type LabelFonts } from '../kit/label/sheet.ts';
import { drawWaybillLabel, waybillLabelSize } from './label/waybill-label.ts';
import { drawHandoverSheet, type HandoverPage } from './label/handover-sheet.ts';
import type { AliWaybill } from './waybill.ts';

/** A PDF with one page a waybill, in the order asked for. */
export type LabelPdf = (waybills: readonly AliWaybill[]) => Promise<Uint8Array>;
export type HandoverPdf = (page: HandoverPage) => Promise<Uint8Array>;

/** Draws with the fonts of `assetsDir/fonts`, read at the first label. */
export function createPdfs(assetsDir: string): { labelPdf: LabelPdf; handoverPdf: HandoverPdf } {
  let fontBytes: Promise<[Uint8Array, Uint8Array]> | null = null;
  const draw = async (pages: readonly ((sheet: LabelSheet) => void)[]): Promise<Uint8Array> => {
    fontBytes ??= readFonts(assetsDir);
    const [regular, bold] = await fontBytes;
    const document = await PDFDocument.create();
    document.registerFontkit(fontkitForPdf);
    const fonts: LabelFonts = {
      regular: await document.embedFont(regular, { subset: true }),
      bold: await document.embedFont(bold, { subset: true }),
    };
    for (const page of pages) page(new LabelSheet(document.addPage(), fonts, waybillLabelSize));
    return await document.save();
  };
  return {
    labelPdf: (waybills) => draw(waybills.map((waybill) => (sheet: LabelSheet) => drawWaybillLabel(sheet, waybill))),
    handoverPdf: (page) => draw([(sheet) => drawHandoverSheet(sheet, page)]),
  };
}

function readFonts(assetsDir: string): Promise<[Uint8Array, Uint8Array]> {
  const fonts = join(assetsDir, 'fonts');
  return Promise.all([readFile(join(fonts, 'NotoSans-Regular.ttf')), readFile(join(fonts, 'NotoSans-Bold.ttf'))]);
}
