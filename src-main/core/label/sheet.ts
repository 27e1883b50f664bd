import { scaleFor, type Box, type Size } from './fit.ts';
import { guttersOf, inkBox, type Gutter, type InkMap } from './ink-map.ts';

/** Where a barcode was read on the page, in cells of the ink map. */
export interface CodeSpot {
  readonly x: number;
  readonly y: number;
}

/** White bands narrower than this many millimetres do not part two labels. */
const GUTTER_MM = 2.5;
/** A band this near the middle of the sheet, as a share of the sheet, is where sheets are meant to be cut. */
const NEAR_MIDDLE = 0.06;
/** A part that fits this well is taken for a label. */
const FITS = 0.97;
/** A cut-out label fills at least so much of the stock each way; less is a piece of a label. */
const LEAST_FILL = 0.4;
/** Where the whole would need little shrinking, cutting must be beyond doubt. */
const SURE_FILL = 0.85;
const SHRINKS_LITTLE = 0.7;
const MAX_DEPTH = 5;

/**
 * Finds the labels on a sheet that is larger than the stock: A4 with two or four labels, or a label with instructions
 * under it. The sheet is parted along white bands, first near its halves and else at the widest, until the parts fit;
 * parts without a barcode are left out. Answers null when no cut is convincing: then the whole has to be made smaller,
 * because half a label is worse than a small one. Everything in cells of the map; labels in reading order.
 */
export function cutSheet(map: InkMap, spots: readonly CodeSpot[], stock: Size, cellsPerMm: number): Box[] | null {
  const whole = inkBox(map);
  if (whole === null || spots.length === 0) return null;
  const leastFill = bestScale(whole, stock) >= SHRINKS_LITTLE ? SURE_FILL : LEAST_FILL;
  for (const isHalving of [true, false]) {
    const parts = divide({ map, stock, least: GUTTER_MM * cellsPerMm, isHalving }, whole, 0);
    const labels = parts.filter((part) => spots.some((spot) => holds(part, spot)));
    const hasAll = spots.every((spot) => labels.some((label) => holds(label, spot)));
    if (hasAll && parts.length > 1 && labels.every((label) => isLabelSized(label, stock, leastFill))) return inReadingOrder(labels);
  }
  return null;
}

interface Cutting {
  readonly map: InkMap;
  readonly stock: Size;
  readonly least: number;
  readonly isHalving: boolean;
}

function divide(cutting: Cutting, area: Box, depth: number): Box[] {
  const part = inkBox(cutting.map, area);
  if (part === null) return [];
  if (bestScale(part, cutting.stock) >= FITS || depth >= MAX_DEPTH) return [part];
  const gutter = chooseGutter(cutting, part);
  if (gutter === null) return [part];
  return splitAt(part, gutter).flatMap((half) => divide(cutting, half, depth + 1));
}

/** The widest band; when halving, bands near the middle of the sheet go before all others. */
function chooseGutter({ map, least, isHalving }: Cutting, part: Box): Gutter | null {
  const worth = (gutter: Gutter): number => {
    const sheet = gutter.axis === 'x' ? map.width : map.height;
    const middle = sheet / 2;
    const distance = Math.max(0, gutter.start - middle, middle - gutter.end);
    return gutter.end - gutter.start + (isHalving && distance <= NEAR_MIDDLE * sheet ? sheet : 0);
  };
  let best: Gutter | null = null;
  for (const gutter of guttersOf(map, part, least)) if (best === null || worth(gutter) > worth(best)) best = gutter;
  return best;
}

function splitAt(part: Box, { axis, start, end }: Gutter): [Box, Box] {
  const { left, top, width, height } = part;
  if (axis === 'x') return [{ ...part, width: start - left }, { ...part, left: end, width: left + width - end }];
  return [{ ...part, height: start - top }, { ...part, top: end, height: top + height - end }];
}

function isLabelSized(part: Box, stock: Size, leastFill: number): boolean {
  if (bestScale(part, stock) < FITS) return false;
  const isAlong = part.width > part.height === stock.width > stock.height;
  const [width, height] = isAlong ? [part.width, part.height] : [part.height, part.width];
  return width >= leastFill * stock.width && height >= leastFill * stock.height;
}

function bestScale(part: Size, stock: Size): number {
  return Math.max(scaleFor(part, stock), scaleFor({ width: part.height, height: part.width }, stock));
}

function holds(box: Box, { x, y }: CodeSpot): boolean {
  return x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height;
}

/** Top to bottom by rows, left to right within a row: two labels share a row when they overlap by half their height. */
function inReadingOrder(boxes: readonly Box[]): Box[] {
  return [...boxes].sort((one, other) => {
    const overlap = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
    return overlap > Math.min(one.height, other.height) / 2 ? one.left - other.left : one.top - other.top;
  });
}
