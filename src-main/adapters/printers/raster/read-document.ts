import { DEFAULT_PROFILE } from '../../../core/label/printer-profile.ts';
import type { FoundBarcode, LabelDocument } from '../../../app/ports/printing.ts';
import { lookAt, pageDots } from './look.ts';
import { openLabel } from './open-label.ts';
import type { PdfPage } from './pdfium.ts';
import { LABEL_FORMATS, LINEAR_FORMATS, readCodes, type SpottedBarcode } from './read-codes.ts';

const MAX_PAGES_READ = 4;
/** First at a resolution that shows every printable bar, then finer for what was missed. */
const DPI = 300;
const FINE_DPI = 450;
/** A4 at 450 dpi; larger pages are read more coarsely. */
const MAX_PIXELS = 20_000_000;
const PT_PER_INCH = 72;

/**
 * Reads the barcodes on the first pages, each once, before any printer is known. A page without a code of bars is read
 * again finer and more patiently, because a tracking number is what one looks for. Throws LabelUnreadable.
 */
export async function readDocument(document: LabelDocument): Promise<FoundBarcode[]> {
  return openLabel(document, DEFAULT_PROFILE, async (pages) => {
    const found: FoundBarcode[] = [];
    let count = 0;
    for (const { page } of pages) {
      for (const { format, text } of await readPage(page)) {
        if (!found.some((code) => code.format === format && code.text === text)) found.push({ format, text });
      }
      count += 1;
      if (count === MAX_PAGES_READ) break;
    }
    return found;
  });
}

async function readPage(page: PdfPage): Promise<SpottedBarcode[]> {
  const { content } = lookAt(page, pageDots(page, PT_PER_INCH));
  if (content === null) return [];
  const found = await readAt(page, DPI, false);
  const hasBars = found.some((code) => LINEAR_FORMATS.some((format) => format === code.format));
  return hasBars ? found : [...found, ...(await readAt(page, FINE_DPI, true))];
}

function readAt(page: PdfPage, dpi: number, isPatient: boolean): Promise<SpottedBarcode[]> {
  const squareInches = (page.widthPt * page.heightPt) / PT_PER_INCH ** 2;
  const size = pageDots(page, Math.min(dpi, Math.sqrt(MAX_PIXELS / squareInches)));
  const image = page.render(size, { left: 0, top: 0, ...size });
  return readCodes(image, { formats: LABEL_FORMATS, binarizer: 'local', isPatient });
}
