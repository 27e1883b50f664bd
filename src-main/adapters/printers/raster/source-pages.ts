import { DEFAULT_PROFILE } from '../../../core/label/printer-profile.ts';
import { LabelUnreadable, type LabelDocument, type SourcePage } from '../../../app/ports/printing.ts';
import { greyPng } from './grey-png.ts';
import { openLabel } from './open-label.ts';
import { pageSizeMm, type PageSizeMm } from './page-size.ts';

const MAX_PAGES = 20;
const MAX_HEIGHT = 1_000;
const MAX_WIDTH = 1_400;
/** More than this shows no more of a label. */
const MAX_PIXELS_PER_MM = 8;

/** Pictures of the first pages as they came. Throws LabelUnreadable. */
export async function sourcePages(document: LabelDocument): Promise<SourcePage[]> {
  return openLabel(document, DEFAULT_PROFILE, async (pages) => {
    const pictures: SourcePage[] = [];
    for (const { page } of pages) {
      const { widthMm, heightMm } = pageSizeMm(page);
      if (!(widthMm > 0 && heightMm > 0)) throw new LabelUnreadable('damaged');
      const perMm = Math.min(MAX_PIXELS_PER_MM, MAX_HEIGHT / heightMm, MAX_WIDTH / widthMm);
      const size = {
        width: Math.max(1, Math.floor(widthMm * perMm)),
        height: Math.max(1, Math.floor(heightMm * perMm)),
      };
      pictures.push({ png: greyPng(page.render(size, { left: 0, top: 0, ...size })), widthMm, heightMm });
      if (pictures.length === MAX_PAGES) break;
    }
    return pictures;
  });
}

/** The size of the first page. Throws LabelUnreadable. */
export async function firstPageSize(document: LabelDocument): Promise<PageSizeMm> {
  return openLabel(document, DEFAULT_PROFILE, async (pages) => {
    for (const { page } of pages) return pageSizeMm(page);
    throw new LabelUnreadable('no-pages');
  });
}
