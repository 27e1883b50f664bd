import bwipjs from 'bwip-js/node';
import { PDFDocument, rgb, type PDFPage } from 'pdf-lib';

const BLACK = rgb(0, 0, 0);
/** One dot of a 203 dpi head, in points. */
export const DOT_PT = 72 / 203;

/** A PDF with one page for each size; `draw` draws them. */
export async function pdfOf(
  sizes: readonly (readonly [number, number])[],
  draw: (page: PDFPage, index: number) => void | Promise<void>,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const [index, [width, height]] of sizes.entries()) await draw(document.addPage([width, height]), index);
  return document.save();
}

/** Bars and spaces of a barcode, in modules. */
function widths(text: string): number[] {
  const [symbol] = bwipjs.raw({ bcid: 'code128', text }) as { sbs?: number[] }[];
  if (symbol?.sbs === undefined) throw new Error('no bars');
  return symbol.sbs;
}

/** Draws a Code 128 with its lower left corner at (x, y) and answers its width, all in points. */
export function drawCode128(
  page: PDFPage,
  text: string,
  { x, y, height, modulePt }: { x: number; y: number; height: number; modulePt: number },
): number {
  let at = x;
  widths(text).forEach((modules, index) => {
    const width = modules * modulePt;
    if (index % 2 === 0) page.drawRectangle({ x: at, y, width, height, color: BLACK });
    at += width;
  });
  return at - x;
}

/** A label with a frame and a barcode, its lower left corner at (x, y). */
export function drawLabel(page: PDFPage, text: string, x: number, y: number, width: number, height: number): void {
  page.drawRectangle({ x: x + 2, y: y + 2, width: width - 4, height: height - 4, borderColor: BLACK, borderWidth: 2 });
  drawCode128(page, text, { x: x + 20, y: y + height / 3, height: 70, modulePt: 3 * DOT_PT });
  for (let line = 1; line < 8; line += 1) {
    page.drawText(`Line ${line} of ${text}`, { x: x + 12, y: y + height - 14 * line - 6, size: 10 });
  }
}

/** Writing as instructions have it, all over a part of the page. */
export function drawWords(page: PDFPage, x: number, y: number, width: number, height: number): void {
  for (let line = y; line < y + height - 8; line += 9) {
    page.drawText(
      'Fold here, put it into the pouch and hand it over before noon '.repeat(3).slice(0, Math.floor(width / 4.2)),
      {
        x,
        y: line,
        size: 8,
      },
    );
  }
}

/** The smallest PDF made of these objects; the first is the catalogue. `trailer` goes into the trailer. */
export function handmadePdf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** A page of this MediaBox with a black square of 100 points in its lower left corner. */
export function squarePdf(mediaBox: string, more = ''): Uint8Array {
  const content = '0 0 100 100 re f';
  return handmadePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] ${more} /Contents 4 0 R /Resources << >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]);
}
