import { boxOf, textItem, type Measure, type PageSize, type PaperPage } from '../paper/paper.ts';
import { imposePages } from './impose-pages.ts';
import { flowHeightMm, layFlow } from './lay-flow.ts';
import { flowOf } from './slip-flow.ts';
import type { Slip } from './slip.ts';

export interface SlipPages {
  readonly pages: readonly PaperPage[];
  readonly pageHeightMm: number;
}

/** A roll is cut before this; the rest goes on a further page. */
const LONGEST_MM = 400;
const SHORTEST_MM = 30;
/** Sheets from this size on are cut into four for what lies in a parcel: an A4 sheet gives four of A6. */
const SHEET = { widthMm: 190, heightMm: 250 };

/** A slip on pages of one size; `heightMm` null: as long as the longest of its papers needs. */
export function slipPages(
  slip: Slip,
  page: { readonly widthMm: number; readonly heightMm: number | null },
  measureFor: (country: string | null) => Measure,
): SlipPages {
  const { widthMm } = page;
  const heightMm = page.heightMm ?? rollHeightMm(slip, widthMm, measureFor);
  const isCutUp = slip.kind !== 'pick-list' && widthMm >= SHEET.widthMm && heightMm >= SHEET.heightMm;
  const paper = isCutUp ? { widthMm: widthMm / 2, heightMm: heightMm / 2 } : { widthMm, heightMm };
  const pages = setPages(slip, paper, measureFor);
  return { pages: isCutUp ? imposePages(pages, { widthMm, heightMm }) : pages, pageHeightMm: heightMm };
}

function setPages(slip: Slip, size: PageSize, measureFor: (country: string | null) => Measure): PaperPage[] {
  const marginMm = marginOf(size.widthMm);
  return flowOf(slip, size.widthMm).flatMap(({ country, ...paper }) => {
    const pages = layFlow({ country, ...paper }, { ...size, marginMm }, measureFor(country));
    return numbered(pages, marginMm).map((page) => inCountry(page, country));
  });
}

function rollHeightMm(slip: Slip, widthMm: number, measureFor: (country: string | null) => Measure): number {
  const size = { widthMm, marginMm: marginOf(widthMm) };
  const heights = flowOf(slip, widthMm).map((paper) => flowHeightMm(paper, size, measureFor(paper.country)));
  return Math.min(LONGEST_MM, Math.max(SHORTEST_MM, Math.ceil(Math.max(...heights))));
}

/** Office printers leave up to five millimetres of a sheet unprinted. */
function marginOf(widthMm: number): number {
  if (widthMm >= 140) return 12;
  return widthMm > 104 ? 8 : 3;
}

function inCountry(page: PaperPage, country: string | null): PaperPage {
  if (country === null) return page;
  return { ...page, items: page.items.map((item) => (item.kind === 'text' ? { ...item, country } : item)) };
}

/** Page numbers in the margin, where a paper has more pages than one and the margin has room. */
function numbered(pages: readonly PaperPage[], marginMm: number): readonly PaperPage[] {
  if (pages.length === 1 || marginMm < 8) return pages;
  return pages.map((page, index) => {
    const box = boxOf(marginMm, page.heightMm - marginMm + 2, page.widthMm - 2 * marginMm, 5);
    const number = textItem(box, `${index + 1} / ${pages.length}`, 9, { align: 'center' });
    return { ...page, items: [...page.items, number] };
  });
}
