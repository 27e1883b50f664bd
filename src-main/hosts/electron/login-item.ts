import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { autostartEntry, autostartFile } from './autostart-entry.ts';

/**
 * Has the app started with the seller's session, in the tray, or no more. Windows and macOS keep that themselves; a Linux
 * desktop reads a file. Throws what the file system throws.
 */
export function setStartsAtLogin(startsAtLogin: boolean): void {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: startsAtLogin, path: process.execPath, args: argumentsOf() });
    return;
  }
  const file = autostartFile(process.env['XDG_CONFIG_HOME'], homedir());
  if (!startsAtLogin) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  // An AppImage runs from a mount that is gone tomorrow; the file itself is named in its environment.
  const program = process.env['APPIMAGE'] ?? process.execPath;
  writeFileSync(file, autostartEntry([program, ...argumentsOf()]));
}

/** macOS takes no arguments; it says itself that the session opened the app. */
export function isOpenedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Unpacked, the program is Electron, and the app its first argument. */
function argumentsOf(): string[] {
  return [...(app.isPackaged ? [] : [app.getAppPath()]), '--hidden'];
}
