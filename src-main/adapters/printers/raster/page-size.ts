import type { PdfPage } from './pdfium.ts';

const MM_PER_PT = 25.4 / 72;

export interface PageSizeMm {
  readonly widthMm: number;
  readonly heightMm: number;
}

export function pageSizeMm({ widthPt, heightPt }: PdfPage): PageSizeMm {
  return { widthMm: widthPt * MM_PER_PT, heightMm: heightPt * MM_PER_PT };
}
