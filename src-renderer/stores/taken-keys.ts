import { useDialogs } from './dialogs.ts';

/** Where keys belong to something else: a field that is typed in, a dialog, an open menu. */
export function isTakenElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || useDialogs.getState().open !== null) return true;
  if (!(event.target instanceof Element)) return false;
  if (
    event.target.closest('input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]') !== null
  )
    return true;
  const dialog = event.target.closest('[role="dialog"], [role="alertdialog"]');
  return dialog !== null && dialog.closest('[data-drawer]') === null;
}
