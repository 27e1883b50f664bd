import { moduleWidth } from '../../../core/label/fit-modules.ts';
import type { GrayImage } from './pdfium.ts';
import { LINEAR_FORMATS, type LabelFormat, type SpottedBarcode } from './read-codes.ts';

/** Wide bars of these are no whole number of narrow ones. */
const UNEVEN: readonly LabelFormat[] = ['Code39', 'ITF'];

/** Widths of the linear codes' modules, in pixels of the black and white picture that they were read from. */
export function moduleWidths(image: GrayImage, codes: readonly SpottedBarcode[]): number[] {
  const widths = codes
    .filter((code) => LINEAR_FORMATS.some((linear) => linear === code.format))
    .map((code) => moduleWidth(runsThrough(image, code), !UNEVEN.includes(code.format)));
  return widths.filter((width) => width !== null);
}

/** Lengths of the bars and spaces along a line through the middle of a code, from its first bar to its last. */
function runsThrough({ width, pixels }: GrayImage, { box, isUpended }: SpottedBarcode): number[] {
  const middle = Math.round(isUpended ? box.left + box.width / 2 : box.top + box.height / 2);
  const [from, length] = isUpended ? [box.top, box.height] : [box.left, box.width];
  const isBlack = (at: number): boolean => {
    const [x, y] = isUpended ? [middle, Math.round(from) + at] : [Math.round(from) + at, middle];
    return pixels[y * width + x] === 0;
  };
  const runs: number[] = [];
  let [start, last] = [0, false];
  for (let at = 0; at <= length; at += 1) {
    const black = at < length && isBlack(at);
    if (black === last) continue;
    if (last || runs.length > 0) runs.push(at - start);
    [start, last] = [at, black];
  }
  return runs;
}
