import { expect, type Locator, type Page } from '@playwright/test';
import type { TestApp } from './app.ts';

/** Presses of the mouse since `watchHands`, as the page heard them. */
export async function pointerPresses(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset['pointerPresses'] ?? 0));
}

/** Key presses since `watchHands`. */
export async function keyPresses(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset['keyPresses'] ?? 0));
}

/** Counts what hands do from now on, before anything else can hear it. */
export async function watchHands(page: Page): Promise<void> {
  await page.evaluate(() => {
    const count = (name: string) => () => {
      const { dataset } = document.documentElement;
      dataset[name] = String(Number(dataset[name] ?? 0) + 1);
    };
    window.addEventListener('pointerdown', count('pointerPresses'), true);
    window.addEventListener('keydown', count('keyPresses'), true);
  });
}

/** Goes to a control by Tab alone, as somebody without a mouse has to; fails where it cannot be reached. */
export async function tabTo(page: Page, target: Locator, mostPresses = 60): Promise<void> {
  for (let pressed = 0; pressed <= mostPresses; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, `reached by ${mostPresses} presses of Tab`).toBeFocused({ timeout: 1 });
}

/** A scanner is a keyboard that types very fast and presses Enter: all of its keys lie in the window's queue at once. */
export async function scan(app: TestApp, code: string): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, keys) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const keyCode of keys) {
      contents?.sendInputEvent({ type: 'keyDown', keyCode });
      if (keyCode.length === 1) contents?.sendInputEvent({ type: 'char', keyCode });
      contents?.sendInputEvent({ type: 'keyUp', keyCode });
    }
  }, Array.from(code).concat('Enter'));
}

/** Keeps what goes wrong in the window unseen: what React or a script threw, what Chromium refused. */
export function watchComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
}
