import { letterOf, type KeyPress } from '../../ui/key-press.ts';
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
  'slips',
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

const SINGLE: Readonly<Record<string, SimpleAction>> = {
  p: 'print',
  h: 'hold',
  e: 'case',
  l: 'slips',
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
