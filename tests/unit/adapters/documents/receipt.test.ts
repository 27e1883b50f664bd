import { fileURLToPath } from 'node:url';
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocumentMaker } from '../../../../src-main/adapters/documents/document-maker.ts';
import { dotBands } from '../../../../src-main/adapters/documents/escpos-dots.ts';
import { blankBitmap, type Bitmap } from '../../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE, type PrinterProfile } from '../../../../src-main/core/label/printer-profile.ts';
import type { PackingSlips, PickList, Slip } from '../../../../src-main/core/slip/slip.ts';
import { bitmapPng } from '../../../support/bitmap-png.ts';
import { decodePng } from '../../../support/decode-png.ts';
import { isBlack } from '../../../support/bitmaps.ts';
import { readReceipt, type Printed } from '../../../support/read-receipt.ts';

const documents = createDocumentMaker({
  fontsFolder: fileURLToPath(new URL('../../../../assets/fonts', import.meta.url)),
});
const ROLL_80: PrinterProfile = {
  ...DEFAULT_PROFILE,
  language: 'escpos',
  mediaWidthMm: 80,
  headDots: 576,
  cut: 'each',
};
const ROLL_58: PrinterProfile = { ...ROLL_80, mediaWidthMm: 58, headDots: 384, cut: 'none' };

const packing = (number: string, title: string, buyer: string | null = null): PackingSlips => ({
  kind: 'packing-slip',
  orders: [
    {
      language: 'en',
      country: 'US',
      number,
      withNumbers: [],
      date: '2026-11-22',
      shop: 'Moonlight',
      buyer,
      lines: [{ sku: 'MUG-1', title, variant: null, quantity: 2 }],
    },
  ],
});
const print = async (slip: Slip, profile = ROLL_80): Promise<Printed[]> =>
  readReceipt((await documents.receipt(slip, profile)).bytes);
const texts = (printed: readonly Printed[]): string[] =>
  printed.flatMap((part) => (part.kind === 'text' && part.text.trim() !== '' ? [part.text] : []));
const pictures = (printed: readonly Printed[]): Bitmap[] =>
  printed.flatMap((part) => (part.kind === 'dots' ? [part.bitmap] : []));

describe('a receipt', () => {
  it('prints plain English in the letters of the printer: a table, bars of the number, a cut', async () => {
    const printed = await print(packing('48290134-0047', 'Ceramic mug'));
    expect(texts(printed)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Order +48290134-0047$/),
        expect.stringMatching(/^Item +Qty$/),
        expect.stringMatching(/^Ceramic mug +x2$/),
      ]),
    );
    expect(printed.find((part) => part.kind === 'text' && part.text.startsWith('Moonlight'))).toMatchObject({
      isTall: true,
    });
    expect(printed.filter((part) => part.kind === 'code128')).toEqual([
      { kind: 'code128', text: '48290134-0047', moduleDots: 2 },
    ]);
    expect(printed.at(-1)).toEqual({ kind: 'cut' });
  });

  it('no line is wider than the roll', async () => {
    for (const [profile, columns] of [
      [ROLL_80, 48],
      [ROLL_58, 32],
    ] as const) {
      const printed = await print(packing('48290134-0047', 'A mug whose name goes on and on '.repeat(9)), profile);
      expect(Math.max(...texts(printed).map((line) => line.length))).toBeLessThanOrEqual(columns);
      for (const { widthDots } of pictures(printed)) expect(widthDots).toBe(profile.headDots);
    }
  });

  it('prints what is not ASCII as dots, and never as bytes', async () => {
    for (const title of ['Кружка', '陶瓷杯', '머그컵', 'Größe', 'ёЁЇҚ']) {
      const plain = pictures(await print(packing('1', 'mug'))).length;
      const printed = await print(packing('1', title));
      expect(pictures(printed).length).toBe(plain + 1);
      expect(pictures(printed).some((bitmap) => bitmap.data.some((byte) => byte !== 0))).toBe(true);
    }
  });

  it('bars that are too wide for the printer are drawn narrower by us, and can be read', async () => {
    const printed = await print(packing('48290134-0047', 'mug'), ROLL_58);
    expect(printed.some((part) => part.kind === 'code128')).toBe(false);
    const codes = await Promise.all(pictures(printed).map((bitmap) => decodePng(bitmapPng(bitmap))));
    expect(codes.flat().map((code) => code.text)).toEqual(['48290134-0047']);
  });

  it('without a cutter is fed far enough to be torn off', async () => {
    const printed = await print(packing('1', 'mug'), ROLL_58);
    expect(printed.some((part) => part.kind === 'cut')).toBe(false);
    expect(printed.at(-1)).toMatchObject({ kind: 'feed' });
  });

  it('more than one piece to pick is white on black', async () => {
    const list = (quantity: number): PickList => ({
      kind: 'pick-list',
      language: 'en',
      date: '2026-11-22 09:30',
      orderCount: 1,
      pieceCount: quantity,
      rows: [{ bin: 'A1', sku: 'MUG', title: 'Mug', variant: null, quantity, orders: [{ number: '7', quantity }] }],
    });
    const inkOf = async (quantity: number) =>
      pictures(await print(list(quantity))).reduce((sum, bitmap) => sum + ink(bitmap), 0);
    expect(await inkOf(7)).toBeGreaterThan((await inkOf(1)) + 3_000);
  });

  it('tells of letters that no font has', async () => {
    const { warnings } = await documents.receipt(packing('1', 'mug 😀'), ROLL_80);
    expect(warnings).toEqual(['letter-missing:😀']);
  });

  it('can be made of any text', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (number, title, buyer) => {
        await print(packing(number, title, buyer), ROLL_58);
      }),
      { numRuns: 25 },
    );
  });
});

describe('dots in bands', () => {
  it('are those of another encoder', () => {
    const bitmap = blankBitmap(576, 304);
    bitmap.data.forEach((_, at) => (bitmap.data[at] = (at * 2_654_435_761) >>> 13));
    const image = { width: 576, height: 304, data: new Uint8ClampedArray(576 * 304 * 4).fill(255) };
    for (let y = 0; y < 304; y += 1) {
      for (let x = 0; x < 576; x += 1) {
        if (isBlack(bitmap, x, y)) image.data.fill(0, (y * 576 + x) * 4, (y * 576 + x) * 4 + 3);
      }
    }
    const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', imageMode: 'raster', width: 48 });
    const theirs = readRaster(encoder.image(image as unknown as ImageData, 576, 304, 'threshold', 128).encode());
    expect(readRaster(dotBands(bitmap, false))).toEqual(theirs);
    expect(readRaster(dotBands(bitmap, true))).toEqual(theirs);
  });
});

/** All rows of the GS v 0 commands in a job. */
function readRaster(bytes: Uint8Array): number[] {
  const rows: number[] = [];
  for (let at = 0; at < bytes.length - 7; at += 1) {
    if (bytes[at] !== 0x1d || bytes[at + 1] !== 0x76 || bytes[at + 2] !== 0x30) continue;
    const length = (bytes[at + 4]! + 256 * bytes[at + 5]!) * (bytes[at + 6]! + 256 * bytes[at + 7]!);
    rows.push(...bytes.subarray(at + 8, at + 8 + length));
    at += 7 + length;
  }
  return rows;
}

function ink({ data }: Bitmap): number {
  return data.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
}
