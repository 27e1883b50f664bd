import bwip from 'bwip-js/node';
import { blankBitmap, type Bitmap } from '../../src-main/core/label/bitmap.ts';
import { fillBox } from './bitmaps.ts';

const FRAME_DOTS = 4;

/** A page with a frame at its very edge and one upright Code 128, its bars `moduleDots` wide. */
export function barcodeBitmap(widthDots: number, heightDots: number, text: string, moduleDots = 3): Bitmap {
  const bitmap = blankBitmap(widthDots, heightDots);
  fillBox(bitmap, 0, 0, widthDots, FRAME_DOTS);
  fillBox(bitmap, 0, heightDots - FRAME_DOTS, widthDots, FRAME_DOTS);
  fillBox(bitmap, 0, 0, FRAME_DOTS, heightDots);
  fillBox(bitmap, widthDots - FRAME_DOTS, 0, FRAME_DOTS, heightDots);
  const [code] = bwip.raw({ bcid: 'code128', text }) as { sbs: number[] }[];
  const bars = code?.sbs ?? [];
  let x = Math.round((widthDots - bars.reduce((sum, bar) => sum + bar, 0) * moduleDots) / 2);
  bars.forEach((bar, at) => {
    if (at % 2 === 0) fillBox(bitmap, x, Math.round(heightDots / 3), bar * moduleDots, Math.round(heightDots / 4));
    x += bar * moduleDots;
  });
  return bitmap;
}
