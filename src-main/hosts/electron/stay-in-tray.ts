import { app, type BrowserWindow } from 'electron';
import ElectronStore from 'electron-store';

export interface StayDeps {
  readonly window: BrowserWindow;
  readonly folder: string;
  /** The seller wants it so, and there is a tray to come back from. */
  readonly stays: () => boolean;
  /** Says once in the life of this folder where the window has gone. */
  readonly tell: () => void;
}

/** Closing the window only hides it, unless the app is to end: by its menu, the tray, or the system. */
export function stayInTray({ window, folder, stays, tell }: StayDeps): void {
  const store = new ElectronStore<{ isTrayTold: unknown }>({ cwd: folder, name: 'hints', clearInvalidConfig: true });
  let isEnding = false;
  const end = (): void => {
    isEnding = true;
  };
  app.on('before-quit', end);
  // Windows logs off without asking the app to quit.
  window.on('session-end', end);
  window.on('close', (event) => {
    if (isEnding || !stays()) return;
    event.preventDefault();
    window.hide();
    if (store.get('isTrayTold') === true) return;
    store.set('isTrayTold', true);
    tell();
  });
}
