import { useEffect } from 'react';
import { announce } from '../../stores/announce.ts';
import { openProduct } from '../../stores/route.ts';
import { isTakenElsewhere } from '../../stores/taken-keys.ts';
import { letterOf } from '../../ui/key-press.ts';
import { useStock } from './stock-store.ts';

/** What keys do on the stock: J and K go through the list, Enter goes into the product, / searches, N adds, Esc leaves. */
export interface StockKeys {
  readonly openSku: string | null;
  /** False where the list of products is not shown. */
  readonly hasList: boolean;
  /** Takes the keyboard back from a field or a row. */
  readonly focusPage: () => void;
  /** Puts the keyboard into the product's first field. */
  readonly enter: () => void;
  readonly focusSearch: () => void;
  readonly add: () => void;
  readonly leave: () => void;
  /** Brings a row into sight. */
  readonly follow: (index: number) => void;
}

export function useStockKeys(keys: StockKeys): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && isInPanelField(event)) {
        event.preventDefault();
        keys.focusPage();
        return;
      }
      if (isTakenElsewhere(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = event.key === 'Enter' ? enterOf(event, keys) : actionOf(letterOf(event), keys);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  });
}

/** Esc in a field of the product leaves the field; once more closes the product. */
function isInPanelField({ target, defaultPrevented }: KeyboardEvent): boolean {
  return !defaultPrevented && target instanceof Element && target.matches('aside input');
}

/** Enter is a button's own, but for the row that is open already. */
function enterOf({ target }: KeyboardEvent, keys: StockKeys): (() => void) | null {
  const control = target instanceof Element ? target.closest('button, a') : null;
  return control === null || control.closest('[role="row"][data-is-open]') !== null ? keys.enter : null;
}

function actionOf(key: string, keys: StockKeys): (() => void) | null {
  if (key === 'j' || key === 'ArrowDown') return () => step(keys, 1);
  if (key === 'k' || key === 'ArrowUp') return () => step(keys, -1);
  if (key === '/') return keys.focusSearch;
  if (key === 'n') return keys.add;
  return key === 'Escape' ? keys.leave : null;
}

function step({ openSku, hasList, follow, focusPage }: StockKeys, by: 1 | -1): void {
  if (!hasList) return;
  const { rows, total } = useStock.getState();
  const from = [...rows].find(([, row]) => row.product.sku === openSku)?.[0] ?? -1;
  const to = from < 0 ? 0 : Math.max(0, Math.min((total ?? 1) - 1, from + by));
  const next = rows.get(to);
  follow(to);
  if (next === undefined) return;
  const { sku, title, variant } = next.product;
  openProduct(sku);
  focusPage();
  announce([sku, title, variant].filter((part) => part !== null).join(' '));
}
