import type { Box, Size } from '../../../core/label/fit.ts';
import { inkBox, type InkMap } from '../../../core/label/ink-map.ts';
import { pageAt } from './page-grid.ts';
import type { PdfPage } from './pdfium.ts';

/** Fine enough to see a hairline frame, quick on an A4 sheet. */
const SHEET_DPI = 72;
/** Labels are small enough for a closer look, which makes "would lose ink" exact to a dot or two. */
const LABEL_DPI = 144;
const LARGEST_LABEL_PT = 340 * 650;
const INK_BELOW = 200;

/** Where a page has ink, seen coarsely, and how to get from there to the page in dots. */
export interface PageLook {
  readonly map: InkMap;
  readonly content: Box | null;
  readonly cellsPerInch: number;
  /** A box of cells as dots of the page, grown by half a cell for what the coarse look rounds away. */
  readonly inDots: (cells: Box) => Box;
}

/** Looks where the ink is; `grid` is the page in dots. */
export function lookAt(page: PdfPage, grid: Size): PageLook {
  const cellsPerInch = page.widthPt * page.heightPt <= LARGEST_LABEL_PT ? LABEL_DPI : SHEET_DPI;
  const { width, height } = pageAt(page, cellsPerInch);
  const { pixels } = page.render(width, height, { left: 0, top: 0, width, height });
  const map = { width, height, cells: pixels.map((pixel) => (pixel < INK_BELOW ? 1 : 0)) };
  const inDots = (cells: Box): Box => grown(cells, grid, { width: grid.width / width, height: grid.height / height });
  const content = inkBox(map);
  return { map, cellsPerInch, inDots, content: content === null ? null : inDots(content) };
}

function grown(cells: Box, grid: Size, cell: Size): Box {
  const left = Math.max(0, Math.floor((cells.left - 0.5) * cell.width));
  const top = Math.max(0, Math.floor((cells.top - 0.5) * cell.height));
  const right = Math.min(grid.width, Math.ceil((cells.left + cells.width + 0.5) * cell.width));
  const bottom = Math.min(grid.height, Math.ceil((cells.top + cells.height + 0.5) * cell.height));
  return { left, top, width: right - left, height: bottom - top };
}
