import { GifWriter } from 'omggif';

/** A GIF of one frame, two colours. */
export function gifOf(
  width: number,
  height: number,
  isBlack: (x: number, y: number) => boolean,
  options: { readonly transparent?: number } = {},
): Uint8Array {
  const buffer = Buffer.alloc(width * height * 2 + 2_000);
  const writer = new GifWriter(buffer, width, height, { palette: [0x000000, 0xffffff] });
  const pixels = Array.from({ length: width * height }, (_, at) =>
    isBlack(at % width, Math.floor(at / width)) ? 0 : 1,
  );
  writer.addFrame(0, 0, width, height, pixels, options);
  return new Uint8Array(buffer.subarray(0, writer.end()));
}
