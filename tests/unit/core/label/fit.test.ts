import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Size } from '../../../../src-main/core/label/box.ts';
import { fitPage, isLabelSized, isSheet, type PageLook, type Placement } from '../../../../src-main/core/label/fit.ts';

const STOCK: Size = { width: 800, height: 1200 };
const HERE = { x: 0, y: 0 };
const inside = (width: number, height: number, margin: number): PageLook => ({
  width,
  height,
  content: { left: margin, top: margin, width: width - 2 * margin, height: height - 2 * margin },
});
const fitOne = (page: PageLook, labels: readonly Box[] = [], offset = HERE): Placement => {
  const placements = fitPage(page, labels, STOCK, offset);
  expect(placements).toHaveLength(1);
  return placements[0]!;
};

/** Where a box of the page comes to lie on the stock. */
function onStock({ source, quarterTurns, scale, left, top }: Placement, box: Box): Box {
  const [x, y] = [box.left - source.left, box.top - source.top];
  const lying =
    quarterTurns === 0
      ? { x, y, w: box.width, h: box.height }
      : { x: source.height - y - box.height, y: x, w: box.height, h: box.width };
  return { left: left + lying.x * scale, top: top + lying.y * scale, width: lying.w * scale, height: lying.h * scale };
}

function over(box: Box, stock: Size): number {
  return Math.max(-box.left, -box.top, box.left + box.width - stock.width, box.top + box.height - stock.height);
}

describe('fitPage', () => {
  it('places a page of the stock’s size as it is', () => {
    expect(fitOne(inside(800, 1200, 10))).toMatchObject({ scale: 1, quarterTurns: 0, left: 0, top: 0, warnings: [] });
  });

  it('centres a smaller page and never enlarges it', () => {
    expect(fitOne(inside(400, 600, 5))).toMatchObject({ scale: 1, left: 200, top: 300, warnings: [] });
  });

  it('keeps the bars of a 4×6 inch page on 100×150 mm stock and says when its edge is lost', () => {
    expect(fitOne(inside(812, 1218, 20))).toMatchObject({ scale: 1, left: -6, top: -9, warnings: [] });
    expect(fitOne(inside(812, 1218, 0))).toMatchObject({ scale: 1, warnings: ['label-cropped'] });
    // On A6 the edges that would be lost are too wide for that.
    expect(fitOne(inside(812, 1230, 0)).warnings).toEqual(['label-scaled']);
  });

  it('moves a slightly larger page so that its ink stays on the stock', () => {
    const page = { width: 812, height: 1200, content: { left: 0, top: 10, width: 790, height: 1100 } };
    expect(fitOne(page)).toMatchObject({ left: 0, warnings: [] });
  });

  it('turns a page that lies across', () => {
    expect(fitOne(inside(1200, 800, 10))).toMatchObject({
      scale: 1,
      quarterTurns: 1,
      left: 0,
      top: 0,
      warnings: ['label-rotated'],
    });
  });

  it('cuts a large page to its ink when that fits', () => {
    const page = { width: 1680, height: 2376, content: { left: 100, top: 100, width: 780, height: 1180 } };
    expect(fitOne(page)).toMatchObject({ source: page.content, scale: 1, left: 10, top: 10, warnings: [] });
  });

  it('gives each label of a sheet its own stock', () => {
    const page = inside(1680, 2376, 20);
    const labels = [
      { left: 20, top: 20, width: 790, height: 1150 },
      { left: 850, top: 20, width: 790, height: 1150 },
    ];
    const placements = fitPage(page, labels, STOCK, HERE);
    expect(placements.map(({ source, scale }) => ({ source, scale }))).toEqual(
      labels.map((source) => ({ source, scale: 1 })),
    );
    for (const { warnings } of placements) expect(warnings).toEqual(['label-cut-out', 'label-several']);
    expect(fitOne(page, labels.slice(0, 1)).warnings).toEqual(['label-cut-out']);
  });

  it('makes smaller what fits in no other way, and turns it when that makes it larger', () => {
    expect(fitOne(inside(1600, 2400, 0))).toMatchObject({ scale: 0.5, quarterTurns: 0, warnings: ['label-scaled'] });
    expect(fitOne(inside(2400, 1600, 0))).toMatchObject({
      scale: 0.5,
      quarterTurns: 1,
      warnings: ['label-scaled', 'label-rotated'],
    });
  });

  it('prints an empty page, and says so', () => {
    expect(fitOne({ width: 800, height: 1200, content: null }).warnings).toEqual(['label-empty']);
  });

  it('moves everything by the printer’s offset and says when that costs ink', () => {
    expect(fitOne(inside(800, 1200, 30), [], { x: 16, y: -8 })).toMatchObject({ left: 16, top: -8, warnings: [] });
    expect(fitOne(inside(800, 1200, 5), [], { x: 16, y: 0 }).warnings).toEqual(['label-cropped']);
  });
});

const size = fc.integer({ min: 1, max: 3_000 });
const anyPage: fc.Arbitrary<PageLook> = fc
  .tuple(size, size)
  .chain(([width, height]) => boxIn(width, height).map((content) => ({ width, height, content })));
const anyStock = fc.record({
  width: fc.integer({ min: 200, max: 1_300 }),
  height: fc.integer({ min: 200, max: 2_000 }),
});

function boxIn(width: number, height: number): fc.Arbitrary<Box> {
  return fc
    .tuple(fc.integer({ min: 0, max: width - 1 }), fc.integer({ min: 0, max: height - 1 }))
    .chain(([left, top]) =>
      fc.record({
        left: fc.constant(left),
        top: fc.constant(top),
        width: fc.integer({ min: 1, max: width - left }),
        height: fc.integer({ min: 1, max: height - top }),
      }),
    );
}

describe('fitPage, always', () => {
  it('loses no ink without a warning', () => {
    fc.assert(
      fc.property(anyPage, anyStock, (page, stock) => {
        const [placement] = fitPage(page, [], stock, HERE);
        const content = page.content!;
        const lost = over(onStock(placement!, content), stock);
        const isTold = placement!.warnings.includes('label-cropped');
        expect(lost > 2.001).toBe(isTold);
        // Ink outside the drawn part would be lost too.
        expect(
          over(
            { ...content, left: content.left - placement!.source.left, top: content.top - placement!.source.top },
            placement!.source,
          ),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('keeps its own size whenever the ink fits, never enlarges, and never says cropped of what fits', () => {
    fc.assert(
      fc.property(anyPage, anyStock, (page, stock) => {
        const [placement] = fitPage(page, [], stock, HERE);
        const { width, height } = page.content!;
        const fits =
          (width <= stock.width && height <= stock.height) || (height <= stock.width && width <= stock.height);
        expect(placement!.scale).toBeLessThanOrEqual(1);
        if (!fits) return;
        expect(placement!.scale).toBe(1);
        expect(placement!.warnings).not.toContain('label-scaled');
      }),
    );
  });

  it('takes for sheets only pages whose ink would have to be made much smaller', () => {
    fc.assert(
      fc.property(anyPage, anyStock, (page, stock) => {
        if (!isSheet(page, stock)) return;
        const [placement] = fitPage(page, [], stock, HERE);
        expect(placement!.warnings).toContain('label-scaled');
      }),
    );
    expect(isSheet(inside(1_680, 2_376, 20), STOCK)).toBe(true);
    // A label of 105×203 mm on 100×150 mm stock is one label.
    expect(isSheet(inside(840, 1_624, 10), STOCK)).toBe(false);
    expect(isSheet({ ...inside(1_680, 2_376, 20), content: null }, STOCK)).toBe(false);
  });
});

describe('isLabelSized', () => {
  it('wants half the stock each way, either way round, and no more than all of it', () => {
    expect(isLabelSized({ width: 800, height: 1200 }, STOCK)).toBe(true);
    expect(isLabelSized({ width: 1200, height: 800 }, STOCK)).toBe(true);
    expect(isLabelSized({ width: 400, height: 600 }, STOCK)).toBe(true);
    expect(isLabelSized({ width: 399, height: 1200 }, STOCK)).toBe(false);
    expect(isLabelSized({ width: 801, height: 1200 }, STOCK)).toBe(false);
  });
});
