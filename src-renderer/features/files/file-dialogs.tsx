import { closeFileDialog, useFileDialogs } from '../../stores/file-dialogs.ts';
import { ExportDialog } from './export-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';

/** Files of a seller centre, in or out, over whatever place. */
export function FileDialogs() {
  const open = useFileDialogs((dialogs) => dialogs.open);
  if (open === null) return null;
  return open.kind === 'import' ? (
    <ImportDialog shopId={open.shopId} dropped={open.file} onClose={closeFileDialog} />
  ) : (
    <ExportDialog shopId={open.shopId} onClose={closeFileDialog} />
  );
}
