import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createRasteriser } from '../../../src-main/adapters/printers/raster/rasteriser.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import { waybill, waybillBytes } from '../../support/print-client-bench.ts';

const rasteriser = createRasteriser({
  workerFile: fileURLToPath(new URL('../../../src-main/adapters/printers/raster/raster-worker.ts', import.meta.url)),
});
afterAll(() => rasteriser.close());
const PROFILE = { ...DEFAULT_PROFILE, mediaHeightMm: 180 };
const document = { kind: 'cainiao', bytes: waybillBytes() } as const;

describe('the page that stands for a waybill', () => {
  it('has the size of one, its number on it, and no barcode that could be scanned', async () => {
    const [page, ...others] = await rasteriser.rasterise(document, PROFILE);
    expect(others).toEqual([]);
    expect(page).toMatchObject({ warnings: [], native: null, bitmap: { widthDots: 800, heightDots: 1440 } });
    expect(await rasteriser.readBarcodes(document)).toEqual([]);
    const size = await rasteriser.firstPageSize(document);
    expect([Math.round(size.widthMm), Math.round(size.heightMm)]).toEqual([100, 180]);
    expect(await rasteriser.sourcePages(document)).toHaveLength(1);
    const other = { kind: 'cainiao', bytes: waybillBytes(waybill('78000000000002')) } as const;
    const [otherPage] = await rasteriser.rasterise(other, PROFILE);
    expect(Buffer.from(otherPage!.bitmap.data).equals(Buffer.from(page!.bitmap.data))).toBe(false);
  });

  it.each([
    ['empty', new Uint8Array()],
    ['damaged', Buffer.from('{"contents":[]}')],
    ['damaged', Uint8Array.of(0xff, 0xfe, 0x7b)],
    ['damaged', Buffer.from('['.repeat(100_000))],
    ['too-large', Buffer.alloc(2_000_000, ' ')],
  ] as const)('is refused as %s', async (reason, bytes) => {
    await expect(rasteriser.rasterise({ kind: 'cainiao', bytes }, PROFILE)).rejects.toMatchObject({ reason });
  });

  it('is no picture that somebody dropped: the same bytes as a file are no label', async () => {
    await expect(rasteriser.rasterise({ ...document, kind: 'pdf' }, PROFILE)).rejects.toMatchObject({
      reason: 'unknown-kind',
    });
  });
});
