import type { Size } from '../../../core/label/fit.ts';
import { dotsPerMm, type PrinterProfile } from '../../../core/label/printer-profile.ts';
import type { PdfPage } from './pdfium.ts';

export const MM_PER_INCH = 25.4;
const PT_PER_INCH = 72;
/** A picture this near to the page's size in dots, or to a simple multiple of it, sets the grid. */
const NEAR_PICTURE = 0.025;
const PICTURE_RATIOS = [1, 2, 3, 4, 1 / 2, 1 / 3, 1 / 4] as const;

/** A page in pixels at a resolution, at least one each way. */
export function pageAt(page: Pick<PdfPage, 'widthPt' | 'heightPt'>, perInch: number): Size {
  return {
    width: Math.max(1, Math.round((page.widthPt / PT_PER_INCH) * perInch)),
    height: Math.max(1, Math.round((page.heightPt / PT_PER_INCH) * perInch)),
  };
}

/**
 * The page in head dots on its own grid, so that bars keep a whole number of dots. A page that is one picture has the
 * picture's grid. Otherwise pages in inches are drawn for 203 dots an inch (4×6 in is 812×1218) and pages in
 * millimetres for 8 dots a millimetre; the one that comes nearer to whole dots is taken.
 */
export function pageGrid(page: Pick<PdfPage, 'widthPt' | 'heightPt' | 'picture'>, dpi: PrinterProfile['dpi']): Size {
  const perInch = dpi === 203 && offWhole(page, 8 * MM_PER_INCH) < offWhole(page, 203) ? 8 * MM_PER_INCH : dpi;
  const plain = pageAt(page, perInch);
  const { picture } = page;
  if (picture === null) return plain;
  for (const ratio of PICTURE_RATIOS) {
    const width = picture.width * ratio;
    const height = picture.height * ratio;
    const isNear = Math.abs(width / plain.width - 1) < NEAR_PICTURE && Math.abs(height / plain.height - 1) < NEAR_PICTURE;
    if (isNear && Number.isInteger(width) && Number.isInteger(height)) return { width, height };
  }
  return plain;
}

function offWhole(page: Pick<PdfPage, 'widthPt' | 'heightPt'>, perInch: number): number {
  const off = (points: number): number => {
    const dots = (points / PT_PER_INCH) * perInch;
    return Math.abs(dots - Math.round(dots));
  };
  return off(page.widthPt) + off(page.heightPt);
}

/** The stock in dots, as the label lies before the printer's own rotation. */
export function stockDots(profile: PrinterProfile): Size {
  const perMm = dotsPerMm(profile.dpi);
  const width = Math.min(profile.headDots, Math.round(profile.mediaWidthMm * perMm));
  const height = Math.round(profile.mediaHeightMm * perMm);
  return profile.rotation === 90 || profile.rotation === 270 ? { width: height, height: width } : { width, height };
}

/** The profile's offset in dots; it moves the print on the paper, so it is turned back by the printer's own rotation. */
export function shiftDots(profile: PrinterProfile): { readonly x: number; readonly y: number } {
  const x = Math.round(profile.offsetXMm * dotsPerMm(profile.dpi));
  const y = Math.round(profile.offsetYMm * dotsPerMm(profile.dpi));
  // Adding zero turns -0 into 0.
  if (profile.rotation === 90) return { x: y, y: -x + 0 };
  if (profile.rotation === 180) return { x: -x + 0, y: -y + 0 };
  return profile.rotation === 270 ? { x: -y + 0, y: x } : { x, y };
}
