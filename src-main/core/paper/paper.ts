/** A rectangle on paper, from its upper left corner. */
export interface PaperBox {
  readonly leftMm: number;
  readonly topMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Barcodes that we draw. Texts that begin like "(420)…" are GS1 element strings and get their FNC1. */
export const CODE_SYMBOLS = ['code128', 'qr', 'datamatrix', 'pdf417'] as const;
export type CodeSymbol = (typeof CODE_SYMBOLS)[number];

/** Text that is wrapped and shrunk, down to the floor of the page, until it fits its box, and is then cut with '…'. */
export interface PaperText extends PaperBox {
  readonly kind: 'text';
  readonly text: string;
  readonly maxPt: number;
  readonly isBold: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'middle';
  /** On a black ground. */
  readonly isWhite: boolean;
  /** Whose way of writing Chinese characters is used; absent: the page's. */
  readonly country?: string;
}

export type PaperItem =
  | PaperText
  | (PaperBox & { readonly kind: 'fill' })
  | (PaperBox & { readonly kind: 'frame'; readonly lineMm: number })
  /** The symbol is drawn inside the box with its quiet zone, as large as it goes. */
  | (PaperBox & { readonly kind: 'code'; readonly symbol: CodeSymbol; readonly text: string });

export interface PageSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** What is drawn on one page, in the order of drawing. */
export interface PaperPage extends PageSize {
  readonly items: readonly PaperItem[];
}

/** The width of one character in ems. */
export type Measure = (character: string, isBold: boolean) => number;

export const MM_PER_PT = 25.4 / 72;
/** Line height and the baseline's place in a line, in ems: Vietnamese capitals need what is above. */
export const LINE_EM = 1.24;
export const BASELINE_EM = 0.95;

/** Smaller letters break up on a head of this dpi (reference measurements: CJK at 7 pt is legible at 203 dpi). */
export function floorPt(dpi: 203 | 300 | 600): number {
  return dpi === 203 ? 7 : 6;
}

type TextOptions = Partial<Pick<PaperText, 'isBold' | 'align' | 'vertical' | 'isWhite'>>;

/** A text item; top left and regular unless told. */
export function textItem(box: PaperBox, text: string, maxPt: number, options: TextOptions = {}): PaperText {
  const { leftMm, topMm, widthMm, heightMm } = box;
  const style = { isBold: false, align: 'left', vertical: 'top', isWhite: false, ...options } as const;
  return { kind: 'text', leftMm, topMm, widthMm, heightMm, text, maxPt, ...style };
}

export function boxOf(leftMm: number, topMm: number, widthMm: number, heightMm: number): PaperBox {
  return { leftMm, topMm, widthMm, heightMm };
}

/** A black bar; also every line. */
export function fillItem(leftMm: number, topMm: number, widthMm: number, heightMm: number): PaperItem {
  return { kind: 'fill', leftMm, topMm, widthMm, heightMm };
}

/** The box made smaller on all sides. */
export function inset(box: PaperBox, xMm: number, yMm: number): PaperBox {
  return boxOf(box.leftMm + xMm, box.topMm + yMm, box.widthMm - 2 * xMm, box.heightMm - 2 * yMm);
}
