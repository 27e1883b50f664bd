import { useEffect } from 'react';
import type { AfterSaleView } from '../../../src-main/contract/methods/after-sales.ts';
import { openCase, openOrder } from '../../stores/route.ts';
import { isTakenElsewhere } from '../../stores/taken-keys.ts';
import { letterOf } from '../../ui/key-press.ts';

/** J and K go up and down the list, Enter opens the order of the case, Esc leaves it. */
export function useCaseKeys(cases: readonly AfterSaleView[], picked: AfterSaleView | null): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (isTakenElsewhere(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const action = caseKey(letterOf(event));
      if (action === null) return;
      // A button that has the focus keeps its own Enter, but for the rows of this list.
      const isControl =
        event.target instanceof Element && event.target.closest('button:not([data-case-id]), a') !== null;
      if (action === 'open' && (isControl || picked === null)) return;
      event.preventDefault();
      if (action === 'open') {
        const orderId = picked?.orderId ?? null;
        if (orderId !== null) openOrder(orderId);
      } else if (action === 'leave') openCase(null);
      else step(cases, picked, action);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [cases, picked]);
}

type CaseKey = 'open' | 'leave' | 1 | -1;

/** What a key asks of the list; null: nothing. */
export function caseKey(key: string): CaseKey | null {
  if (key === 'j' || key === 'ArrowDown') return 1;
  if (key === 'k' || key === 'ArrowUp') return -1;
  if (key === 'Enter') return 'open';
  return key === 'Escape' ? 'leave' : null;
}

function step(cases: readonly AfterSaleView[], picked: AfterSaleView | null, by: 1 | -1): void {
  const from = picked === null ? -1 : cases.findIndex(({ id }) => id === picked.id);
  const next = cases[from < 0 ? 0 : Math.max(0, Math.min(cases.length - 1, from + by))];
  if (next === undefined) return;
  openCase(next.id);
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-case-id="${CSS.escape(next.id)}"]`)?.focus({ preventScroll: true }),
  );
}
