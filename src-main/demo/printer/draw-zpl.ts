import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
import type { ZplApi } from 'zpl-renderer-js';
import { whitePage, type DecodedPaper } from './paper.ts';
import type { ZplDrawing } from './reading.ts';

let loading: Promise<ZplApi> | null = null;

/** Nine megabytes, so only for who needs it. */
function renderer(): Promise<ZplApi> {
  loading ??= (
    createRequire(import.meta.url)('zpl-renderer-js') as { readonly ready: Promise<{ readonly api: ZplApi }> }
  ).ready.then(({ api }) => api);
  return loading;
}

/** Draws a format with text, bars or lines as a ZPL printer would, through zpl-renderer-js. Rejects when that cannot. */
export async function drawZpl(
  { zpl, widthDots, heightDots, copies }: ZplDrawing,
  dotsPerMm: number,
): Promise<DecodedPaper> {
  const api = await renderer();
  const perMm = Math.round(dotsPerMm);
  const base64 = await api.zplToBase64Async(zpl, Math.ceil(widthDots / perMm), Math.ceil(heightDots / perMm), perMm);
  const picture = PNG.sync.read(Buffer.from(base64, 'base64'));
  const page = { ...whitePage('zpl', widthDots, heightDots), copies };
  for (let y = 0; y < Math.min(heightDots, picture.height); y += 1) {
    for (let x = 0; x < Math.min(widthDots, picture.width); x += 1) {
      if ((picture.data[(y * picture.width + x) * 4] ?? 255) >= 128) continue;
      const at = y * page.bytesPerRow + (x >> 3);
      page.dots[at] = (page.dots[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return page;
}
