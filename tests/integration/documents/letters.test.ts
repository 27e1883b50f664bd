import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawDots } from '../../../src-main/adapters/documents/dot-sheet.ts';
import { FontBook } from '../../../src-main/adapters/documents/font-book.ts';
import { fontFiles } from '../../../src-main/adapters/documents/font-files.ts';
import { paperPdf } from '../../../src-main/adapters/documents/paper-pdf.ts';
import { Warnings } from '../../../src-main/adapters/documents/warnings.ts';
import { createRasteriser } from '../../../src-main/adapters/printers/raster/rasteriser.ts';
import type { LabelRasteriser } from '../../../src-main/app/ports/printing.ts';
import type { Bitmap } from '../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import { boxOf, textItem, type PaperItem } from '../../../src-main/core/paper/paper.ts';
import { hasProgram, inkIn, POPPLER_DPI, popplerPages } from '../../support/render-pdf.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const fonts = new FontBook(fontFiles(path.join(ROOT, 'assets/fonts')));
const hasPoppler = hasProgram('pdftoppm');

let rasteriser: LabelRasteriser;
beforeAll(() => {
  rasteriser = createRasteriser({
    workerFile: path.join(ROOT, 'src-main/adapters/printers/raster/raster-worker.ts'),
    scanCheck: false,
  });
});
afterAll(() => rasteriser.close());

/** Each letter stands alone, so that a lost one cannot hide behind its neighbours. */
const SCRIPTS: Record<string, string> = {
  Latin: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  accented: 'ÄÖÜßäöüÀÉÈÊËÇñÑøÅåæœŁłŃńŚśŻżŽžŠšČčĎďŘřŮůŐőŰűȘșȚțĀāĒēĢģĶķ',
  Turkish: 'İıŞşĞğÇçÖöÜü',
  Vietnamese: 'ĂăÂâĐđÊêÔôƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẾếỀềỂểỄễỆệỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỨứỪừỬửỮữỰự',
  Cyrillic: 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'Ukrainian, Belarusian and Kazakh': 'ҐґЄєІіЇїЎўӘәҒғҚқҢңӨөҰұҮүҺһ',
  Greek: 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψως',
  Chinese: '中国浙江省义乌市福田街道国际商贸城收件人邮编电话感谢拣货单装箱',
  'traditional Chinese': '臺灣臺北市信義區揀貨單裝箱訂單謝謝龜鬱',
  Korean: '서울특별시강남구테헤란로파르나스타워감사합니다뷁꽳',
  Japanese: '東京都渋谷区ありがとうございますピッキングリスト々',
  signs: '!"#$%&\'()*+,-./:;<=>?@[]_{|}~€£¥₩₽№×·…–—“”«»（），。、￥',
};
const COLUMNS = 18;
const CELL_MM = 5.5;
const SIZE_PT = 10;

function grid(text: string, isBold: boolean): PaperItem[] {
  return Array.from(text).map((character, index) => {
    const box = boxOf(1 + (index % COLUMNS) * CELL_MM, 2 + Math.floor(index / COLUMNS) * CELL_MM, CELL_MM, CELL_MM);
    return textItem(box, character, SIZE_PT, { isBold });
  });
}

/** Letters whose ink on the page is not that of the font's own outline. */
function wrongLetters(text: string, page: Bitmap, outline: Bitmap): string[] {
  return Array.from(text).filter((_, index) => {
    const place = [
      Math.round((0.6 + (index % COLUMNS) * CELL_MM) * 8),
      Math.round((1 + Math.floor(index / COLUMNS) * CELL_MM) * 8),
      CELL_MM * 8,
      CELL_MM * 8,
    ] as const;
    const [seen, wanted] = [inkIn(page, ...place), inkIn(outline, ...place)];
    return wanted === 0 || seen < wanted * 0.8 - 4 || seen > wanted * 1.35 + 8 || overlap(page, outline, place) < 0.8;
  });
}

/** How much of the outline is black on the page too. */
function overlap(
  page: Bitmap,
  outline: Bitmap,
  [left, top, width, height]: readonly [number, number, number, number],
): number {
  let [both, all] = [0, 0];
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1) {
      if (inkIn(outline, x, y, 1, 1) === 0) continue;
      all += 1;
      // A dot beside it will do: engines round edges their own way.
      if (inkIn(page, x - 1, y - 1, 3, 3) > 0) both += 1;
    }
  }
  return all === 0 ? 0 : both / all;
}

/** The whole font's outlines, filled by us without a PDF or a subset in between. */
function outlinesOf(items: readonly PaperItem[], country: string | null): Bitmap {
  const warnings = new Warnings();
  const bitmap = drawDots(
    items,
    { widthDots: 800, heightDots: 400, perMm: 8 },
    { fonts, country, floorPt: 7, warnings },
  );
  expect(warnings.list()).toEqual([]);
  return bitmap;
}

async function pdfOf(items: readonly PaperItem[], country: string | null): Promise<Uint8Array> {
  const page = { widthMm: 100, heightMm: 50, items };
  return (await paperPdf([page], { dpi: 203, country }, fonts, new Warnings())).bytes;
}

describe('letters on the rendered page are those of the font', () => {
  for (const [script, text] of Object.entries(SCRIPTS)) {
    for (const isBold of [false, true]) {
      it(`${script}${isBold ? ', bold' : ''}`, async () => {
        const country = script === 'Japanese' ? 'JP' : script === 'traditional Chinese' ? 'TW' : 'CN';
        const items = grid(text, isBold);
        const bytes = await pdfOf(items, country);
        const outline = outlinesOf(items, country);
        const profile = { ...DEFAULT_PROFILE, mediaHeightMm: 50 };
        const fit = { box: { left: 0, top: 0, width: 1, height: 1 }, quarterTurns: 0, scale: 'own-size' } as const;
        const [byPdfium] = await rasteriser.rasterise({ kind: 'pdf', bytes }, profile, { fit });
        expect(wrongLetters(text, byPdfium!.bitmap, outline)).toEqual([]);
        if (hasPoppler) expect(wrongLetters(text, popplerPages(bytes, POPPLER_DPI[203])[0]!, outline)).toEqual([]);
      });
    }
  }
});

it('a lost letter would be noticed', async () => {
  const items = grid('ABC', false);
  const [first, , third] = items;
  const outline = outlinesOf(items, null);
  const bytes = await pdfOf([first!, third!], null);
  if (!hasPoppler) return;
  expect(wrongLetters('ABC', popplerPages(bytes, POPPLER_DPI[203])[0]!, outline)).toEqual(['B']);
});

it('Chinese characters are written as in the country they go to', () => {
  const draw = (country: string): Uint8Array => outlinesOf(grid('骨直', false), country).data;
  expect(draw('TW')).not.toEqual(draw('CN'));
  expect(draw('JP')).not.toEqual(draw('CN'));
});

it('what no font has is a box, as wide as a letter', () => {
  const warnings = new Warnings();
  const items = [textItem(boxOf(1, 1, 30, 10), '😀', 20)];
  const bitmap = drawDots(
    items,
    { widthDots: 240, heightDots: 88, perMm: 8 },
    { fonts, country: null, floorPt: 7, warnings },
  );
  expect(warnings.list()).toEqual(['letter-missing:😀']);
  expect(inkIn(bitmap, 0, 0, 240, 88)).toBeGreaterThan(300);
});
