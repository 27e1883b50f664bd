import { deflateSync } from 'node:zlib';
import { degrees, rgb } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRasteriser } from '../../../src-main/adapters/printers/raster/rasteriser.ts';
import { LabelUnreadable, type LabelRasteriser, type RasterPage } from '../../../src-main/app/ports/printing.ts';
import type { Bitmap } from '../../../src-main/core/label/bitmap.ts';
import { inkBoxOf } from '../../../src-main/core/label/move-ink.ts';
import { DEFAULT_PROFILE, type PrinterProfile } from '../../../src-main/core/label/printer-profile.ts';
import { bitmapPng } from '../../support/bitmap-png.ts';
import { isBlack } from '../../support/bitmaps.ts';
import { decodePng } from '../../support/decode-png.ts';
import { DOT_PT, drawCode128, drawLabel, drawWords, handmadePdf, pdfOf, squarePdf } from '../../support/pdfs.ts';
import { bitRows, greyPng, interlacedRows, pngOf, rows } from '../../support/pngs.ts';

const WORKER = new URL('../../../src-main/adapters/printers/raster/raster-worker.ts', import.meta.url);
const FOUR_BY_SIX: PrinterProfile = { ...DEFAULT_PROFILE, mediaWidthMm: 101.6, mediaHeightMm: 152.4 };
const A6: PrinterProfile = { ...DEFAULT_PROFILE, mediaWidthMm: 100, mediaHeightMm: 150 };
const A4 = [595.28, 841.89] as const;
const GREY = { colorType: 0 } as const;

let rasteriser: LabelRasteriser;
beforeAll(() => {
  rasteriser = createRasteriser({ workerFile: WORKER });
});
afterAll(() => rasteriser.close());

const rasterise = (bytes: Uint8Array, profile = FOUR_BY_SIX): Promise<RasterPage[]> =>
  rasteriser.rasterise({ kind: 'pdf', bytes }, profile);
const reasonOf = (bytes: Uint8Array): Promise<unknown> =>
  rasterise(bytes).then(
    () => 'printed',
    (error: unknown) => (error instanceof LabelUnreadable ? error.reason : error),
  );
const textsOn = async (bitmap: Bitmap): Promise<string[]> =>
  (await decodePng(bitmapPng(bitmap))).map((code) => code.text);
const text = (words: string): Uint8Array => Uint8Array.from(Buffer.from(words, 'latin1'));
const onePage = async (bytes: Uint8Array, profile = FOUR_BY_SIX): Promise<RasterPage> => {
  const pages = await rasterise(bytes, profile);
  expect(pages).toHaveLength(1);
  return pages[0]!;
};

describe('hostile files', () => {
  it('are refused with a reason', async () => {
    const whole = await pdfOf([[288, 432]], (page) => drawLabel(page, 'WHOLE1', 0, 0, 288, 432));
    expect(await reasonOf(new Uint8Array())).toBe('empty');
    expect(await reasonOf(text('Sorry, the label is not ready yet.'))).toBe('unknown-kind');
    expect(await reasonOf(text('<html>%PDF- is what you wanted</html>'))).toBe('damaged');
    expect(await reasonOf(new Uint8Array(26 * 1024 * 1024))).toBe('too-large');
    expect(await reasonOf(whole.subarray(0, 200))).toBe('damaged');
    const none = handmadePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']);
    expect(['no-pages', 'damaged']).toContain(await reasonOf(none));
    expect(
      await reasonOf(
        await pdfOf(
          Array.from({ length: 101 }, () => [288, 432] as const),
          () => undefined,
        ),
      ),
    ).toBe('too-large');
  });

  it('locked by a password', async () => {
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 288 432] >>',
    ];
    const secret = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >> /ID [<00> <00>]`;
    expect(await reasonOf(handmadePdf(objects, secret))).toBe('encrypted');
  });

  it('pages beyond all labels', async () => {
    expect(await reasonOf(squarePdf('0 0 14400 14400'))).toBe('too-large');
    // PDFium takes an impossible box for a letter page.
    expect(await reasonOf(squarePdf('0 0 0 0'))).toBe('printed');
  });

  it('pictures that would fill the memory', async () => {
    const bomb = pngOf(60_000, 60_000, deflateSync(Buffer.alloc(1_000)), GREY);
    expect(await reasonOf(bomb)).toBe('too-large');
    const small = deflateSync(Buffer.alloc(50_000_000), { level: 9 });
    expect(await reasonOf(pngOf(100, 100, small, GREY))).not.toBe('too-large');
  });

  it('broken pictures', async () => {
    const good = greyPng(80, 80);
    const flipped = good.slice();
    flipped[60] = (flipped[60] ?? 0) ^ 0xff;
    expect(await reasonOf(flipped)).toBe('damaged');
    expect(await reasonOf(good.subarray(0, good.length - 20))).toBe('damaged');
    expect(await reasonOf(good.subarray(0, 20))).toBe('damaged');
    expect(await reasonOf(pngOf(0, 10, deflateSync(Buffer.alloc(10)), GREY))).toBe('damaged');
    // A short one, thrice: what its missing rows hold must never depend on what lay in memory.
    for (let time = 0; time < 3; time += 1)
      expect(await reasonOf(pngOf(80, 80, deflateSync(Buffer.alloc(10)), GREY))).toBe('damaged');
    expect(await reasonOf(pngOf(80, 80, deflateSync(Buffer.alloc(6_479)), GREY))).toBe('damaged');
    expect(await reasonOf(pngOf(80, 80, deflateSync(Buffer.alloc(81 * 80)), { colorType: 3 }))).toBe('damaged');
  });

  it('leave the rasteriser as it was', async () => {
    const label = await pdfOf([[288, 432]], (page) => drawLabel(page, 'AFTER1', 0, 0, 288, 432));
    expect(await textsOn((await onePage(label)).bitmap)).toContain('AFTER1');
  });
});

describe('pages', () => {
  it('take their kind from their bytes, and junk before the header', async () => {
    const label = await pdfOf([[288, 432]], (page) => drawLabel(page, 'JUNK01', 0, 0, 288, 432));
    const junk = new Uint8Array(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), label]));
    expect(await textsOn((await onePage(junk)).bitmap)).toContain('JUNK01');
    const asPng = await rasteriser.rasterise({ kind: 'png', bytes: label }, FOUR_BY_SIX);
    expect(asPng).toHaveLength(1);
  });

  it('come out in order, each on its own label', async () => {
    const bytes = await pdfOf(
      [
        [288, 432],
        [288, 432],
        [288, 432],
      ],
      (page, index) => drawLabel(page, `PAGE${index}X`, 0, 0, 288, 432),
    );
    const texts = await Promise.all((await rasterise(bytes)).map(({ bitmap }) => textsOn(bitmap)));
    expect(texts).toEqual([['PAGE0X'], ['PAGE1X'], ['PAGE2X']]);
  });

  it('are drawn on their own grid: a bar of so many dots is so many dots wide', async () => {
    const bytes = await pdfOf([[288, 432]], (page) =>
      page.drawRectangle({ x: 100 * DOT_PT, y: 100, width: 3 * DOT_PT, height: 50 }),
    );
    const box = inkBoxOf((await onePage(bytes)).bitmap);
    // The stock is 813 dots wide and the page 812.
    expect(box).toMatchObject({ left: 101, width: 3 });
  });

  it('turned by /Rotate, cut by CropBox', async () => {
    const turned = await pdfOf([[432, 288]], (page) => {
      page.setRotation(degrees(90));
      page.drawRectangle({ x: 0, y: 0, width: 40, height: 40 });
    });
    // Turned clockwise, the lower left corner becomes the upper left.
    expect(inkBoxOf((await onePage(turned)).bitmap)).toMatchObject({ left: 1, top: 1 });
    const cut = squarePdf('0 0 600 800', '/CropBox [50 50 338 482]');
    const { bitmap, warnings } = await onePage(cut);
    expect(warnings).toEqual([]);
    expect(inkBoxOf(bitmap)).toEqual({ left: 1, top: 1219 - 141, width: 141, height: 141 });
  });

  it('with filled forms show what was filled in', async () => {
    const bytes = await pdfOf([[288, 432]], (page) => {
      const field = page.doc.getForm().createTextField('name');
      field.setText('FILLED IN');
      field.addToPage(page, { x: 40, y: 300, width: 200, height: 30, borderWidth: 0 });
    });
    const ink = inkBoxOf((await onePage(bytes)).bitmap);
    expect(ink).not.toBeNull();
    expect(ink!.width).toBeGreaterThan(150);
  });

  it('without ink say so', async () => {
    expect((await onePage(await pdfOf([[288, 432]], () => undefined))).warnings).toEqual(['label-empty']);
  });

  it('across are turned', async () => {
    const bytes = await pdfOf([[432, 288]], (page) => drawLabel(page, 'ACROSS', 0, 0, 432, 288));
    const { bitmap, warnings } = await onePage(bytes);
    expect(warnings).toEqual(['label-rotated']);
    expect(await textsOn(bitmap)).toEqual(['ACROSS']);
  });

  it.each([0, 90, 180, 270] as const)('come out readable at %s degrees, moved as the paper moves', async (rotation) => {
    const bytes = await pdfOf([[283.46, 425.2]], (page) => drawLabel(page, 'TURNED', 20, 20, 240, 380));
    const plain = await onePage(bytes, { ...A6, rotation });
    const moved = await onePage(bytes, { ...A6, rotation, offsetXMm: 2, offsetYMm: -1 });
    expect(await textsOn(plain.bitmap)).toEqual(['TURNED']);
    const [from, to] = [inkBoxOf(plain.bitmap)!, inkBoxOf(moved.bitmap)!];
    expect([to.left - from.left, to.top - from.top]).toEqual([16, -8]);
  });

  it('are never wider than the head', async () => {
    const bytes = await pdfOf([[288, 432]], (page) => drawLabel(page, 'NARROW', 0, 0, 288, 432));
    const { bitmap, warnings } = await onePage(bytes, { ...FOUR_BY_SIX, headDots: 640 });
    expect(bitmap.widthDots).toBe(640);
    expect(warnings).toContain('label-scaled');
  });
});

describe('sheets', () => {
  it('A4 with a label on a quarter of it', async () => {
    const bytes = await pdfOf([A4], (page) => drawLabel(page, 'QUARTER', 0, 421, 280, 400));
    const { bitmap, warnings } = await onePage(bytes, A6);
    expect(warnings).toEqual([]);
    expect(await textsOn(bitmap)).toEqual(['QUARTER']);
  });

  it('A4 with four labels: four pages in reading order', async () => {
    const bytes = await pdfOf([A4], (page) => {
      for (let at = 0; at < 4; at += 1) drawLabel(page, `LABEL${at}`, 8 + (at % 2) * 298, at < 2 ? 430 : 10, 278, 400);
    });
    const pages = await rasterise(bytes, A6);
    expect(await Promise.all(pages.map(({ bitmap }) => textsOn(bitmap)))).toEqual([
      ['LABEL0'],
      ['LABEL1'],
      ['LABEL2'],
      ['LABEL3'],
    ]);
    for (const { warnings } of pages) expect(warnings).toEqual(['label-cut-out', 'label-several']);
  });

  it('letter with a label in the upper half and instructions under it', async () => {
    const bytes = await pdfOf([[612, 792]], (page) => {
      drawLabel(page, 'UPPERHALF', 90, 420, 420, 270);
      drawWords(page, 40, 30, 530, 330);
    });
    const { bitmap, warnings } = await onePage(bytes);
    expect(await textsOn(bitmap)).toEqual(['UPPERHALF']);
    expect(warnings).toEqual(['label-cut-out', 'label-rotated']);
  });

  it('a sheet that is one large label is made smaller', async () => {
    const bytes = await pdfOf([A4], (page) => {
      page.drawRectangle({ x: 20, y: 20, width: 550, height: 800, borderWidth: 3, borderColor: rgb(0, 0, 0) });
      drawCode128(page, 'LARGE', { x: 60, y: 300, height: 200, modulePt: 5 });
    });
    const { bitmap, warnings } = await onePage(bytes, A6);
    expect(warnings).toEqual(['label-scaled']);
    expect(await textsOn(bitmap)).toEqual(['LARGE']);
  });
});

describe('the scan check', () => {
  /** Bars far too thin for 203 dots an inch. */
  const thin = (modulePt: number): Promise<Uint8Array> =>
    pdfOf(
      [[288, 432]],
      (page) => void drawCode128(page, 'THINBARS0123456789', { x: 20.1, y: 200, height: 60, modulePt }),
    );

  it('warns of a barcode that is on the page but not on the dots', async () => {
    const { bitmap, warnings } = await onePage(await thin(1.15 * DOT_PT));
    expect(warnings).toEqual(['barcode-unreadable:Code128']);
    expect(await textsOn(bitmap)).toEqual([]);
  });

  it('says nothing of one that can be read', async () => {
    const { bitmap, warnings } = await onePage(await thin(2 * DOT_PT));
    expect(warnings).toEqual([]);
    expect(await textsOn(bitmap)).toEqual(['THINBARS0123456789']);
  });

  it('never lets through without a warning what cannot be read', async () => {
    for (let module = 1.3; module < 2.6; module += 0.13) {
      const { bitmap, warnings } = await onePage(await thin(module * DOT_PT));
      const isReadable = (await textsOn(bitmap)).includes('THINBARS0123456789');
      expect(isReadable || warnings.includes('barcode-unreadable:Code128'), `${module} dots a module`).toBe(true);
    }
  });

  it('can be left out', async () => {
    const unchecked = createRasteriser({ workerFile: WORKER, scanCheck: false });
    const [page] = await unchecked.rasterise({ kind: 'pdf', bytes: await thin(1.15 * DOT_PT) }, FOUR_BY_SIX);
    expect(page?.warnings).toEqual([]);
    await unchecked.close();
  });
});

describe('pictures', () => {
  const checker = (x: number, y: number): boolean => ((x >> 2) + (y >> 3)) % 3 === 0;

  it.each([
    [812, 1218, FOUR_BY_SIX],
    [800, 1200, A6],
    [799, 1199, A6],
  ] as const)('of %i×%i for the printer’s own head come out dot for dot', async (width, height, profile) => {
    const { bitmap, warnings } = await onePage(greyPng(width, height, checker), profile);
    expect(warnings).toEqual([]);
    const stock = {
      left: Math.round((bitmap.widthDots - width) / 2),
      top: Math.round((bitmap.heightDots - height) / 2),
    };
    let different = 0;
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1)
        if (isBlack(bitmap, x + stock.left, y + stock.top) !== checker(x, y)) different += 1;
    }
    expect(different).toBe(0);
  });

  it('have the size their file says', async () => {
    const at = async (perMetre: number): Promise<number> =>
      inkBoxOf((await onePage(greyPng(300, 300, () => true, perMetre))).bitmap)!.width;
    // Two of its dots are three of the file's: a grid of whole dots is worth a hair in size.
    expect(await at(11_811)).toBe(200);
    expect(await at(7_992)).toBe(300);
    expect(await at(23_622)).toBeCloseTo(102, -1);
  });

  it('of every kind are laid on white and come out alike', async () => {
    const size = 64;
    const wanted = (x: number, y: number): boolean => x >= 16 && x < 48 && y >= 8 && y < 40;
    const palette = [['PLTE', Uint8Array.of(255, 255, 255, 0, 0, 0)] as const];
    const kinds: Record<string, Uint8Array> = {
      grey: greyPng(size, size, wanted),
      'one bit': pngOf(size, size, bitRows(size, size, wanted), { colorType: 0, bitDepth: 1 }),
      palette: pngOf(size, size, rows(size, size, wanted, [1], [0]), { colorType: 3, chunks: palette }),
      colour: pngOf(size, size, rows(size, size, wanted, [20, 0, 40], [255, 250, 255]), { colorType: 2 }),
      'grey and alpha': pngOf(size, size, rows(size, size, wanted, [0, 255], [0, 0]), { colorType: 4 }),
      'colour and alpha': pngOf(size, size, rows(size, size, wanted, [0, 0, 0, 255], [0, 0, 0, 0]), { colorType: 6 }),
      'grey, one shade transparent': pngOf(size, size, rows(size, size, wanted, [0], [7]), {
        colorType: 0,
        chunks: [['tRNS', Uint8Array.of(0, 7)]],
      }),
      interlaced: pngOf(size, size, interlacedRows(size, size, wanted), { colorType: 0, isInterlaced: true }),
    };
    const printed = await Promise.all(Object.values(kinds).map(async (bytes) => (await onePage(bytes)).bitmap));
    const box = inkBoxOf(printed[0]!);
    expect(box).toMatchObject({ width: 32, height: 32 });
    for (const [index, bitmap] of printed.entries()) expect(inkBoxOf(bitmap), Object.keys(kinds)[index]).toEqual(box);
  });
});

describe('reading barcodes', () => {
  it('reads each code of the first pages once', async () => {
    const bytes = await pdfOf(
      [
        [288, 432],
        [288, 432],
      ],
      (page, index) => {
        drawLabel(page, 'RR123456785CN', 0, 0, 288, 432);
        if (index === 1) drawCode128(page, 'SECOND', { x: 30, y: 30, height: 40, modulePt: 3 * DOT_PT });
      },
    );
    const codes = await rasteriser.readBarcodes({ kind: 'pdf', bytes });
    expect(codes).toEqual([
      { format: 'Code128', text: 'RR123456785CN' },
      { format: 'Code128', text: 'SECOND' },
    ]);
  });

  it('reads a whole sheet, a turned label and very large pages', async () => {
    const sheet = await pdfOf([A4], (page) => drawLabel(page, 'ONSHEET', 300, 420, 280, 400));
    expect(await rasteriser.readBarcodes({ kind: 'pdf', bytes: sheet })).toEqual([
      { format: 'Code128', text: 'ONSHEET' },
    ]);
    const turned = await pdfOf([[432, 288]], (page) => {
      page.setRotation(degrees(90));
      drawLabel(page, 'SIDEWAYS', 0, 0, 432, 288);
    });
    expect(await rasteriser.readBarcodes({ kind: 'pdf', bytes: turned })).toEqual([
      { format: 'Code128', text: 'SIDEWAYS' },
    ]);
    const poster = await pdfOf(
      [[4_000, 4_000]],
      (page) => void drawCode128(page, 'POSTER', { x: 400, y: 900, height: 900, modulePt: 20 }),
    );
    expect(await rasteriser.readBarcodes({ kind: 'pdf', bytes: poster })).toEqual([
      { format: 'Code128', text: 'POSTER' },
    ]);
  });

  it('finds none on an empty page and refuses what is no label', async () => {
    expect(await rasteriser.readBarcodes({ kind: 'pdf', bytes: await pdfOf([[288, 432]], () => undefined) })).toEqual(
      [],
    );
    await expect(rasteriser.readBarcodes({ kind: 'png', bytes: text('no') })).rejects.toThrow(LabelUnreadable);
  });
});
