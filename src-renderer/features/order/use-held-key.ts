import { useEffect } from 'react';
import type { Reveal } from './use-reveal.ts';

/** A scanner types faster than this; a code with a V in it must not show an address. */
const HELD_AFTER_MS = 90;

/** A key that works while it is held down, wherever the focus is except in fields and dialogs. */
export function useHeldKey(key: string, reveal: Reveal): void {
  const { hold, letGo } = reveal;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const down = (event: KeyboardEvent) => {
      clearTimeout(timer);
      if (event.key.toLowerCase() !== key || event.repeat || isTakenElsewhere(event)) return;
      timer = setTimeout(hold, HELD_AFTER_MS);
    };
    const up = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key) return;
      clearTimeout(timer);
      letGo();
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, [key, hold, letGo]);
}

/** Keys with Ctrl and the like, and letters that belong to a field or to a dialog over the window. */
function isTakenElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return true;
  if (event.target.closest('input, textarea, select') !== null) return true;
  const dialog = event.target.closest('[role="dialog"], [role="alertdialog"]');
  return dialog !== null && dialog.getAttribute('aria-modal') !== 'false';
}
