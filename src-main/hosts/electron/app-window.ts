import { app, BrowserWindow, nativeTheme, session } from 'electron';
import type { Log } from '../../app/ports/log.ts';
import { APP_ORIGIN } from './app-scheme.ts';
import { windowOptions } from './window-options.ts';
import { zoomByKeys } from './zoom-keys.ts';

/**
 * Opens the one window; a hidden one is drawn all the same and waits in the tray. Nothing in it may navigate away, open
 * windows, or ask for permissions.
 */
export function openAppWindow(preload: string, log: Log, isHidden: boolean): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload, process.platform, nativeTheme.shouldUseDarkColors));
  window.once('ready-to-show', () => {
    if (!isHidden) window.show();
  });
  // The page holds nothing that main does not know: after a crash it is simply drawn again.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error('window-crashed', { reason });
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.reload();
  });
  zoomByKeys(window.webContents);
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** Rules for whatever web contents come to be, whoever makes them. */
export function lockDownWebContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(ALLOWED.includes(permission)),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => ALLOWED.includes(permission));
}

/** Copying an order number is all the page may do with the system. */
const ALLOWED = ['clipboard-sanitized-write'];
