import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { Box, Size } from '../../../core/label/box.ts';
import type { PageLook } from '../../../core/label/fit.ts';
import { cutOut, inkBoxOf } from '../../../core/label/move-ink.ts';
import { LabelUnreadable } from '../../../app/ports/printing.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import { THRESHOLD } from './pack-dots.ts';
import type { PdfPage } from './pdfium.ts';

const PT_PER_INCH = 72;
const MM_PER_INCH = 25.4;
const MAX_PAGE_INCHES = 60;
/** A4 at 300 dpi are 8.7 million; larger pages are looked at more coarsely. */
const LOOK_PIXELS = 12_000_000;
/** A picture this near to the page's size in dots, or to a simple multiple of it, sets the grid. */
const NEAR_PICTURE = 0.025;
const PICTURE_RATIOS = [1, 2, 3, 1 / 2, 1 / 3, 3 / 2, 2 / 3] as const;

/** A page drawn once, as dots: at its own size in head dots, or a whole number of times smaller when it is very large. */
export interface SeenPage extends PageLook {
  readonly dots: Bitmap;
  /** Head dots for each dot of `dots`. */
  readonly coarseness: number;
}

/** Draws the page, so many head dots large, and finds its ink. Throws LabelUnreadable for one beyond all labels. */
export function lookAt(page: PdfPage, { width, height }: Size, inkThreshold = THRESHOLD): SeenPage {
  const { widthPt, heightPt } = page;
  const isSized = widthPt > 0 && heightPt > 0 && Math.max(widthPt, heightPt) <= MAX_PAGE_INCHES * PT_PER_INCH;
  if (!isSized) throw new LabelUnreadable('too-large');
  const coarseness = Math.max(1, Math.ceil(Math.sqrt((width * height) / LOOK_PIXELS)));
  const size = { width: Math.ceil(width / coarseness), height: Math.ceil(height / coarseness) };
  const dots = page.renderDots(size, { left: 0, top: 0, ...size }, inkThreshold);
  const ink = inkBoxOf(dots);
  return {
    width,
    height,
    content: ink === null ? null : enlarged(ink, coarseness, { width, height }),
    dots,
    coarseness,
  };
}

/** The ink in a part of the page, in head dots like the part. */
export function inkIn({ dots, coarseness, width, height }: SeenPage, part: Box): Box | null {
  const coarse = {
    left: Math.floor(part.left / coarseness),
    top: Math.floor(part.top / coarseness),
    width: Math.max(1, Math.floor(part.width / coarseness)),
    height: Math.max(1, Math.floor(part.height / coarseness)),
  };
  const ink = inkBoxOf(cutOut(dots, coarse));
  if (ink === null) return null;
  const box = { ...ink, left: ink.left + coarse.left, top: ink.top + coarse.top };
  return enlarged(box, coarseness, { width, height });
}

/** A box on the coarse look in head dots, not beyond the page. */
export function enlarged(box: Box, coarseness: number, page: Size): Box {
  const [left, top] = [box.left * coarseness, box.top * coarseness];
  return {
    left,
    top,
    width: Math.min(page.width - left, box.width * coarseness),
    height: Math.min(page.height - top, box.height * coarseness),
  };
}

/**
 * The page in head dots on its own grid, so that bars keep a whole number of dots. A page that is one picture has the
 * picture's grid. On a "203 dpi" head, pages in quarter inches are drawn for 203 dots an inch (4×6 in is 812×1218),
 * all others for 8 dots a millimetre.
 */
export function pageGrid(page: PdfPage, dpi: PrinterProfile['dpi']): Size {
  const isInches = [page.widthPt, page.heightPt].every((size) => Math.abs(size / 18 - Math.round(size / 18)) < 0.02);
  const plain = pageDots(page, dpi === 203 && !isInches ? 8 * MM_PER_INCH : dpi);
  const { picture } = page;
  const grids =
    picture === null
      ? []
      : PICTURE_RATIOS.map((ratio) => ({ width: picture.width * ratio, height: picture.height * ratio }));
  const isNear = (size: number, wanted: number): boolean =>
    Number.isInteger(size) && Math.abs(size / wanted - 1) < NEAR_PICTURE;
  return grids.find((grid) => isNear(grid.width, plain.width) && isNear(grid.height, plain.height)) ?? plain;
}

/** The page's size at so many dots an inch, at least one. */
export function pageDots({ widthPt, heightPt }: PdfPage, perInch: number): Size {
  return {
    width: Math.max(1, Math.round((widthPt / PT_PER_INCH) * perInch)),
    height: Math.max(1, Math.round((heightPt / PT_PER_INCH) * perInch)),
  };
}
