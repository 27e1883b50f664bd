import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Size } from '../../../core/label/box.ts';

/** FPDF_PAGEOBJ_IMAGE (fpdf_edit.h). */
const IMAGE = 3;
/** The picture may miss the page's edges by so much of the page. */
const COVERS = 0.01;

/**
 * Pixels of a page that is nothing but one picture, as carriers make them: drawn at the picture's own grid such a page
 * keeps every dot. Null on any other page.
 */
export function pictureSize(module: WrappedPdfiumModule, page: number, pagePt: Size): Size | null {
  if (module.FPDFPage_CountObjects(page) !== 1) return null;
  const picture = module.FPDFPage_GetObject(page, 0);
  if (picture === 0 || module.FPDFPageObj_GetType(picture) !== IMAGE) return null;
  const out = module.pdfium.wasmExports.malloc(16);
  try {
    const isAcross = module.FPDFPage_GetRotation(page) % 2 === 1;
    if (!module.FPDFPageObj_GetBounds(picture, out, out + 4, out + 8, out + 12)) return null;
    const [left, bottom, right, top] = [0, 4, 8, 12].map((offset) => module.pdfium.getValue(out + offset, 'float'));
    const drawn = turned({ width: (right ?? 0) - (left ?? 0), height: (top ?? 0) - (bottom ?? 0) }, isAcross);
    const isWhole =
      Math.abs(drawn.width / pagePt.width - 1) < COVERS && Math.abs(drawn.height / pagePt.height - 1) < COVERS;
    if (!isWhole || !module.FPDFImageObj_GetImagePixelSize(picture, out, out + 4)) return null;
    const width = module.pdfium.getValue(out, 'i32');
    const height = module.pdfium.getValue(out + 4, 'i32');
    return turned({ width, height }, isAcross);
  } finally {
    module.pdfium.wasmExports.free(out);
  }
}

function turned({ width, height }: Size, isAcross: boolean): Size {
  return isAcross ? { width: height, height: width } : { width, height };
}
