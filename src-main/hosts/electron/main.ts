import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app, powerMonitor, type BrowserWindow } from 'electron';
import { createDispatch } from '../../app/dispatch.ts';
import { newStoreKey } from '../../adapters/vault/sealed-key.ts';
import { setAppMenu } from './app-menu.ts';
import { declareScheme, serveScheme } from './app-scheme.ts';
import { createAppTray } from './app-tray.ts';
import { lockDownWebContents, openAppWindow } from './app-window.ts';
import { createDemo } from './demo-host.ts';
import { createDesktopNotifier, raise } from './desktop-notifier.ts';
import { createFileLog } from './file-log.ts';
import { createPreferences } from './file-preferences.ts';
import { eventSink, listenToWindow } from './ipc-bridge.ts';
import { resolveLocale } from './locale.ts';
import { isOpenedAtLogin, setStartsAtLogin } from './login-item.ts';
import { inTrayWords } from './notice-words.ts';
import { watchOnline } from './online-watch.ts';
import { placesOf } from './places.ts';
import { runOnce } from './run-once.ts';
import { writeScreenshot } from './screenshot.ts';
import { applyTheme, Shell } from './shell.ts';
import { readStartOptions } from './start-options.ts';
import { stayInTray, type StayDeps } from './stay-in-tray.ts';
import { trayDeeds } from './tray-deeds.ts';
import { rememberPlace } from './window-place.ts';

const QUIT_DEADLINE_MS = 5_000;
/** The window draws, pictures load. */
const PICTURE_AFTER_MS = 1_500;
const options = readStartOptions(process.argv.slice(1));

// A run that is thrown away gets a folder of its own: its key exists only in memory.
if (options.isOnce) app.setPath('userData', mkdtempSync(path.join(options.userDataDir ?? tmpdir(), 'chudan-once-')));
else if (options.userDataDir !== null) app.setPath('userData', path.resolve(options.userDataDir));

// Windows shows notices only of programs with a name.
app.setAppUserModelId('app.chudan.desktop');
declareScheme();
if (options.isOnce || app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  const places = placesOf(app.getPath('userData'), app.getAppPath());
  const log = createFileLog(places.logFile);
  const preferences = createPreferences(places.folder);
  applyTheme(preferences.read().theme);
  let window: BrowserWindow | null = null;
  const currentWindow = (): BrowserWindow | null => window;
  const events = eventSink(currentWindow);
  const locale = () => resolveLocale(preferences.read().language, app.getPreferredSystemLanguages());
  const hasNotices = () => preferences.read().hasNotices;
  const tray = createAppTray({ assets: places.assets, locale, hasNotices, log, act: (deed) => act(deed) });
  const notifier = createDesktopNotifier({ currentWindow, events, tray, locale, log });
  const shell = new Shell({
    places,
    preferences,
    log,
    events,
    notifier,
    demo: createDemo({ folder: places.demo, assetsDir: places.assets, platforms: options.demoPlatforms }),
    throwAwayKey: options.isOnce ? newStoreKey() : null,
    onBoardDrawn: () => takePicture(currentWindow()),
    setStartsAtLogin,
    onPreferences: () => tray.refresh(),
  });
  const host = shell.hostHandlers();
  const dispatch = createDispatch({ log, host, app: () => shell.handlers(), monotonicMs: () => performance.now() });
  const act = trayDeeds({ raise: () => raise(currentWindow()), events, dispatch, hasNotices });
  setAppMenu();
  serveScheme(places.renderer, path.join(places.assets, 'demo'));
  lockDownWebContents();
  listenToWindow(currentWindow, dispatch, log);
  const isHidden = (options.isHidden || isOpenedAtLogin()) && tray.isThere;
  window = openAppWindow(places.preload, log, isHidden);
  const stays = () => tray.isThere && preferences.read().staysInTray;
  keepWindow(window, places.folder, { stays, tell: () => notifier.hint(inTrayWords(locale())) });
  window.on('closed', () => {
    window = null;
  });
  hearSystem(shell, currentWindow);
  await shell.begin();
  // Nothing goes on without the passphrase, or on a store that does not open: the seller has to see it.
  if (isHidden && shell.handlers() === null) raise(window);
  if (options.isOnce) void runOnce(dispatch, currentWindow, options.screenshot ?? 'artifacts/board.png');
}

/** The window comes back where it was, and stays in the tray if the seller wants it so. */
function keepWindow(window: BrowserWindow, folder: string, habits: Pick<StayDeps, 'stays' | 'tell'>): void {
  window.webContents.once('did-finish-load', () => takePicture(window));
  if (options.isOnce) return;
  rememberPlace(window, folder);
  stayInTray({ window, folder, ...habits });
}

function hearSystem(shell: Shell, currentWindow: () => BrowserWindow | null): void {
  app.on('second-instance', (_event, argv) => {
    if (!readStartOptions(argv.slice(1)).isHidden) raise(currentWindow());
  });
  app.on('activate', () => raise(currentWindow()));
  powerMonitor.on('resume', () => shell.resume());
  watchOnline(() => shell.resume());
  quitInOrder(shell);
}

/** On a machine without a screen this is how one sees the app: its first screen, and the board once it is drawn. */
function takePicture(window: BrowserWindow | null): void {
  const { isOnce, screenshot } = options;
  if (isOnce || screenshot === null || window === null) return;
  setTimeout(() => {
    if (!window.isDestroyed()) writeScreenshot(window, screenshot).catch(() => undefined);
  }, PICTURE_AFTER_MS);
}

/** Work under way gets a moment to end; what is left is on disk and goes on at the next start. */
function quitInOrder(shell: Shell): void {
  let isStopped = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    const deadline = new Promise((resolve) => setTimeout(resolve, QUIT_DEADLINE_MS));
    void Promise.race([shell.stop(), deadline]).finally(() => {
      isStopped = true;
      app.quit();
    });
  });
}
