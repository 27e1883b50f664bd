import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT, type TestApp } from './support/app.ts';
import { atSize, dress, resize, THEMES, type Language } from './support/looks.ts';
import { flawsOf } from './support/page-flaws.ts';
import { walkShopScreens } from './support/walk-shops.ts';
import { walkScreens } from './support/walk.ts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const PICTURES = path.join(ROOT, 'artifacts', 'screens');

test('every screen in both languages and themes: a picture, nothing cut, nothing too faint', async () => {
  test.setTimeout(240_000);
  mkdirSync(PICTURES, { recursive: true });
  await walkScreens(async (app, screen) => {
    await resize(app, 1280, 800);
    // The last screen before the window closes: Chromium draws dialogs badly after it was told another size.
    if (screen === 'board-again') await atSize(app, 1920, 1080, () => lookAt(app, 'board', '1920x1080'));
    else await lookAt(app, screen, '1280x800');
    await dress(app, 'en', 'light');
  });
});

test('what five shops bring, in both languages and themes', async () => {
  test.setTimeout(240_000);
  mkdirSync(PICTURES, { recursive: true });
  await walkShopScreens(async (app, screen) => {
    await resize(app, 1280, 800);
    await lookAt(app, screen, '1280x800');
    await dress(app, 'en', 'light');
  });
});

async function lookAt(app: TestApp, screen: string, size: string): Promise<void> {
  for (const theme of THEMES) {
    for (const language of LANGUAGES) {
      await dress(app, language, theme);
      const name = `${screen}-${language}-${theme}-${size}`;
      await app.page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
      expect.soft(await flawsOf(app), name).toEqual([]);
    }
  }
}
