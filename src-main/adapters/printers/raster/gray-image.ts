/** A picture with one byte a pixel, 255 = white. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Copies the pixels of a rectangle from one picture to another of the same size; what lies outside is left alone. */
export function copyArea(from: GrayImage, to: GrayImage, area: { left: number; top: number; right: number; bottom: number }): void {
  const left = Math.max(0, Math.floor(area.left));
  const right = Math.min(to.width, Math.ceil(area.right));
  for (let y = Math.max(0, Math.floor(area.top)); y < Math.min(to.height, area.bottom); y += 1) {
    if (left < right) to.pixels.set(from.pixels.subarray(y * to.width + left, y * to.width + right), y * to.width + left);
  }
}

/**
 * Each pixel as the mean of `by` finer pixels along one axis, plus `lift`: a shared threshold of 160 then cuts the
 * mean at 160 - lift.
 */
export function averagedAlong(image: GrayImage, axis: 'x' | 'y', by: number, lift: number): GrayImage {
  const width = axis === 'x' ? Math.floor(image.width / by) : image.width;
  const height = axis === 'y' ? Math.floor(image.height / by) : image.height;
  const [stepX, stepY, inner] = axis === 'x' ? [by, image.width, 1] : [1, image.width * by, image.width];
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let part = 0; part < by; part += 1) sum += image.pixels[y * stepY + x * stepX + part * inner] ?? 255;
      pixels[y * width + x] = Math.min(255, Math.round(sum / by) + lift);
    }
  }
  return { width, height, pixels };
}
