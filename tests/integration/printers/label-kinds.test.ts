import bwipjs from 'bwip-js/node';
import { afterAll, describe, expect, it } from 'vitest';
import { blankBitmap, type Bitmap } from '../../../src-main/core/label/bitmap.ts';
import { inkBoxOf } from '../../../src-main/core/label/move-ink.ts';
import { DEFAULT_PROFILE, type PrinterProfile } from '../../../src-main/core/label/printer-profile.ts';
import { createRasteriser } from '../../../src-main/adapters/printers/raster/rasteriser.ts';
import { imageOf, LABEL_FORMATS, readCodes } from '../../../src-main/adapters/printers/raster/read-codes.ts';
import type { LabelKind } from '../../../src-main/core/label/label-kind.ts';
import { LabelUnreadable } from '../../../src-main/app/ports/printing.ts';
import { bitmapPng } from '../../support/bitmap-png.ts';
import { fillBox, isBlack } from '../../support/bitmaps.ts';
import { decodePng } from '../../support/decode-png.ts';
import { gifOf } from '../../support/gifs.ts';
import { canMakeJpegs, jpegOf, withOrientation } from '../../support/jpegs.ts';
import { drawLabel, pdfOf } from '../../support/pdfs.ts';

const WORKER = new URL('../../../src-main/adapters/printers/raster/raster-worker.ts', import.meta.url);
const STOCK: PrinterProfile = { ...DEFAULT_PROFILE, mediaWidthMm: 101.6, mediaHeightMm: 152.4 };
const ZEBRA: PrinterProfile = { ...STOCK, language: 'zpl' };

const rasteriser = createRasteriser({ workerFile: WORKER });
afterAll(() => rasteriser.close());

const textsOn = async (bitmap: Bitmap): Promise<string[]> =>
  (await decodePng(bitmapPng(bitmap))).map((code) => code.text);
const onePage = async (kind: LabelKind, bytes: Uint8Array, profile = STOCK, mark: string | null = null) => {
  const pages = await rasteriser.rasterise({ kind, bytes }, profile, { mark });
  expect(pages).toHaveLength(1);
  return pages[0]!;
};
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf8'));

describe('a GIF', () => {
  it('comes out dot for dot', async () => {
    const isInk = (x: number, y: number): boolean => ((x >> 2) + (y >> 3)) % 3 === 0;
    const { bitmap, warnings } = await onePage('gif', gifOf(812, 1_218, isInk));
    expect(warnings).toEqual([]);
    let different = 0;
    for (let y = 0; y < 1_218; y += 1)
      for (let x = 0; x < 812; x += 1) if (isBlack(bitmap, x + 1, y + 1) !== isInk(x, y)) different += 1;
    expect(different).toBe(0);
  });
});

describe.skipIf(!canMakeJpegs)('a JPEG', () => {
  const label = pdfOf([[288, 432]], (page) => drawLabel(page, 'JPEGLABEL', 0, 0, 288, 432));

  it.each(['jpeggray', 'jpeg', 'jpegcmyk'] as const)('of %s colours is read and has its own size', async (device) => {
    const { bitmap, warnings } = await onePage('jpeg', jpegOf(await label, device));
    expect(warnings).toEqual([]);
    expect(await textsOn(bitmap)).toEqual(['JPEGLABEL']);
    const black = bitmap.data.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
    // White paper, whatever the colours stand for.
    expect(black / (bitmap.widthDots * bitmap.heightDots)).toBeLessThan(0.15);
  });

  it('is turned as its EXIF block tells', async () => {
    const corner = await pdfOf([[144, 216]], (page) => page.drawRectangle({ x: 4, y: 182, width: 60, height: 30 }));
    const jpeg = jpegOf(corner, 'jpeggray');
    // Where the ink of the upper left corner goes, and which way it lies (EXIF 2.3, Orientation).
    const wanted = {
      1: 'left top wide',
      2: 'right top wide',
      3: 'right bottom wide',
      4: 'left bottom wide',
      5: 'left top high',
      6: 'right top high',
      7: 'right bottom high',
      8: 'left bottom high',
    };
    for (const [orientation, place] of Object.entries(wanted)) {
      const { bitmap } = await onePage(
        'jpeg',
        withOrientation(jpeg, Number(orientation), Number(orientation) % 2 === 0),
      );
      const ink = inkBoxOf(bitmap)!;
      const x = ink.left + ink.width / 2 < bitmap.widthDots / 2 ? 'left' : 'right';
      const y = ink.top + ink.height / 2 < bitmap.heightDots / 2 ? 'top' : 'bottom';
      expect(`${orientation}: ${x} ${y} ${ink.width > ink.height ? 'wide' : 'high'}`).toBe(`${orientation}: ${place}`);
    }
  });

  it('that was cut short is refused', async () => {
    const jpeg = jpegOf(await label, 'jpeg');
    await expect(onePage('jpeg', jpeg.subarray(0, jpeg.length / 2))).rejects.toThrow(new LabelUnreadable('damaged'));
  });
});

const LABEL = '^XA^PW812^LL1218^FO50,50^A0N,60,60^FDIVANOV^FS^FO60,300^BY3^BCN,200,Y,N,N^FDLX481203775CN^FS^PQ3^XZ';

describe('ZPL', () => {
  it('is drawn for other printers, and its number read', async () => {
    const { bitmap, native, warnings } = await onePage('zpl', bytesOf(LABEL));
    expect(await textsOn(bitmap)).toEqual(['LX481203775CN']);
    expect([native, warnings]).toEqual([null, []]);
    const codes = await rasteriser.readBarcodes({ kind: 'zpl', bytes: bytesOf(LABEL) });
    expect(codes.map((code) => code.text)).toContain('LX481203775CN');
  });

  it('goes as it is to a printer that speaks it, once, with our settings', async () => {
    const { native, bitmap } = await onePage('zpl', bytesOf(`~JR^XA^JUS^MNM^XZ${LABEL}`), {
      ...ZEBRA,
      density: 12,
      speedIps: 4,
    });
    const job = Buffer.from(native ?? []).toString('latin1');
    expect(job).toContain('^FO60,300^BY3^BCN,200,Y,N,N^FDLX481203775CN^FS');
    expect(job).toMatch(/^~SD12\^XA\^MNY\^PR4\^PW813\^LL1219\^LH0,0/);
    expect(job).toContain('^PQ1^XZ');
    expect(job).not.toMatch(/~JR|\^JUS|\^MNM|\^PQ3/);
    expect(await textsOn(bitmap)).toEqual(['LX481203775CN']);
    expect(inkBoxOf(bitmap)!.left).toBe(inkBoxOf((await onePage('zpl', bytesOf(job), ZEBRA)).bitmap)!.left);
  });

  it.each([
    ['another resolution', { dpi: 300, headDots: 1_280 }],
    ['a turned label', { rotation: 180 }],
    ['an offset', { offsetXMm: 2 }],
    ['a feed that is not true', { feedScale: 0.98 }],
    ['another language', { language: 'tspl' }],
    ['smaller stock', { mediaWidthMm: 58, mediaHeightMm: 40 }],
  ] as const)('is drawn for %s', async (_name, change) => {
    const { native } = await onePage('zpl', bytesOf(LABEL), { ...ZEBRA, ...change });
    expect(native).toBeNull();
  });

  it('is drawn when the seller chose a cut', async () => {
    const fit = { box: { left: 0, top: 0, width: 1, height: 0.5 }, quarterTurns: 0, scale: 'own-size' } as const;
    const [page] = await rasteriser.rasterise({ kind: 'zpl', bytes: bytesOf(LABEL) }, ZEBRA, { fit });
    expect(page?.native).toBeNull();
    expect(await textsOn(page!.bitmap)).toEqual(['LX481203775CN']);
  });

  it('takes the mark along as commands: drawn by another program they give our dots', async () => {
    const { native, bitmap } = await onePage('zpl', bytesOf(LABEL), ZEBRA, 'REPRINT 2');
    const again = await onePage('zpl', native ?? new Uint8Array(), ZEBRA);
    expect(Buffer.compare(again.bitmap.data, bitmap.data)).toBe(0);
    expect(Buffer.compare((await onePage('zpl', bytesOf(LABEL), ZEBRA)).bitmap.data, bitmap.data)).not.toBe(0);
  });

  it('with pictures and templates is drawn whole', async () => {
    const logo = `~DGE:LOGO.GRF,800,10,${'FF'.repeat(800)}`;
    const filled =
      '^XA^DFE:T.ZPL^FO400,400^A0N,90,90^FN1^FS^XZ^XA^XFE:T.ZPL^FN1^FDHELLO^FS^FO8,8^XGE:LOGO.GRF,1,1^FS^XZ';
    const { bitmap, warnings, native } = await onePage('zpl', bytesOf(logo + filled), ZEBRA);
    expect(warnings).toEqual([]);
    expect(native).toBeNull();
    expect(isBlack(bitmap, 10, 10)).toBe(true);
    expect(inkBoxOf(bitmap)!.width).toBeGreaterThan(500);
    const { warnings: missing } = await onePage('zpl', bytesOf(filled), ZEBRA);
    expect(missing).not.toContain('label-empty');
  });

  it('of several labels comes out as several, and says when a picture is missing', async () => {
    const pages = await rasteriser.rasterise(
      {
        kind: 'zpl',
        bytes: bytesOf(
          `${LABEL}${LABEL.replace('775CN', '789CN')}^XA^FO9,9^XGR:GONE.GRF,1,1^FS^FO9,99^A0N,50,50^FDx^FS^XZ`,
        ),
      },
      ZEBRA,
    );
    expect(pages).toHaveLength(3);
    expect(pages.map(({ warnings }) => warnings)).toEqual([[], [], ['zpl-graphic-missing']]);
    expect(await textsOn(pages[1]!.bitmap)).toEqual(['LX481203789CN']);
  });

  it('that is wider than a 203 dpi head was made for a finer one', async () => {
    const wide = LABEL.replace('^PW812^LL1218', '^PW1200^LL1800');
    expect((await onePage('zpl', bytesOf(wide), { ...ZEBRA, dpi: 300, headDots: 1_280 })).native).not.toBeNull();
    expect((await onePage('zpl', bytesOf(wide), ZEBRA)).native).toBeNull();
  });

  it.each([
    ['^XA^JUS^XZ', 'no-pages'],
    ['^XA^CC/^FDx/FS/XZ', 'unknown-kind'],
  ])('%s is refused', async (text, reason) => {
    await expect(onePage('zpl', bytesOf(text))).rejects.toThrow(
      new LabelUnreadable(reason as LabelUnreadable['reason']),
    );
  });
});

describe('every kind of barcode', () => {
  const SAMPLES = {
    Code128: ['code128', 'LX481203775CN'],
    Code39: ['code39', 'ABC-123'],
    Code93: ['code93', 'ABC123'],
    ITF: ['interleaved2of5', '60701001756402'],
    EAN13: ['ean13', '4006381333931'],
    DataMatrix: ['datamatrix', 'LX481203775CN'],
    QRCode: ['qrcode', 'LX481203775CN'],
    PDF417: ['pdf417', 'LX481203775CN'],
    Aztec: ['azteccode', 'LX481203775CN'],
  } as const;

  it.each(Object.entries(SAMPLES))('%s is told by the name that it is asked by', async (format, [bcid, text]) => {
    const png = await (bwipjs as unknown as { toBuffer(options: object): Promise<Buffer> }).toBuffer({
      bcid,
      text,
      scale: 4,
      padding: 20,
      includecheck: bcid === 'code93',
      backgroundcolor: 'FFFFFF',
    });
    const { bitmap } = await onePage('png', new Uint8Array(png));
    const codes = await readCodes(imageOf(bitmap), { formats: LABEL_FORMATS, binarizer: 'ready', isPatient: false });
    expect(codes.map((code) => code.format)).toEqual([format]);
  });

  it('and no barcode on white', async () => {
    const white = blankBitmap(400, 400);
    fillBox(white, 10, 10, 4, 4);
    expect(await readCodes(imageOf(white), { formats: LABEL_FORMATS, binarizer: 'ready', isPatient: false })).toEqual(
      [],
    );
  });
});
