import { Menu } from 'electron';

/**
 * On a Mac the system's edit commands work only through a menu; elsewhere the window has none and its own keys rule.
 * Undo and redo are left out on purpose: Ctrl-Z takes back a move on the board.
 */
export function setAppMenu(): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: 'appMenu' },
      { label: 'Edit', submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
      { role: 'windowMenu' },
    ]),
  );
}
