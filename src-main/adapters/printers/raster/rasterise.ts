import type { FitChoice } from '../../../core/label/fit-choice.ts';
import type { Placement } from '../../../core/label/fit.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import type { LabelDocument, RasterPage } from '../../../app/ports/printing.ts';
import type { KnownPart } from './known-codes.ts';
import { lookAt, pageGrid, type SeenPage } from './look.ts';
import { isNativeFor } from './native-zpl.ts';
import { openLabel, type LabelPage } from './open-label.ts';
import { pageSizeMm, type PageSizeMm } from './page-size.ts';
import { placePage } from './place-page.ts';
import { rasteriseLabel } from './rasterise-label.ts';

export interface RasterWork {
  readonly profile: PrinterProfile;
  /** The seller's cut, for pages of the first page's size. */
  readonly fit: FitChoice | null;
  readonly mark: string | null;
  readonly isChecked: boolean;
  /** What earlier looks at this document found. */
  readonly known: readonly KnownPart[];
}

export interface Rasterised {
  readonly pages: RasterPage[];
  readonly learnt: KnownPart[];
  readonly firstPage: PageSizeMm;
}

/** Pages of one look are this equal in size. */
const SAME_MM = 2;

/**
 * Fits and rasterises every page; a sheet becomes a page for each label on it. Pages without ink among others are left
 * away, which is told. Throws LabelUnreadable.
 */
export async function rasterise(document: LabelDocument, work: RasterWork): Promise<Rasterised> {
  return openLabel(document, work.profile, async (labelPages) => {
    const pages: RasterPage[] = [];
    const learnt: KnownPart[] = [];
    let firstPage: PageSizeMm | null = null;
    let index = 0;
    for (const labelPage of labelPages) {
      firstPage ??= pageSizeMm(labelPage.page);
      const fit = isSameSize(firstPage, pageSizeMm(labelPage.page)) ? work.fit : null;
      pages.push(...(await rasterisePage(labelPage, index, { ...work, fit }, learnt)));
      index += 1;
    }
    return { pages: withoutBlank(pages), learnt, firstPage: firstPage ?? { widthMm: 0, heightMm: 0 } };
  });
}

async function rasterisePage(
  labelPage: LabelPage,
  pageIndex: number,
  work: RasterWork,
  learnt: KnownPart[],
): Promise<RasterPage[]> {
  const { page, zpl } = labelPage;
  const { profile, fit, known } = work;
  const seen = lookAt(page, pageGrid(page, profile.dpi), profile.inkThreshold);
  const isNative = zpl !== null && fit === null && isNativeFor(zpl, seen, profile);
  const looks = { page, pageIndex, seen, known, learnt };
  const placements = isNative ? [asItIs(seen)] : await placePage(looks, profile, fit);
  const pages: RasterPage[] = [];
  for (const placement of placements) {
    const label = await rasteriseLabel(labelPage, seen, placement, { ...work, isNative, pageIndex });
    pages.push(label.page);
    if (label.learnt !== null) learnt.push(label.learnt);
  }
  return pages;
}

/** As a printer draws a label from its own commands: from the corner of the stock. */
function asItIs({ width, height }: SeenPage): Placement {
  return { source: { left: 0, top: 0, width, height }, quarterTurns: 0, scale: 1, left: 0, top: 0, warnings: [] };
}

function withoutBlank(pages: readonly RasterPage[]): RasterPage[] {
  const inked = pages.filter((page) => !page.warnings.includes('label-empty'));
  const [first, ...others] = inked;
  if (first === undefined) return pages.slice(0, 1);
  if (inked.length === pages.length) return inked;
  return [{ ...first, warnings: [...first.warnings, 'blank-pages-dropped'] }, ...others];
}

function isSameSize(one: PageSizeMm, other: PageSizeMm): boolean {
  return Math.abs(one.widthMm - other.widthMm) <= SAME_MM && Math.abs(one.heightMm - other.heightMm) <= SAME_MM;
}
