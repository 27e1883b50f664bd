import { SLIP_PAGES, type DocumentMaker, type SlipDocument } from '../../app/ports/documents.ts';
import { layoutOwnLabel } from '../../core/label/own-label-layout.ts';
import type { Measure } from '../../core/paper/paper.ts';
import { slipPages } from '../../core/slip/slip-pages.ts';
import { FontBook } from './font-book.ts';
import { fontFiles } from './font-files.ts';
import { paperPdf } from './paper-pdf.ts';
import { receiptBytes } from './receipt.ts';
import { Warnings } from './warnings.ts';

export interface DocumentMakerOptions {
  /** The folder of Noto Sans, assets/fonts; the Asian fonts come from their packages. */
  readonly fontsFolder: string;
}

/**
 * Draws own labels and slips with pdf-lib, and receipts with node-thermal-printer, in this very thread. Fonts are read
 * when first needed.
 */
export function createDocumentMaker({ fontsFolder }: DocumentMakerOptions): Omit<DocumentMaker, 'close'> {
  const fonts = new FontBook(fontFiles(fontsFolder));
  const measureFor =
    (country: string | null): Measure =>
    (character, isBold) =>
      fonts.letter(character, isBold, country).widthEm;
  return {
    ownLabel: async (label, dpi) =>
      paperPdf([layoutOwnLabel(label)], { dpi, country: label.receiver.country }, fonts, new Warnings()),
    slipPdf: async (slip, page): Promise<SlipDocument> => {
      const { pages, pageHeightMm } = slipPages(slip, page, measureFor);
      const warnings = new Warnings();
      const documents: Uint8Array[] = [];
      for (let first = 0; first < pages.length; first += SLIP_PAGES) {
        documents.push((await paperPdf(pages.slice(first, first + SLIP_PAGES), page, fonts, warnings)).bytes);
      }
      return { documents, warnings: warnings.list(), pageHeightMm };
    },
    receipt: async (slip, profile) => receiptBytes(slip, profile, fonts),
  };
}
