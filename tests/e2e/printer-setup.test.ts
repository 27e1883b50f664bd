import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { createVirtualPrinter, type VirtualPrinter } from '../../src-main/demo/printer/virtual-printer.ts';
import { firstRunToBoard, launch, newFolder, removeFolder, ROOT, type TestApp } from './support/app.ts';

const PICTURES = path.join(ROOT, 'artifacts', 'screens', 'printer-setup');
let folder: string;
let app: TestApp;
let printer: VirtualPrinter;
let port: number;

test.beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  folder = newFolder();
  printer = createVirtualPrinter({ language: 'tspl', clock: { nowMs: () => Date.now() } });
  ({ port } = await printer.start());
  app = await launch(folder);
  await firstRunToBoard(app);
});

test.afterAll(async () => {
  await app.close();
  await printer.stop();
  removeFolder(folder);
});

const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: path.join(PICTURES, `${name}.png`) });

test('a printer by its address: asked, paper chosen, label put right by what is seen, saved', async () => {
  const { page } = app;
  await page.getByRole('navigation').getByRole('button', { name: 'Print', exact: true }).click();
  await page.getByRole('button', { name: 'Add a printer' }).first().click();
  await page.getByRole('heading', { name: 'Which one prints?' }).waitFor();
  await picture(page, '1-find');
  await page.getByRole('button', { name: 'Type an address' }).click();
  await page.getByLabel('Address', { exact: true }).fill('127.0.0.1');
  await page.getByLabel('Port', { exact: true }).fill(String(port));
  await page.getByRole('button', { name: 'Use this address' }).click();

  await page.getByRole('heading', { name: 'What does it print, on which paper?' }).waitFor();
  // A printer that is asked in other languages before its own may find that odd; its labels must not.
  const whileAsked = printer.complaints().length;
  await expect(page.getByLabel('Printer language')).toHaveValue('tspl');
  await page.getByLabel('Name', { exact: true }).fill('Packing table');
  await page.getByLabel('Paper', { exact: true }).selectOption('100x100');
  await picture(page, '2-paper');
  await page.getByRole('button', { name: 'Next' }).click();

  // The printer has said what it speaks: straight to the frame.
  await page.getByRole('button', { name: 'Print the test label' }).click();
  await page.getByRole('heading', { name: 'Is the frame whole?' }).waitFor();
  await expect.poll(() => printer.papers().length).toBe(1);
  await page.keyboard.press('2');
  await picture(page, '3-frame');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => printer.papers().length).toBe(2);
  await page.getByRole('radio', { name: /Whole/ }).waitFor();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'All set' }).waitFor();
  await picture(page, '4-finish');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'All set' }).waitFor({ state: 'detached' });
  const saved = (await app.call('printers.list', {})).printers.find(({ name }) => name === 'Packing table');
  expect(saved).toMatchObject({
    address: { kind: 'tcp', host: '127.0.0.1', port },
    roles: ['label'],
    profile: { mediaWidthMm: 100, mediaHeightMm: 100, offsetXMm: 2, offsetYMm: 1, language: 'tspl' },
  });
  expect(printer.complaints().slice(whileAsked)).toEqual([]);
  await picture(page, '5-list');
});

test('its settings open with what was saved, and Esc leaves them as they were', async () => {
  const { page } = app;
  const card = page.getByRole('article').filter({ hasText: 'Packing table' });
  await card.getByRole('button', { name: 'Packing table' }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Packing table');
  await page.getByText('Fine tuning').click();
  await expect(page.getByLabel('Sideways mm')).toHaveValue('2');
  await picture(page, '6-settings');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'What does it print, on which paper?' }).waitFor({ state: 'detached' });
});
