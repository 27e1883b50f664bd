import type { Size } from '../../../core/label/box.ts';
import { kindOfLabel, type LabelKind } from '../../../core/label/label-kind.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import { LabelUnreadable, type LabelDocument } from '../../../app/ports/printing.ts';
import { drawZpl, type OpenedZpl } from './draw-zpl.ts';
import { gifAsPicture } from './gif-as-picture.ts';
import { picturesPdf, type PdfPicture } from './image-pdf.ts';
import { jpegAsPicture } from './jpeg-as-picture.ts';
import { withPdf, type PdfPage } from './pdfium.ts';
import { pngAsPicture } from './png-as-pdf.ts';
import { waybillAsPicture } from './waybill-picture.ts';

const MAX_BYTES = 25 * 1024 * 1024;
const MAX_PAGES = 100;
const MM_PER_INCH = 25.4;

type Stock = Pick<PrinterProfile, 'mediaWidthMm' | 'mediaHeightMm'>;

/** A page of a label document, with its own commands where it is ZPL. */
export interface LabelPage {
  readonly page: PdfPage;
  readonly zpl: OpenedZpl | null;
}

const PICTURES: Readonly<
  Record<Exclude<LabelKind, 'pdf' | 'zpl' | 'cainiao'>, (bytes: Uint8Array, stock: Size) => PdfPicture>
> = {
  png: pngAsPicture,
  gif: gifAsPicture,
  jpeg: jpegAsPicture,
};

/**
 * Opens a document by what its bytes are, whatever it says it is, and hands out its pages. Only a waybill is taken at its
 * word, because its bytes are no picture. Throws LabelUnreadable.
 */
export async function openLabel<Value>(
  { kind: saidKind, bytes }: LabelDocument,
  stock: Stock,
  use: (pages: Iterable<LabelPage>) => Promise<Value>,
): Promise<Value> {
  if (bytes.length === 0) throw new LabelUnreadable('empty');
  if (bytes.length > MAX_BYTES) throw new LabelUnreadable('too-large');
  if (saidKind === 'cainiao')
    return withPdf(picturesPdf([waybillAsPicture(bytes)]), 1, (pages) => use(withCommands(pages, [])));
  const kind = kindOfLabel(bytes);
  if (kind === null || kind === 'cainiao') throw new LabelUnreadable('unknown-kind');
  if (kind === 'pdf') return withPdf(bytes, MAX_PAGES, (pages) => use(withCommands(pages, [])));
  if (kind === 'zpl') {
    const drawn = await drawZpl(bytes, stock);
    const pdf = picturesPdf(drawn.map(({ picture }) => picture));
    return withPdf(pdf, MAX_PAGES, (pages) =>
      use(
        withCommands(
          pages,
          drawn.map(({ zpl }) => zpl),
        ),
      ),
    );
  }
  const inches = { width: stock.mediaWidthMm / MM_PER_INCH, height: stock.mediaHeightMm / MM_PER_INCH };
  return withPdf(picturesPdf([PICTURES[kind](bytes, inches)]), 1, (pages) => use(withCommands(pages, [])));
}

function* withCommands(pages: Iterable<PdfPage>, commands: readonly OpenedZpl[]): Generator<LabelPage> {
  let index = 0;
  for (const page of pages) {
    yield { page, zpl: commands[index] ?? null };
    index += 1;
  }
}
