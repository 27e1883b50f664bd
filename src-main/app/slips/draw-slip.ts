import type { FitChoice } from '../../core/label/fit-choice.ts';
import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import { joinBytes } from '../../core/shared/join-bytes.ts';
import type { Slip } from '../../core/slip/slip.ts';
import type { AppDeps } from '../deps.ts';
import { payloadFor } from '../printers/payload.ts';
import type { PrintPayload } from '../ports/printers.ts';
import type { RasterPage } from '../ports/printing.ts';
import { isReceiptPrinter } from './slip-printer.ts';

type Deps = Pick<AppDeps, 'documents' | 'rasteriser' | 'encode'>;

/** Our own pages have the size of the stock: nothing is to be found, cut or turned. */
const WHOLE_PAGE: FitChoice = {
  box: { left: 0, top: 0, width: 1, height: 1 },
  quarterTurns: 0,
  scale: 'own-size',
};

/** Print heads leave so much of a roll unprinted (58 mm: 48 mm, 80 mm: 72 mm). */
const ROLL_MM = [
  { upToMm: 62, printedMm: 48 },
  { upToMm: 84, printedMm: 72 },
];

export interface DrawnSlip {
  readonly payload: PrintPayload;
  readonly pageCount: number;
  readonly warnings: readonly string[];
}

/** A slip as its printer takes it: a receipt in its own language, or pages as dots. */
export async function drawSlip(deps: Deps, slip: Slip, profile: PrinterProfile): Promise<DrawnSlip> {
  if (isReceiptPrinter(profile)) {
    const { bytes, warnings } = await deps.documents.receipt(slip, profile);
    return { payload: { kind: 'raw', bytes }, pageCount: paperCount(slip), warnings };
  }
  const { documents, stock, warnings } = await slipDocuments(deps, slip, profile);
  const parts: PrintPayload[] = [];
  let pageCount = 0;
  // Part by part: a page's dots take much more memory than their bytes in a printer's language.
  for (const bytes of documents) {
    const bitmaps = (await pagesOf(deps, bytes, stock)).map((page) => page.bitmap);
    parts.push(payloadFor(bitmaps, profile, deps.encode));
    pageCount += bitmaps.length;
  }
  return { payload: joined(parts, profile), pageCount, warnings };
}

/** All parts as one job: it has one outcome. */
function joined(parts: readonly PrintPayload[], { language, dpi }: PrinterProfile): PrintPayload {
  if (language === 'page') {
    return { kind: 'pages', pages: parts.flatMap((part) => (part.kind === 'pages' ? part.pages : [])), dpi };
  }
  return { kind: 'raw', bytes: joinBytes(parts.flatMap((part) => (part.kind === 'raw' ? [part.bytes] : []))) };
}

const paperCount = (slip: Slip): number =>
  slip.kind === 'pick-list' ? 1 : slip.kind === 'packing-slip' ? slip.orders.length : slip.cards.length;

export interface SlipPictures {
  readonly pages: readonly RasterPage[];
  readonly widthMm: number;
  readonly warnings: readonly string[];
}

/** What will come out, as pictures of the first pages; of a receipt with our letters in the place of the printer's. */
export async function pictureSlip(
  deps: Deps,
  slip: Slip,
  profile: PrinterProfile,
  pageLimit: number,
): Promise<SlipPictures> {
  const { documents, stock, warnings } = await slipDocuments(deps, slip, profile);
  const pages: RasterPage[] = [];
  for (const bytes of documents) {
    if (pages.length < pageLimit) pages.push(...(await pagesOf(deps, bytes, stock)));
  }
  return { pages: pages.slice(0, pageLimit), widthMm: stock.mediaWidthMm, warnings };
}

interface SlipDocuments {
  readonly documents: readonly Uint8Array[];
  /** The printer with the paper that the pages are made for. */
  readonly stock: PrinterProfile;
  readonly warnings: readonly string[];
}

async function slipDocuments(deps: Deps, slip: Slip, profile: PrinterProfile): Promise<SlipDocuments> {
  const isRoll = isReceiptPrinter(profile);
  const widthMm = isRoll ? rollMm(profile) : profile.mediaWidthMm;
  const size = { widthMm, heightMm: isRoll ? null : profile.mediaHeightMm, dpi: profile.dpi };
  const { documents, pageHeightMm, warnings } = await deps.documents.slipPdf(slip, size);
  const stock = isRoll ? { ...profile, mediaWidthMm: widthMm, mediaHeightMm: pageHeightMm } : profile;
  return { documents, stock, warnings };
}

function pagesOf(deps: Deps, bytes: Uint8Array, stock: PrinterProfile): Promise<readonly RasterPage[]> {
  return deps.rasteriser.rasterise({ kind: 'pdf', bytes }, stock, { fit: WHOLE_PAGE });
}

function rollMm({ mediaWidthMm }: PrinterProfile): number {
  return ROLL_MM.find(({ upToMm }) => mediaWidthMm <= upToMm)?.printedMm ?? mediaWidthMm;
}
