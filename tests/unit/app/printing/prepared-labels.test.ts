import { describe, expect, it } from 'vitest';
import type { RasterOptions, RasterPage } from '../../../../src-main/app/ports/printing.ts';
import { LabelUnreadable } from '../../../../src-main/app/ports/printing.ts';
import { PreparedLabels } from '../../../../src-main/app/printing/prepared-labels.ts';
import { blankBitmap } from '../../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE } from '../../../../src-main/core/label/printer-profile.ts';

const label = (sha256: string) => ({ sha256, document: { kind: 'pdf', bytes: new Uint8Array() } as const });
/** 1 kB each. */
const page: RasterPage = { bitmap: blankBitmap(80, 100), previewPng: new Uint8Array(24), warnings: [], native: null };

function rasteriser() {
  const asked: (RasterOptions | undefined)[] = [];
  return {
    asked,
    fails: false,
    async rasterise(_document: unknown, _profile: unknown, options?: RasterOptions) {
      asked.push(options);
      if (this.fails) throw new LabelUnreadable('damaged');
      return [page];
    },
  };
}

describe('a prepared label', () => {
  it('is made once for a printer, a cut and a mark', async () => {
    const raster = rasteriser();
    const labels = new PreparedLabels(raster);
    const fit = { box: { left: 0, top: 0, width: 1, height: 1 }, quarterTurns: 0, scale: 'fill' } as const;
    for (const options of [
      {},
      { fit: null },
      { mark: 'REPRINT 2' },
      { mark: 'REPRINT 2' },
      { fit },
      { fit: { ...fit } },
    ])
      expect(await labels.pages(label('a'), DEFAULT_PROFILE, options)).toEqual([page]);
    await labels.pages(label('a'), { ...DEFAULT_PROFILE, dpi: 300 });
    expect(raster.asked).toHaveLength(4);
    expect(raster.asked[1]).toEqual({ fit: null, mark: 'REPRINT 2' });
  });

  it('that was used last stays, when the memory is full', async () => {
    const raster = rasteriser();
    const labels = new PreparedLabels(raster, 3 * 1024);
    for (const name of ['a', 'b', 'c', 'a', 'd']) await labels.pages(label(name), DEFAULT_PROFILE);
    expect(raster.asked).toHaveLength(4);
    await labels.pages(label('a'), DEFAULT_PROFILE);
    expect(raster.asked, 'a was used after b').toHaveLength(4);
    await labels.pages(label('b'), DEFAULT_PROFILE);
    expect(raster.asked).toHaveLength(5);
  });

  it('that failed is tried anew', async () => {
    const raster = rasteriser();
    const labels = new PreparedLabels(raster);
    raster.fails = true;
    await expect(labels.pages(label('a'), DEFAULT_PROFILE)).rejects.toThrow(LabelUnreadable);
    raster.fails = false;
    expect(await labels.pages(label('a'), DEFAULT_PROFILE)).toEqual([page]);
  });
});
