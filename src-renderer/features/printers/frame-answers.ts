import type { SeenLabel } from '../../../src-main/contract/methods/printers.ts';

/** What the seller can say of the test label in her hand; each has its drawing. */
export const FRAME_ANSWERS = ['whole', 'shifted', 'turned', 'size', 'pale', 'dark'] as const;
export type FrameAnswer = (typeof FRAME_ANSWERS)[number];

/** Where the frame is on a label that is right, from the paper's edges. */
export const FRAME_MM = 2;
const RULER_MM = 50;

/** The corrections behind the answers, as the panel under them sets them. */
export interface Corrections {
  /** How far the print has to move on the paper, in mm, right and down. */
  readonly moveX: number;
  readonly moveY: number;
  readonly turned: 90 | 180 | 270;
  readonly rulerMm: number;
}

export const NO_CORRECTIONS: Corrections = { moveX: 0, moveY: 0, turned: 90, rulerMm: RULER_MM };

const NOTHING_SEEN: SeenLabel = { turned: 0, leftMm: null, topMm: null, rulerMm: null, shade: 'good' };

/** What the answer says about the label, in the terms of a measured one. */
export function seenBy(answer: FrameAnswer, corrections: Corrections): SeenLabel {
  switch (answer) {
    case 'whole':
      return NOTHING_SEEN;
    case 'shifted':
      return { ...NOTHING_SEEN, leftMm: FRAME_MM - corrections.moveX, topMm: FRAME_MM - corrections.moveY };
    case 'turned':
      return { ...NOTHING_SEEN, turned: corrections.turned };
    case 'size':
      return { ...NOTHING_SEEN, rulerMm: corrections.rulerMm };
    case 'pale':
    case 'dark':
      return { ...NOTHING_SEEN, shade: answer };
  }
}

/** The print moved by so much more, within what a paper can take. */
export function moved(corrections: Corrections, x: number, y: number): Corrections {
  const bounded = (mm: number): number => Math.max(-18, Math.min(18, mm));
  return { ...corrections, moveX: bounded(corrections.moveX + x), moveY: bounded(corrections.moveY + y) };
}

/** What a key does while the question stands. */
export type FrameDeed =
  | { readonly kind: 'answer'; readonly answer: FrameAnswer }
  | { readonly kind: 'move'; readonly x: number; readonly y: number }
  | { readonly kind: 'go' };

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** 1 to 6 answer, arrows move the print a millimetre where that is the answer, Enter does what the answer asks for. */
export function deedOfKey(key: string, answer: FrameAnswer | null): FrameDeed | null {
  const chosen = /^[1-9]$/.test(key) ? FRAME_ANSWERS[Number(key) - 1] : undefined;
  if (chosen !== undefined) return { kind: 'answer', answer: chosen };
  if (answer === null) return null;
  if (key === 'Enter') return { kind: 'go' };
  const step = answer === 'shifted' ? ARROWS[key] : undefined;
  return step === undefined ? null : { kind: 'move', x: step[0], y: step[1] };
}
