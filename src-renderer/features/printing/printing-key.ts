import { letterOf, type KeyPress } from '../../ui/key-press.ts';

/** What a key asks of the printing centre. */
export type PrintingKey =
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'row'; readonly by: 1 | -1 }
  | { readonly kind: 'open' | 'primary' | 'before' | 'after' | 'reprint' | 'pause' | 'leave' };

const PLAIN: Readonly<Record<string, PrintingKey>> = {
  j: { kind: 'step', by: 1 },
  ArrowRight: { kind: 'step', by: 1 },
  k: { kind: 'step', by: -1 },
  ArrowLeft: { kind: 'step', by: -1 },
  ArrowDown: { kind: 'row', by: 1 },
  ArrowUp: { kind: 'row', by: -1 },
  '2': { kind: 'before' },
  '3': { kind: 'after' },
  r: { kind: 'reprint' },
  Escape: { kind: 'leave' },
};

/**
 * What a press means, or null. Enter and Space belong to the button that has the focus — except on a paper, where Enter
 * looks closer and Space pauses; with the focus nowhere, Enter does the one thing the right column proposes.
 */
export function printingKey(press: KeyPress, focus: 'paper' | 'control' | 'nowhere'): PrintingKey | null {
  if (press.altKey || press.ctrlKey || press.metaKey) return null;
  const key = letterOf(press);
  if (key === 'Enter') {
    if (focus === 'control') return null;
    return { kind: focus === 'paper' ? 'open' : 'primary' };
  }
  if (key === ' ') return focus === 'control' ? null : { kind: 'pause' };
  return PLAIN[key] ?? null;
}
