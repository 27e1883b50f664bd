import { LabelUnreadable, type LabelDocument } from '../../../app/ports/printing.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import { withPdf, type PdfPage } from './pdfium.ts';
import { pngAsPdf } from './png-as-pdf.ts';
import { isPng } from './png-file.ts';

const MAX_BYTES = 25 * 1024 * 1024;
const MAX_PAGES = 100;
const MM_PER_INCH = 25.4;
/** PDF readers look for the header in the first 1024 bytes (ISO 32000-1, annex H.3). */
const PDF_HEADER_WITHIN = 1024;

/** Opens a document by what its bytes are, whatever it says it is, and hands out its pages. Throws LabelUnreadable. */
export async function openLabel<Value>(
  { bytes }: LabelDocument,
  stock: Pick<PrinterProfile, 'mediaWidthMm' | 'mediaHeightMm'>,
  use: (pages: Iterable<PdfPage>) => Promise<Value>,
): Promise<Value> {
  if (bytes.length === 0) throw new LabelUnreadable('empty');
  if (bytes.length > MAX_BYTES) throw new LabelUnreadable('too-large');
  if (isPng(bytes)) {
    const inches = { width: stock.mediaWidthMm / MM_PER_INCH, height: stock.mediaHeightMm / MM_PER_INCH };
    return withPdf(pngAsPdf(bytes, inches), 1, use);
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_HEADER_WITHIN));
  if (!head.includes('%PDF-')) throw new LabelUnreadable('not-pdf-or-png');
  return withPdf(bytes, MAX_PAGES, use);
}
