import type { BrowserWindowConstructorOptions } from 'electron';

/** What the one window is made with. Asserted by a test: the window is sandboxed and has no Node. */
export function windowOptions(
  preload: string,
  platform: NodeJS.Platform,
  isDark: boolean,
): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '出单',
    backgroundColor: isDark ? '#141310' : '#f6f4f1',
    ...titleBar(platform, isDark),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}

const BAR_HEIGHT = 44;

function titleBar(platform: NodeJS.Platform, isDark: boolean): BrowserWindowConstructorOptions {
  if (platform === 'darwin') return { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 14, y: 14 } };
  if (platform !== 'win32') return {};
  const colours = isDark ? { color: '#141310', symbolColor: '#efece8' } : { color: '#f6f4f1', symbolColor: '#1c1a16' };
  return { titleBarStyle: 'hidden', titleBarOverlay: { ...colours, height: BAR_HEIGHT } };
}
