import { test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { dress, resize } from './support/looks.ts';
import { walkScreens } from './support/walk.ts';
test('probe', async () => {
  test.setTimeout(200000);
  await walkScreens(async (app, screen) => {
    const s = screen.startsWith('board') && process.env['RS'] ? [[1280, 800], [1920, 1080]] : [[1280, 800]];
    for (const [w, h] of s) {
      if (!process.env['NORS']) await resize(app, w!, h!);
      for (const t of ['light', 'dark'] as const) {
        await dress(app, 'zh-CN', t);
        if (process.env['SHOT']) await app.page.screenshot({ path: '/tmp/z.png' });
        if (screen === 'palette' || screen === 'printer-form') {
          const b64 = await app.electron.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]!.webContents.capturePage()).toPNG().toString('base64'));
          writeFileSync(`/tmp/cap-${screen}-${t}.png`, Buffer.from(b64, 'base64'));
          await app.page.screenshot({ path: `/tmp/shot-${screen}-${t}.png` });
        }
      }
    }
    await dress(app, 'en', 'light');
    if (screen === 'printer-form') throw new Error('enough');
  });
});
