import { LANE_ORDER, type Lane } from './lanes.ts';

/** What a key asks of the board. */
export type KeyAction =
  | { readonly kind: 'move'; readonly lane: Lane }
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly extends: boolean }
  | { readonly kind: 'lane'; readonly by: 1 | -1 }
  | { readonly kind: SimpleAction };

export const SIMPLE_ACTIONS = [
  'print',
  'hold',
  'case',
  'open',
  'escape',
  'select',
  'select-lane',
  'search',
  'keys',
  'palette',
  'undo',
  'fold',
  'next-view',
] as const;
export type SimpleAction = (typeof SIMPLE_ACTIONS)[number];

export interface KeyPress {
  readonly key: string;
  /** Physical key, used while a Chinese input method swallows the letter. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const SINGLE: Readonly<Record<string, SimpleAction>> = {
  p: 'print',
  h: 'hold',
  e: 'case',
  x: 'select',
  f: 'fold',
  '/': 'search',
  '?': 'keys',
  '？': 'keys',
  ']': 'next-view',
  Enter: 'open',
  Escape: 'escape',
};

const WITH_CONTROL: Readonly<Record<string, SimpleAction>> = { z: 'undo', k: 'palette', a: 'select-lane' };

/** What a press means on the board, or null. */
export function keyAction(press: KeyPress): KeyAction | null {
  if (press.altKey) return null;
  const key = letterOf(press);
  if (press.ctrlKey || press.metaKey) {
    const kind = press.shiftKey ? undefined : WITH_CONTROL[key];
    return kind === undefined ? null : { kind };
  }
  const lane = /^[1-8]$/.test(key) ? LANE_ORDER[Number(key) - 1] : undefined;
  if (lane !== undefined) return { kind: 'move', lane };
  if (key === 'j' || key === 'ArrowDown') return { kind: 'step', by: 1, extends: press.shiftKey };
  if (key === 'k' || key === 'ArrowUp') return { kind: 'step', by: -1, extends: press.shiftKey };
  if (key === 'ArrowRight') return { kind: 'lane', by: 1 };
  if (key === 'ArrowLeft') return { kind: 'lane', by: -1 };
  const kind = SINGLE[key];
  return kind === undefined ? null : { kind };
}

/** The key in lower case; with an input method on, the browser says "Process" and only the physical key is known. */
function letterOf(press: KeyPress): string {
  if (press.key !== 'Process') return press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const letter = /^(?:Key|Digit)(.)$/.exec(press.code)?.[1]?.toLowerCase();
  if (letter !== undefined) return letter;
  if (press.code === 'Slash') return press.shiftKey ? '?' : '/';
  return press.code === 'BracketRight' ? ']' : press.key;
}
