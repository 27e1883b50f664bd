import { fillItem, type PageSize, type PaperPage } from '../paper/paper.ts';
import { moveItem } from './lay-flow.ts';

const LINE_MM = 0.1;
const PER_SHEET = 4;

/** Four small pages on each sheet, row by row, with thin lines to cut along. */
export function imposePages(pages: readonly PaperPage[], sheet: PageSize): PaperPage[] {
  const sheets: PaperPage[] = [];
  for (let first = 0; first < pages.length; first += PER_SHEET) {
    const cells = pages.slice(first, first + PER_SHEET).flatMap((page, index) => {
      const rightMm = (index % 2) * (sheet.widthMm / 2);
      const downMm = Math.floor(index / 2) * (sheet.heightMm / 2);
      return page.items.map((item) => moveItem(item, rightMm, downMm));
    });
    const lines = [
      fillItem(sheet.widthMm / 2, 0, LINE_MM, sheet.heightMm),
      fillItem(0, sheet.heightMm / 2, sheet.widthMm, LINE_MM),
    ];
    sheets.push({ ...sheet, items: [...lines, ...cells] });
  }
  return sheets;
}
