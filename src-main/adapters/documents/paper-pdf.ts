import { PDFDocument, type PDFFont } from 'pdf-lib';
import type { MadeDocument } from '../../app/ports/documents.ts';
import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import { floorPt, type PaperPage } from '../../core/paper/paper.ts';
import { pdfFontkit } from './font-adapter.ts';
import type { FontBook } from './font-book.ts';
import type { FaceName } from './font-files.ts';
import { drawPage } from './page-sheet.ts';
import type { Warnings } from './warnings.ts';

export interface PdfOptions {
  readonly dpi: PrinterProfile['dpi'];
  /** Whose way of writing Chinese characters is used where a text does not say. */
  readonly country?: string | null;
}

/** Draws pages into a PDF with the letters they use, and no others, embedded. Errors: BarcodeImpossible. */
export async function paperPdf(
  pages: readonly PaperPage[],
  { dpi, country = null }: PdfOptions,
  fonts: FontBook,
  warnings: Warnings,
): Promise<MadeDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(pdfFontkit);
  const embedded = new Map<string, Promise<PDFFont>>();
  const embed = (face: FaceName, isBold: boolean): Promise<PDFFont> => {
    const key = `${face}:${isBold}`;
    const font = embedded.get(key) ?? document.embedFont(fonts.bytes(face, isBold), { subset: true });
    embedded.set(key, font);
    return font;
  };
  for (const page of pages) {
    await drawPage(page, { document, fonts, embed, warnings, dpi, country, floorPt: floorPt(dpi) });
  }
  return { bytes: await document.save(), warnings: warnings.list() };
}
