import type { Box, Size } from './box.ts';
import { turnedBox, turnedSize, type QuarterTurns } from './fit-turn.ts';

export interface PageLook extends Size {
  /** Where there is ink, the page at its own size in head dots; null on an empty page. */
  readonly content: Box | null;
}

export const FIT_WARNINGS = [
  'label-empty',
  'label-cropped',
  'label-scaled',
  'label-cut-out',
  'label-several',
  'label-rotated',
  /** Pages without ink between others; told on the first page that is left. */
  'blank-pages-dropped',
  /** There was no place for the words of the mark. */
  'mark-missing',
  /** A picture that the label's own commands want from the printer's memory. */
  'zpl-graphic-missing',
] as const;
export type FitWarning = (typeof FIT_WARNINGS)[number];

/** What to draw and where: this part of the page, turned clockwise, scaled, with its top left corner at this dot of the stock. */
export interface Placement {
  readonly source: Box;
  readonly quarterTurns: QuarterTurns;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly warnings: readonly FitWarning[];
}

/** The printer's own correction, in dots of the stock. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

/** A page this little larger than the stock is meant for it: 4×6 in on 100×150 mm is 1.6 % wider. */
const NEARLY = 1.035;
/** Ink this little larger than the stock loses its edge for the sake of its bars; more is made smaller. */
const LITTLE_LOST = 1.02;
/** Ink that would fall off the stock by less than this many dots is the page's own rounding. */
const LOST_DOTS = 2;
/** A page that would have to be made smaller than this holds more than one label. */
const SHEET_SCALE = 0.7;
/** A label fills at least so much of the stock each way; less is a piece of a label, a remark or a logo. */
const LEAST_FILL = 0.5;

/**
 * True when the page is much larger than the stock and its ink is too large as well: then its labels have to be found.
 * A page that is only somewhat larger is one label for other stock, and half a label is worse than a small one.
 */
export function isSheet(page: PageLook, stock: Size): boolean {
  if (page.content === null || turnFor(page.content, stock, 1) !== null) return false;
  return Math.max(scaleFor(page, stock), scaleFor(turned(page), stock)) < SHEET_SCALE;
}

/** True for a part of a sheet that is no larger than the stock and not much smaller either. */
export function isLabelSized(part: Size, stock: Size): boolean {
  const turn = turnFor(part, stock, 1);
  if (turn === null) return false;
  const [width, height] = turn ? [part.height, part.width] : [part.width, part.height];
  return width >= LEAST_FILL * stock.width && height >= LEAST_FILL * stock.height;
}

/**
 * Fits a page to the stock without touching the size of its bars whenever that is possible: a page of about the
 * stock's size is placed at its own size; a larger page is cut to its ink; of a sheet each label is cut out, on a piece
 * of stock of its own; and only what still does not fit is made smaller. What lies across is turned by a quarter.
 * Never empty; ink that would be lost is always told by a warning.
 */
export function fitPage(page: PageLook, labels: readonly Box[], stock: Size, offset: Offset): Placement[] {
  const { content } = page;
  const whole: Box = { left: 0, top: 0, width: page.width, height: page.height };
  if (content === null) return [{ ...placed(whole, whole, 0, 1, stock, offset), warnings: ['label-empty'] }];
  const pageTurn = turnFor(whole, stock, NEARLY);
  if (pageTurn !== null && turnFor(content, stock, LITTLE_LOST) !== null)
    return [atOwnSize(whole, content, pageTurn, stock, offset)];
  const inkTurn = turnFor(content, stock, 1);
  if (inkTurn !== null) return [atOwnSize(content, content, inkTurn, stock, offset)];
  if (labels.length === 0) return [madeSmaller(content, stock, offset)];
  const remarks: FitWarning[] = labels.length > 1 ? ['label-cut-out', 'label-several'] : ['label-cut-out'];
  return labels.map((label) => {
    const turn = turnFor(label, stock, 1);
    const cut = turn === null ? madeSmaller(label, stock, offset) : atOwnSize(label, label, turn, stock, offset);
    return { ...cut, warnings: [...remarks, ...cut.warnings] };
  });
}

/** false: fits as it lies; true: fits after a quarter turn; null: does not fit. */
function turnFor(part: Size, stock: Size, tolerance: number): boolean | null {
  if (part.width <= stock.width * tolerance && part.height <= stock.height * tolerance) return false;
  return part.height <= stock.width * tolerance && part.width <= stock.height * tolerance ? true : null;
}

/** How small a part has to be made to go on the stock as it lies; at most 1. */
function scaleFor(part: Size, stock: Size): number {
  return Math.min(1, stock.width / part.width, stock.height / part.height);
}

const turned = (size: Size): Size => turnedSize(size, 1);

function atOwnSize(source: Box, content: Box, isTurned: boolean, stock: Size, offset: Offset): Placement {
  const warnings: FitWarning[] = isTurned ? ['label-rotated'] : [];
  return withLoss({ ...placed(source, content, isTurned ? 1 : 0, 1, stock, offset), warnings }, content, stock);
}

function madeSmaller(source: Box, stock: Size, offset: Offset): Placement {
  const upright = scaleFor(source, stock);
  const across = scaleFor(turned(source), stock);
  const isTurned = across > upright;
  const warnings: FitWarning[] = isTurned ? ['label-scaled', 'label-rotated'] : ['label-scaled'];
  const scale = Math.max(upright, across);
  return withLoss({ ...placed(source, source, isTurned ? 1 : 0, scale, stock, offset), warnings }, source, stock);
}

/** Centred; where the part is larger than the stock, moved so that its ink stays on it if it can. */
export function placed(
  source: Box,
  content: Box,
  quarterTurns: QuarterTurns,
  scale: number,
  stock: Size,
  offset: Offset,
): Omit<Placement, 'warnings'> {
  const inner = inSource(content, source, quarterTurns);
  const size = turnedSize(source, quarterTurns);
  return {
    source,
    quarterTurns,
    scale,
    left: offset.x + along(Math.round(size.width * scale), stock.width, inner.left * scale, inner.width * scale),
    top: offset.y + along(Math.round(size.height * scale), stock.height, inner.top * scale, inner.height * scale),
  };
}

function along(size: number, stock: number, inkStart: number, inkSize: number): number {
  const centred = Math.round((stock - size) / 2);
  if (size <= stock) return centred;
  const least = Math.ceil(-inkStart);
  const most = Math.floor(stock - inkStart - inkSize);
  return least <= most ? Math.min(most, Math.max(least, centred)) : Math.round((stock - inkSize) / 2 - inkStart);
}

/** Where the content lies inside the source once the source was turned. */
function inSource(content: Box, source: Box, quarterTurns: QuarterTurns): Box {
  const inner = { ...content, left: content.left - source.left, top: content.top - source.top };
  return turnedBox(inner, source, quarterTurns);
}

/** Adds the warning of ink that falls off the stock. */
export function withLoss(placement: Placement, content: Box, stock: Size): Placement {
  const { source, quarterTurns, scale } = placement;
  const inner = inSource(content, source, quarterTurns);
  const left = placement.left + inner.left * scale;
  const top = placement.top + inner.top * scale;
  const right = left + inner.width * scale;
  const bottom = top + inner.height * scale;
  const over = Math.max(-left, -top, right - stock.width, bottom - stock.height);
  return over > LOST_DOTS ? { ...placement, warnings: [...placement.warnings, 'label-cropped'] } : placement;
}
