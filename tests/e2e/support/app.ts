import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { MethodInput, MethodName, MethodOutput } from '../../../src-main/contract/index.ts';
import type { Envelope } from '../../../src-main/contract/errors.ts';
import type { OzonWorld } from '../../../src-main/demo/ozon/world.ts';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const PASSPHRASE = 'warm table 2026';

/** The app in its real window, on a data folder of the test's own. */
export interface TestApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  /** A call through the window's own bridge, for set-up and for looking behind the screen. */
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>;
  /** The simulated platform's own books, from its file. */
  books(): OzonWorld;
  close(): Promise<void>;
}

export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'chudan-e2e-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Starts the built app. The folder outlives it, so that a test can start it again. The demo opens the shop of one
 * platform unless told: most tests look into that one's books.
 */
export async function launch(
  folder: string,
  language = 'en',
  demoPlatforms = 'ozon',
  switches: readonly string[] = [],
): Promise<TestApp> {
  const executablePath = process.env['CHUDAN_ELECTRON'];
  if (executablePath === undefined) throw new Error('CHUDAN_ELECTRON is not set: run the window tests by npm test');
  const electron = await _electron.launch({
    executablePath,
    args: [...electronArguments(folder, language), `--demo-platforms=${demoPlatforms}`, ...switches],
    env: { ...(process.env as Record<string, string>), LANG: 'en_US.UTF-8', LANGUAGE: language },
  });
  const page = await electron.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return {
    electron,
    page,
    folder,
    call: async <Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>> => {
      const answer = await page.evaluate(
        ([method, value]) =>
          (window as unknown as { chudan: { invoke(name: string, input: unknown): Promise<unknown> } }).chudan.invoke(
            method,
            value,
          ),
        [name, input] as [string, unknown],
      );
      const envelope = answer as Envelope<unknown>;
      if (!envelope.ok) throw new Error(`${name}: ${envelope.code} ${JSON.stringify(envelope.params)}`);
      return envelope.value as MethodOutput<Name>;
    },
    books: () => JSON.parse(readFileSync(path.join(folder, 'demo', 'ozon.json'), 'utf8')) as OzonWorld,
    close: () => electron.close(),
  };
}

/** What the program is started with. Chromium's own sandbox cannot be had as root, as tests in a container run. */
export function electronArguments(folder: string, language: string): string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [...(isRoot ? ['--no-sandbox'] : []), ROOT, `--user-data-dir=${folder}`, `--lang=${language}`];
}

/** From the very first screen to the board of the demo shop, as a new user goes. */
export async function firstRunToBoard(app: TestApp): Promise<void> {
  const { page } = app;
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  const demo = page.getByRole('button', { name: /Start the demo/ });
  await passphrase.or(demo).first().waitFor();
  // A machine with a keychain never shows the passphrase screen.
  if (await passphrase.isVisible()) {
    await passphrase.fill(PASSPHRASE);
    await page.getByLabel('Once more').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Set it and start' }).click();
  }
  await demo.click();
  await boardReady(page);
}

/** Opens a folder that was used before. */
export async function unlockToBoard(app: TestApp): Promise<void> {
  const { page } = app;
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  await passphrase.or(page.locator('[data-card-id]')).first().waitFor();
  if (await passphrase.isVisible()) {
    await passphrase.fill(PASSPHRASE);
    await page.keyboard.press('Enter');
  }
  await boardReady(page);
}

/** Goes to the board, wherever the window opened, and waits for its first card. */
export async function boardReady(page: Page, timeout = 30_000): Promise<void> {
  await page.locator('[data-place="board"]').click({ timeout });
  await page.locator('[data-lane="new"] [data-card-id]').first().waitFor({ timeout });
}
