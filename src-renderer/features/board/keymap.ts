import { PLACES, type Place } from '../../stores/route.ts';
import { letterOf, type KeyPress } from '../../ui/key-press.ts';
import { PLACE_KEYS } from '../../ui/key-table.ts';
import { LANE_ORDER, type Lane } from './lanes.ts';

/** What a key asks of the board. */
export type KeyAction =
  | { readonly kind: 'move'; readonly lane: Lane }
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly extends: boolean }
  | { readonly kind: 'lane'; readonly by: 1 | -1 }
  /** The nth view of the toolbar, from 0. */
  | { readonly kind: 'view'; readonly index: number }
  | { readonly kind: 'next-view'; readonly by: 1 | -1 }
  | { readonly kind: SimpleAction };

export const SIMPLE_ACTIONS = [
  'print',
  'hold',
  'case',
  'slips',
  'tags',
  'merge',
  'open',
  'escape',
  'select',
  'select-all',
  'search',
  'filter',
  'keys',
  'palette',
  'undo',
  'redo',
  'fold',
  'go',
] as const;
export type SimpleAction = (typeof SIMPLE_ACTIONS)[number];

const SINGLE: Readonly<Record<string, SimpleAction>> = {
  p: 'print',
  h: 'hold',
  e: 'case',
  l: 'slips',
  t: 'tags',
  m: 'merge',
  x: 'select',
  ' ': 'select',
  f: 'filter',
  g: 'go',
  '-': 'fold',
  '/': 'search',
  '?': 'keys',
  '？': 'keys',
  Enter: 'open',
  Escape: 'escape',
};

const WITH_CONTROL: Readonly<Record<string, SimpleAction>> = { z: 'undo', y: 'redo', k: 'palette', a: 'select-all' };
const WITH_CONTROL_AND_SHIFT: Readonly<Record<string, SimpleAction>> = { z: 'redo' };

/** What a press means on the board, or null. */
export function keyAction(press: KeyPress): KeyAction | null {
  if (press.altKey) return viewAction(press);
  const key = letterOf(press);
  if (press.ctrlKey || press.metaKey) {
    const kind = (press.shiftKey ? WITH_CONTROL_AND_SHIFT : WITH_CONTROL)[key];
    return kind === undefined ? null : { kind };
  }
  const lane = /^[1-8]$/.test(key) ? LANE_ORDER[Number(key) - 1] : undefined;
  if (lane !== undefined) return { kind: 'move', lane };
  if (key === 'j' || key === 'ArrowDown') return { kind: 'step', by: 1, extends: press.shiftKey };
  if (key === 'k' || key === 'ArrowUp') return { kind: 'step', by: -1, extends: press.shiftKey };
  if (key === 'ArrowRight') return { kind: 'lane', by: 1 };
  if (key === 'ArrowLeft') return { kind: 'lane', by: -1 };
  if (key === ']' || key === '[') return { kind: 'next-view', by: key === ']' ? 1 : -1 };
  const kind = SINGLE[key];
  return kind === undefined ? null : { kind };
}

/** Alt with a digit; by the physical key, since a Mac types another letter with Alt. */
function viewAction({ code, ctrlKey, metaKey, shiftKey }: KeyPress): KeyAction | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit === undefined || ctrlKey || metaKey || shiftKey) return null;
  return { kind: 'view', index: Number(digit) - 1 };
}

/** The place that a press after G means, or null. */
export function placeOfKey(press: KeyPress): Place | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const letter = letterOf(press).toUpperCase();
  return PLACES.find((place) => PLACE_KEYS[place] === letter) ?? null;
}
