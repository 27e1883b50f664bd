import { useEffect } from 'react';
import { orderIdOf, type CaseItem } from '../../cases/case-items.ts';
import { openCaseDialog } from '../../stores/dialogs.ts';
import { openCase, openOrder } from '../../stores/route.ts';
import { isTakenElsewhere } from '../../stores/taken-keys.ts';
import { letterOf } from '../../ui/key-press.ts';

/** What the case on screen does for a key; null while it cannot. */
export interface CaseHands {
  readonly note: (() => void) | null;
  readonly close: (() => void) | null;
}

/** J and K go up and down the list, Enter opens the order, N notes, C closes the case, E opens one more on the order, Esc leaves it. */
export function useCaseKeys(items: readonly CaseItem[], picked: CaseItem | null, hands: CaseHands): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (isTakenElsewhere(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const key = caseKey(letterOf(event));
      if (key === null) return;
      // A button that has the focus keeps its own Enter, but for the rows of this list.
      const isControl =
        event.target instanceof Element && event.target.closest('button:not([data-case-id]), a') !== null;
      if (key === 'open' && (isControl || picked === null)) return;
      event.preventDefault();
      const orderId = picked === null ? null : orderIdOf(picked);
      if (key === 'open' || key === 'another') {
        if (orderId !== null && key === 'open') openOrder(orderId);
        else if (orderId !== null) openCaseDialog([orderId]);
      } else if (key === 'leave') openCase(null);
      else if (key === 'note' || key === 'close') hands[key]?.();
      else step(items, picked, key);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [items, picked, hands]);
}

type CaseKey = 'open' | 'another' | 'leave' | 'note' | 'close' | 1 | -1;

/** What a key asks of the list; null: nothing. */
export function caseKey(key: string): CaseKey | null {
  if (key === 'j' || key === 'ArrowDown') return 1;
  if (key === 'k' || key === 'ArrowUp') return -1;
  if (key === 'n') return 'note';
  if (key === 'c') return 'close';
  if (key === 'e') return 'another';
  if (key === 'Enter') return 'open';
  return key === 'Escape' ? 'leave' : null;
}

function step(items: readonly CaseItem[], picked: CaseItem | null, by: 1 | -1): void {
  const from = picked === null ? -1 : items.findIndex(({ id }) => id === picked.id);
  const next = items[from < 0 ? 0 : Math.max(0, Math.min(items.length - 1, from + by))];
  if (next === undefined) return;
  openCase(next.id);
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-case-id="${CSS.escape(next.id)}"]`)?.focus({ preventScroll: true }),
  );
}
