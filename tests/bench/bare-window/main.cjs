// The least that Electron can be: one window of the app's size with an empty page.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  await window.loadFile(join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
