import { pdfToPng } from '../../kit/label/pdf-to-png.ts';
import { createDrawPdf } from './draw-pdf.ts';
import { drawZpl } from './draw-zpl.ts';
import type { LabelContent, LabelFile } from './label-content.ts';

/** The bytes of a label file. */
export type DrawLabel = (content: LabelContent, file: LabelFile, dpi: number) => Promise<Uint8Array>;

export function createDrawLabel(assetsDir: string): DrawLabel {
  const drawPdf = createDrawPdf(assetsDir);
  return async (content, file, dpi) => {
    if (file === 'ZPL') return Buffer.from(drawZpl(content, dpi));
    const pdf = await drawPdf(content);
    return file === 'PDF' ? pdf : pdfToPng(pdf, dpi);
  };
}
