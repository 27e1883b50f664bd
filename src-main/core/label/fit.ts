/** A rectangle on a page, in dots of the printer's head, from the page's top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PageLook {
  /** The page at its own size in head dots. */
  readonly width: number;
  readonly height: number;
  /** Where there is ink; null on an empty page. */
  readonly content: Box | null;
  /** Separate islands of ink that could each be a label, the inkiest first. */
  readonly islands: readonly Box[];
}

export const FIT_WARNINGS = ['label-empty', 'label-cropped', 'label-scaled', 'label-cut-out', 'label-rotated'] as const;
export type FitWarning = (typeof FIT_WARNINGS)[number];

/** What to draw and where: this part of the page, turned, scaled, with its top left corner at this dot of the stock. */
export interface Placement {
  readonly source: Box;
  readonly quarterTurns: 0 | 1;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly warnings: readonly FitWarning[];
}

/** A page this little larger than the stock is meant for it: 4×6 in on 100×150 mm is 1.6 % wider. */
const NEARLY = 1.035;
/** Ink that would fall off the stock by less than this many dots is the page's own rounding. */
const LOST_DOTS = 2;
/** An island this much of the stock can be a label; smaller ones are remarks and logos. */
const LABEL_SHARE = 0.25;

/**
 * Fits a page to the stock without touching the size of its bars whenever that is possible: a page of about the
 * stock's size is placed at its own size; a larger page is cut to its ink; a sheet with a label on a part of it is cut
 * to that label; and only what still does not fit is made smaller. What lies across is turned by a quarter.
 */
export function fitPage(page: PageLook, stockWidth: number, stockHeight: number): Placement {
  const whole: Box = { left: 0, top: 0, width: page.width, height: page.height };
  if (page.content === null) return { ...placed(whole, false, 1, stockWidth, stockHeight, whole), warnings: ['label-empty'] };
  const stock = { width: stockWidth, height: stockHeight };
  const turned = turnFor(whole, stock, NEARLY);
  if (turned !== null) return atOwnSize(whole, page.content, turned, stock);
  const inked = turnFor(page.content, stock, 1);
  if (inked !== null) return atOwnSize(page.content, page.content, inked, stock);
  const island = page.islands.find((box) => turnFor(box, stock, 1) !== null && area(box) >= LABEL_SHARE * stockWidth * stockHeight);
  if (island !== undefined) {
    const cut = atOwnSize(island, island, turnFor(island, stock, 1) ?? false, stock);
    return { ...cut, warnings: [...cut.warnings, 'label-cut-out'] };
  }
  return madeSmaller(biggest(page, page.content), stock);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** false: fits as it lies; true: fits after a quarter turn; null: does not fit. */
function turnFor(box: Size, stock: Size, tolerance: number): boolean | null {
  if (box.width <= stock.width * tolerance && box.height <= stock.height * tolerance) return false;
  return box.height <= stock.width * tolerance && box.width <= stock.height * tolerance ? true : null;
}

function atOwnSize(source: Box, content: Box, isTurned: boolean, stock: Size): Placement {
  const placement = placed(source, isTurned, 1, stock.width, stock.height, content);
  const warnings: FitWarning[] = isTurned ? ['label-rotated'] : [];
  if (losesInk(placement, content, stock)) warnings.push('label-cropped');
  return { ...placement, warnings };
}

function madeSmaller(source: Box, stock: Size): Placement {
  const upright = Math.min(stock.width / source.width, stock.height / source.height);
  const across = Math.min(stock.width / source.height, stock.height / source.width);
  const isTurned = across > upright;
  const placement = placed(source, isTurned, Math.max(upright, across), stock.width, stock.height, source);
  return { ...placement, warnings: isTurned ? ['label-scaled', 'label-rotated'] : ['label-scaled'] };
}

/** The part worth making smaller: one dominating island, else all the ink. */
function biggest(page: PageLook, content: Box): Box {
  const [first] = page.islands;
  return first !== undefined && area(first) > area(content) / 2 ? first : content;
}

const area = (box: Size): number => box.width * box.height;

/** Centred; where the page is larger than the stock, moved so that its ink stays on it if it can. */
function placed(source: Box, isTurned: boolean, scale: number, stockWidth: number, stockHeight: number, content: Box): Omit<Placement, 'warnings'> {
  const inner = turnBox(content, source, isTurned);
  const size = isTurned ? { width: source.height, height: source.width } : source;
  return {
    source,
    quarterTurns: isTurned ? 1 : 0,
    scale,
    left: along(size.width * scale, stockWidth, inner.left * scale, inner.width * scale),
    top: along(size.height * scale, stockHeight, inner.top * scale, inner.height * scale),
  };
}

function along(size: number, stock: number, inkStart: number, inkSize: number): number {
  const centred = Math.round((stock - size) / 2);
  if (size <= stock) return centred;
  const least = Math.ceil(-inkStart);
  const most = Math.floor(stock - inkStart - inkSize);
  return least <= most ? Math.min(most, Math.max(least, centred)) : Math.round((stock - inkSize) / 2 - inkStart);
}

/** Where the content lies inside the source once the source was turned clockwise by a quarter. */
function turnBox(content: Box, source: Box, isTurned: boolean): Box {
  const left = content.left - source.left;
  const top = content.top - source.top;
  if (!isTurned) return { left, top, width: content.width, height: content.height };
  return { left: source.height - top - content.height, top: left, width: content.height, height: content.width };
}

function losesInk(placement: Omit<Placement, 'warnings'>, content: Box, stock: Size): boolean {
  const inner = turnBox(content, placement.source, placement.quarterTurns === 1);
  const left = placement.left + inner.left;
  const top = placement.top + inner.top;
  const over = Math.max(-left, -top, left + inner.width - stock.width, top + inner.height - stock.height);
  return over > LOST_DOTS;
}
