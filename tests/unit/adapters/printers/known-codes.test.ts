import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromStock, onPage, onStock } from '../../../../src-main/adapters/printers/raster/code-places.ts';
import {
  knownCodes,
  knownModules,
  shareOf,
  type KnownPart,
} from '../../../../src-main/adapters/printers/raster/known-codes.ts';
import { SeenDocuments } from '../../../../src-main/adapters/printers/raster/seen-documents.ts';
import type { SpottedBarcode } from '../../../../src-main/adapters/printers/raster/read-codes.ts';
import type { Placement } from '../../../../src-main/core/label/fit.ts';

const code = (left: number, top: number, width: number, height: number): SpottedBarcode => ({
  format: 'Code128',
  text: `${left}`,
  box: { left, top, width, height },
  isUpended: false,
});
const page = { width: 1_680, height: 2_376 };
const placement = (quarterTurns: 0 | 1 | 2 | 3, scale: number): Placement => ({
  source: { left: 200, top: 300, width: 600, height: 900 },
  quarterTurns,
  scale,
  left: 17,
  top: -9,
  warnings: [],
});

describe('where a code lies', () => {
  it('is the same from the stock to the page and back, however the label is placed', () => {
    const turns = fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3);
    fc.assert(
      fc.property(turns, fc.constantFrom(1, 0.5, 0.73), (quarterTurns, scale) => {
        const placed = placement(quarterTurns, scale);
        const seen = code(120, 80, 90, 40);
        const there = fromStock(seen, page, placed);
        const back = onStock(there, page, placed);
        expect(back.isUpended).toBe(false);
        expect(there.isUpended).toBe(quarterTurns % 2 === 1);
        for (const side of ['left', 'top', 'width', 'height'] as const)
          expect(back.box[side]).toBeCloseTo(seen.box[side], 6);
      }),
    );
  });

  it('is the same from the large picture', () => {
    const shares = onPage(code(100, 50, 200, 60), page, placement(0, 1), 2);
    expect(shares.box.left).toBeCloseTo((200 + 50) / 1_680, 3);
    expect(shares.box.width).toBeCloseTo(100 / 1_680, 3);
  });
});

describe('what is known of a page', () => {
  const part = shareOf(page, { left: 0, top: 0, width: 840, height: 1_188 });
  const inside = { ...code(0, 0, 0, 0), box: { left: 0.1, top: 0.1, width: 0.2, height: 0.05 } };
  const look: KnownPart = { page: 0, part, widthPixels: 3_360, codes: [inside], modules: null };

  it('holds for the same part and parts of it, seen as finely', () => {
    expect(knownCodes([look], 0, part, 3_360)).toEqual([inside]);
    expect(knownCodes([look], 0, { ...part, width: 0.2 }, 3_360)).toEqual([]);
    expect(knownCodes([look], 0, part, 3_800)).toEqual([inside]);
  });

  it('does not hold for another page, a larger part, or a finer look', () => {
    expect(knownCodes([look], 1, part, 3_360)).toBeNull();
    expect(knownCodes([look], 0, { ...part, width: 0.8 }, 3_360)).toBeNull();
    expect(knownCodes([look], 0, part, 5_000)).toBeNull();
  });

  it('has the modules of the very same part', () => {
    const measured: KnownPart = { ...look, widthPixels: 0, codes: [], modules: [0.001] };
    expect(knownModules([look, measured], 0, part)).toEqual([0.001]);
    expect(knownModules([measured], 0, { ...part, width: 0.3 })).toBeNull();
  });

  it('is kept by document, the newest first, and forgotten in the end', () => {
    const seen = new SeenDocuments();
    expect([seen.parts('a'), seen.firstPage('a')]).toEqual([[], null]);
    seen.add('a', [look], { widthMm: 100, heightMm: 150 });
    seen.add('a', [{ ...look, page: 1 }]);
    expect(seen.parts('a').map((one) => one.page)).toEqual([1, 0]);
    expect(seen.firstPage('a')).toEqual({ widthMm: 100, heightMm: 150 });
    for (let index = 0; index < 1_000; index += 1) seen.add(`other ${index}`, []);
    expect(seen.parts('a')).toEqual([]);
  });
});
