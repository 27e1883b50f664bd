import { PNG } from 'pngjs';
import type { DecodedPaper } from './paper.ts';

/** The paper as a black and white PNG, one pixel a dot. */
export function paperPng(paper: DecodedPaper): Uint8Array {
  const png = new PNG({ width: paper.widthDots, height: paper.heightDots, colorType: 0, inputColorType: 0, inputHasAlpha: false, bitDepth: 8 });
  const grey = Buffer.alloc(paper.widthDots * paper.heightDots, 255);
  for (let y = 0; y < paper.heightDots; y += 1) {
    for (let x = 0; x < paper.widthDots; x += 1) {
      const byte = paper.dots[y * paper.bytesPerRow + (x >> 3)] ?? 0;
      if ((byte & (0x80 >> (x & 7))) !== 0) grey[y * paper.widthDots + x] = 0;
    }
  }
  png.data = grey;
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, bitDepth: 8 });
}
