/** One cell of a row; `share` is its part of the width. */
export interface FlowCell {
  readonly text: string;
  readonly share: number;
  readonly sizePt: number;
  readonly isBold: boolean;
  readonly align: 'left' | 'center' | 'right';
  /** White on black: what must not be overlooked. */
  readonly isInverted: boolean;
}

/** What slips are made of, from top to bottom; as wide as the paper, on pages as on a roll. */
export type FlowBlock =
  | {
      readonly kind: 'row';
      readonly cells: readonly FlowCell[];
      readonly keepsWithNext: boolean;
      /** box — a box to tick in front · room — as much room, so that headings stand over their columns. */
      readonly tick: 'none' | 'room' | 'box';
    }
  | { readonly kind: 'rule'; readonly isThick: boolean }
  | { readonly kind: 'gap'; readonly heightMm: number }
  /** An order number for the scanner. */
  | { readonly kind: 'code'; readonly text: string; readonly heightMm: number };

/** What belongs on paper of its own: one parcel's slip, one card, or the whole pick list. */
export interface FlowPaper {
  readonly country: string | null;
  readonly blocks: readonly FlowBlock[];
  /** Set in the middle of the page's height. */
  readonly isCentred: boolean;
}

type CellOptions = Partial<Omit<FlowCell, 'text'>>;

export function cell(text: string, sizePt: number, options: CellOptions = {}): FlowCell {
  return { text, sizePt, share: 1, isBold: false, align: 'left', isInverted: false, ...options };
}

type Row = Extract<FlowBlock, { kind: 'row' }>;

export function row(cells: readonly FlowCell[], options: Partial<Pick<Row, 'keepsWithNext' | 'tick'>> = {}): Row {
  return { kind: 'row', cells, keepsWithNext: false, tick: 'none', ...options };
}

export const gap = (heightMm: number): FlowBlock => ({ kind: 'gap', heightMm });
export const rule = (isThick = false): FlowBlock => ({ kind: 'rule', isThick });

/** Paper of this width is read like a page; narrower paper is read like a till receipt. */
export const isWide = (widthMm: number): boolean => widthMm >= 140;
