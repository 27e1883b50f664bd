import { useDialogs } from '../../stores/dialogs.ts';
import { CaseDialog } from './case-dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { GoHint } from './go-hint.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { KeySheet } from './key-sheet.tsx';

/** The question, palette or sheet that is open. Lives in the shell: the drawer and other places open them too. */
export function BoardDialogs() {
  const open = useDialogs((dialogs) => dialogs.open);
  if (open === null) return <GoHint />;
  if (open.kind === 'hold') return <HoldDialog orderIds={open.orderIds} reason={open.reason} />;
  if (open.kind === 'case') return <CaseDialog orderIds={open.orderIds} />;
  return open.kind === 'palette' ? <CommandPalette /> : <KeySheet />;
}
