import { expect } from '@playwright/test';
import type { TestApp } from './app.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export type Language = 'en' | 'zh-CN';

/** Changes theme and language under whatever is open, and waits until the page shows them. */
export async function dress(app: TestApp, language: Language, theme: Theme): Promise<void> {
  await app.call('app.setPreferences', { language, theme });
  const html = app.page.locator('html');
  await expect(html).toHaveAttribute('data-theme', theme);
  await expect(html).toHaveAttribute('lang', language);
  await app.page.evaluate(async () => {
    await document.fonts.ready;
    // A panel that has just been put up begins to move in the next frame.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}

/** Gives the window a content size in CSS pixels. The screen must be larger. */
export async function resize(app: TestApp, width: number, height: number): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => app.page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** Does something while the page believes to be this large, for sizes that no test screen has. */
export async function atSize(app: TestApp, width: number, height: number, work: () => Promise<void>): Promise<void> {
  const session = await app.page.context().newCDPSession(app.page);
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  await expect.poll(() => app.page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
  await work();
  await session.send('Emulation.clearDeviceMetricsOverride');
  await session.detach();
  await expect.poll(() => app.page.evaluate(() => innerWidth)).not.toBe(width);
}
