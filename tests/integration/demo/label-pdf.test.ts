import { describe, expect, it } from 'vitest';
import { bringTo } from '../../../src-main/demo/busy-day/stages.ts';
import { busyDay } from '../../../src-main/demo/busy-day/busy-day.ts';
import { createLabelPdf } from '../../../src-main/demo/ozon/label-pdf.ts';
import type { OzonPosting } from '../../../src-main/demo/ozon/posting.ts';
import { WorldStore } from '../../../src-main/demo/ozon/store.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { readCodes } from './support/read-codes.ts';
import { renderPdf, type GrayPage } from './support/render-pdf.ts';
import { newPosting, startMs, testTimings } from './support/start-simulator.ts';

const store = new WorldStore(busyDay({ nowMs: startMs, random: seededRandom(1) }));
const labelPdf = createLabelPdf('assets');

function packedPosting(serial: number, integration: 'aggregator' | 'ozon'): OzonPosting {
  const posting = newPosting({ serial, integration });
  bringTo('packed', posting, startMs, testTimings);
  return posting;
}

/** Black dots of a part of the page. */
function ink(page: GrayPage, left: number, top: number, width: number, height: number): number {
  let dots = 0;
  for (let row = top; row < top + height; row += 1) {
    for (let column = left; column < left + width; column += 1)
      if ((page.gray[row * page.width + column] ?? 255) < 160) dots += 1;
  }
  return dots;
}

describe('label files', () => {
  it.each([
    ['big', 800, 1200, true],
    ['small', 464, 320, false],
  ] as const)('%s: a page a posting, in order, readable at 203 dpi', async (size, width, height, hasUpper) => {
    const postings = [packedPosting(41, 'aggregator'), packedPosting(42, 'ozon'), packedPosting(43, 'aggregator')];
    const pages = await renderPdf(await labelPdf(size, postings, store), 8);
    expect(pages.map((page) => [page.width, page.height])).toEqual(postings.map(() => [width, height]));
    for (const [index, page] of pages.entries()) {
      const posting = postings[index]!;
      const codes = [`Code128 ${posting.lowerBarcode}`, `QRCode ${posting.scanit}`];
      if (hasUpper) codes.push(`Code128 ${posting.upperBarcode}`);
      expect(await readCodes(page)).toEqual(codes.toSorted());
    }
  });

  it('has bars on whole dots: no grey beside them', async () => {
    const [page] = await renderPdf(await labelPdf('big', [packedPosting(44, 'ozon')], store), 8);
    const row = page!.gray.slice(200 * 800, 201 * 800);
    expect([...new Set(row)].toSorted((a, b) => a - b)).toEqual([0, 255]);
  });

  it('also reads at 300 dpi', async () => {
    const posting = packedPosting(45, 'aggregator');
    const [page] = await renderPdf(await labelPdf('big', [posting], store), 300 / 25.4);
    expect(await readCodes(page!)).toContain(`Code128 ${posting.upperBarcode}`);
  });

  it('really draws Cyrillic: other names, other ink', async () => {
    const posting = packedPosting(46, 'aggregator');
    const named = (name: string): OzonPosting => ({ ...posting, customer: { ...posting.customer!, name } });
    const [short, long, empty] = await renderPdf(
      await labelPdf('big', [named('Аня Ли'), named('Екатерина Щербакова'), named(' ')], store),
      8,
    );
    const inks = [short, long, empty].map((page) => ink(page!, 40, 760, 720, 48));
    expect(inks[2]).toBe(0);
    expect(inks[0]).toBeGreaterThan(1_000);
    expect(inks[1]).toBeGreaterThan(2 * inks[0]!);
  });

  it('keeps letters that the font lacks visible and long lines within the label', async () => {
    const posting = packedPosting(47, 'aggregator');
    const name = `${'Александра-Иоанна '.repeat(8)}手`;
    const [page] = await renderPdf(
      await labelPdf('big', [{ ...posting, customer: { ...posting.customer!, name } }], store),
      8,
    );
    expect(ink(page!, 764, 740, 36, 240)).toBe(0);
  });

  it('shows a buyer only where the seller ships to the door', async () => {
    const [withBuyer, withoutBuyer] = await renderPdf(
      await labelPdf('big', [packedPosting(48, 'aggregator'), packedPosting(49, 'ozon')], store),
      8,
    );
    expect(ink(withBuyer!, 40, 850, 720, 130)).toBeGreaterThan(1_000);
    expect(ink(withoutBuyer!, 40, 850, 720, 130)).toBe(0);
  });
});
