import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { DEFAULT_PROFILE } from '../../src-main/core/label/printer-profile.ts';
import type { OzonSimulator } from '../../src-main/demo/ozon/simulator.ts';
import { createVirtualPrinter } from '../../src-main/demo/printer/virtual-printer.ts';
import {
  boardReady,
  electronArguments,
  launch,
  newFolder,
  PASSPHRASE,
  removeFolder,
  unlockToBoard,
  type TestApp,
} from './support/app.ts';
import { cardIn, cardOf, cardsOf, focusCard, laneOf, toastOf } from './support/board.ts';
import { createPlatform } from './support/platform.ts';

test.describe.configure({ mode: 'serial' });

const folder = newFolder();
const keyFile = path.join(folder, 'key.json');
const storeFile = path.join(folder, 'orders.db');
const clock = { nowMs: () => Date.now() };
/** A machine without any network says so itself. */
const UNREACHED = /Cannot be reached|No network/;
let app: TestApp;
let platform: OzonSimulator;
let platformUrl: string;

test.beforeAll(async () => {
  platform = createPlatform(30);
  platformUrl = (await platform.start()).url;
  app = await launch(folder);
});

test.afterAll(async () => {
  await app.close();
  await platform.stop();
  removeFolder(folder);
});

test('two different passphrases and a short one are refused in words; no key is made', async () => {
  const { page } = app;
  const [first, again] = [page.getByLabel('Passphrase', { exact: true }), page.getByLabel('Once more')];
  const submit = page.getByRole('button', { name: 'Set it and start' });
  await first.fill('short');
  await again.fill('short');
  await submit.click();
  await expect(first).toHaveAttribute('aria-invalid', 'true');
  await first.fill(PASSPHRASE);
  await again.fill(`${PASSPHRASE}!`);
  await submit.click();
  await expect(page.getByText('The two differ')).toBeVisible();
  expect((await app.call('app.state', {})).phase).toBe('new-passphrase');
  await again.fill(PASSPHRASE);
  await submit.click();
  await expect(page.getByRole('button', { name: 'Connect Ozon' })).toBeVisible();
});

test('connecting with a wrong key says exactly what is wrong and keeps nothing; with the right key the orders arrive', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Connect Ozon' }).click();
  await page.getByLabel('Client ID').fill('letters');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText('A Client ID has digits only')).toBeVisible();

  await page.getByLabel('Client ID').fill(platform.keys.clientId);
  await page.getByLabel('API key', { exact: true }).fill(platform.keys.apiKey.replace(/^.{8}/, '00000000'));
  await page.getByText('Rarely changed').click();
  await page.getByLabel('API address').fill(platformUrl);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText('The key is wrong')).toBeVisible();
  await expect(page.getByText('Client ID and API key must come from the same shop')).toBeVisible();
  expect((await app.call('shops.list', {})).shops).toEqual([]);

  await page.getByLabel('API key', { exact: true }).fill(platform.keys.apiKey);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await boardReady(page);
});

test('a platform that cannot be reached is said in words on the board and in Shops; pulling goes on when it is back', async () => {
  const { page } = app;
  const port = Number(new URL(platformUrl).port);
  await platform.stop();
  await page.getByRole('button', { name: 'Shops', exact: true }).click();
  await page.getByRole('button', { name: 'Pull orders now' }).click();
  await expect(page.getByRole('article')).toContainText(UNREACHED, { timeout: 20_000 });
  await expect(page.getByLabel('Shops, printer and pushes')).toContainText(UNREACHED);
  await page.getByRole('button', { name: 'Board', exact: true }).click();
  await expect(laneOf(app, 'new').locator('[data-card-id]').first(), 'the orders stay at hand').toBeVisible();

  await platform.start(port);
  await page.getByRole('button', { name: 'Shops', exact: true }).click();
  await page.getByRole('button', { name: 'Pull orders now' }).click();
  await expect(page.getByLabel('Shops, printer and pushes')).toContainText('1 shop fine', { timeout: 20_000 });
  await expect(page.getByRole('article')).not.toContainText(UNREACHED);
  await page.getByRole('button', { name: 'Board', exact: true }).click();
});

test('without a printer the key says so; with one that is off the card says so and prints once it is back', async () => {
  const { page } = app;
  const card = (await cardsOf(app, 'to-ship')).find((candidate) => candidate.stage === 'to-hand-over');
  await focusCard(app, card!.orderId);
  await page.keyboard.press('p');
  await expect(toastOf(app)).toContainText('printer');

  const printer = createVirtualPrinter({ language: 'auto', clock });
  const { port } = await printer.start();
  await printer.stop();
  await app.call('printers.save', {
    id: null,
    name: 'Desk',
    address: { kind: 'tcp', host: '127.0.0.1', port },
    profile: { ...DEFAULT_PROFILE, quirks: [] },
    roles: ['label'],
  });
  await focusCard(app, card!.orderId);
  await page.keyboard.press('p');
  await expect(cardOf(app, card!.orderId)).toContainText('Not printed', { timeout: 30_000 });
  await expect(cardOf(app, card!.orderId)).toContainText('The printer refuses the connection');

  await printer.start(port);
  try {
    await cardOf(app, card!.orderId).getByRole('button', { name: 'Print again' }).click();
    await expect(cardIn(app, 'labelled', card!.orderId)).toBeVisible({ timeout: 20_000 });
    await expect.poll(() => printer.papers().length).toBe(1);
  } finally {
    await printer.stop();
  }
});

test('a second start ends itself and brings the first window to the front', async () => {
  const isAsked = app.electron.evaluate(({ app: main, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return new Promise<boolean>((resolve) => {
      main.once('second-instance', () =>
        setImmediate(() => resolve(BrowserWindow.getAllWindows().length === 1 && window?.isVisible() === true)),
      );
    });
  });
  const second = spawn(process.env['CHUDAN_ELECTRON']!, electronArguments(folder, 'en'), { stdio: 'ignore' });
  const exitCode = new Promise<number | null>((resolve) => second.once('exit', resolve));
  expect(await isAsked).toBe(true);
  expect(await exitCode).toBe(0);
});

test('a wrong passphrase is said; the data stays as it is and the right one opens it', async () => {
  await app.close();
  const before = [keyFile, storeFile].map(digest);
  app = await launch(folder);
  const { page } = app;
  await page.getByLabel('Passphrase', { exact: true }).fill('warm table 2025');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Wrong passphrase', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Wrong passphrase, 2 tries')).toBeVisible();
  expect([keyFile, storeFile].map(digest)).toEqual(before);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await unlockToBoard(app);
});

test('a damaged key file opens the recovery screen and is left alone; put back, it opens everything again', async () => {
  await app.close();
  const good = readFileSync(keyFile);
  writeFileSync(keyFile, good.subarray(0, 40));
  const before = [keyFile, storeFile].map(digest);
  app = await launch(folder);
  await expect(app.page.getByRole('heading', { name: 'Data did not open, file untouched' })).toBeVisible();
  await expect(app.page.getByRole('alert')).not.toContainText('Something new');
  await expect(app.page.getByText(folder)).toBeVisible();
  expect([keyFile, storeFile].map(digest)).toEqual(before);
  await app.close();
  writeFileSync(keyFile, good);
  app = await launch(folder);
  await unlockToBoard(app);
});

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
