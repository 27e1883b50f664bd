import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronArguments, launch, newFolder, PASSPHRASE, removeFolder } from '../e2e/support/app.ts';
import { wait } from './figures.ts';

const BARE = fileURLToPath(new URL('bare-window/main.cjs', import.meta.url));
/** Time for a window to come to rest before its memory is read. */
const REST_MS = 5_000;

export interface BareStart {
  readonly drawnMs: number;
  readonly memoryMb: number;
}

export interface AppStart {
  /** From the launch until the passphrase can be typed. */
  readonly passphraseMs: number;
  /** From Enter until the first card is drawn. */
  readonly cardMs: number;
  /** From Enter until a key press moves to a card. */
  readonly interactiveMs: number;
  readonly memoryMb: number;
}

/** Starts Electron with an empty page and waits until that is drawn. */
export async function startBareWindow(): Promise<BareStart> {
  const folder = newFolder();
  const startedMs = performance.now();
  const args = electronArguments(folder, 'en').map((argument) => (argument.startsWith('-') ? argument : BARE));
  const electron = await _electron.launch({ executablePath: process.env['CHUDAN_ELECTRON'] ?? '', args });
  const page = await electron.firstWindow();
  await drawn(page);
  const drawnMs = performance.now() - startedMs;
  await wait(REST_MS);
  const memoryMb = await memoryOf(electron);
  await electron.close();
  removeFolder(folder);
  return { drawnMs, memoryMb };
}

/** Starts the built app on a prepared folder and goes to its board as the seller does. */
export async function startApp(folder: string): Promise<AppStart> {
  const startedMs = performance.now();
  const { electron, page } = await launch(folder);
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  await passphrase.waitFor();
  const passphraseMs = performance.now() - startedMs;
  await passphrase.fill(PASSPHRASE);
  const unlockedMs = performance.now();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[data-card-id]') !== null, undefined, { polling: 'raf' });
  await drawn(page);
  const cardMs = performance.now() - unlockedMs;
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-card-id') === true, undefined, {
    polling: 'raf',
  });
  const interactiveMs = performance.now() - unlockedMs;
  await wait(REST_MS);
  const memoryMb = await memoryOf(electron);
  await electron.close();
  return { passphraseMs, cardMs, interactiveMs, memoryMb };
}

/** Two frames: what was laid out before the first is on the screen after the second. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** Resident memory of every process of the app, summed; pages that they share are counted in each. */
export async function memoryOf(electron: ElectronApplication): Promise<number> {
  const kilobytes = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map((process) => process.memory.workingSetSize),
  );
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1_024;
}
