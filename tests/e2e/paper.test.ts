import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { DEFAULT_PROFILE } from '../../src-main/core/label/printer-profile.ts';
import { createVirtualPrinter, type VirtualPrinter } from '../../src-main/demo/printer/virtual-printer.ts';
import { firstRunToBoard, launch, newFolder, removeFolder, ROOT, type TestApp } from './support/app.ts';
import { cardsOf, focusCard, toastOf } from './support/board.ts';
import { printable } from './support/walk.ts';

test.describe.configure({ mode: 'serial' });

const PICTURES = path.join(ROOT, 'artifacts', 'screens');
const folder = newFolder();
let app: TestApp;
let printer: VirtualPrinter;

test.beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  printer = createVirtualPrinter({ language: 'zpl', clock: { nowMs: () => Date.now() } });
  const { port } = await printer.start();
  app = await launch(folder);
  await firstRunToBoard(app);
  await app.call('printers.save', {
    id: null,
    name: 'Desk',
    address: { kind: 'tcp', host: '127.0.0.1', port },
    profile: { ...DEFAULT_PROFILE, quirks: [], language: 'zpl' },
    roles: ['label', 'slip'],
  });
});

test.afterAll(async () => {
  await app.close();
  await printer.stop();
  removeFolder(folder);
});

/** What zbar reads on the last paper. */
function codesOnPaper(name: string): string {
  const paper = printer.papers().at(-1);
  if (paper === undefined) throw new Error('no paper');
  const file = path.join(PICTURES, `paper-${name}.png`);
  writeFileSync(file, paper.png);
  return execFileSync('zbarimg', ['-q', file], { encoding: 'utf8' });
}

const dialogImage = () => app.page.getByRole('dialog').getByRole('img').first();

test('packing slips of the selection by keyboard: seen first, then on the slip printer, counted', async () => {
  const { page } = app;
  const [first, second] = await cardsOf(app, 'to-ship');
  for (const [index, card] of [first, second].entries()) {
    await focusCard(app, card!.orderId);
    await page.keyboard.press('x');
    await page.getByText(`${index + 1} selected`, { exact: true }).waitFor();
  }
  await page.keyboard.press('l');
  await page.getByRole('radio', { name: /^Packing slip/ }).check();
  await dialogImage().waitFor();
  expect(printer.papers()).toHaveLength(0);
  await page.getByRole('button', { name: 'Print 2 pages' }).click();
  await expect(toastOf(app)).toContainText('Packing slip sent, 2 pages');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => printer.papers().length).toBe(2);
  expect(codesOnPaper('packing-slip')).toContain(second!.remoteId);
  expect(printer.complaints()).toEqual([]);
  const { totals } = await app.call('printing.today', { dayStartMs: new Date().setHours(0, 0, 0, 0) });
  expect(totals.packingSlips).toBe(2);
  await page.keyboard.press('Escape');
});

test('a label of our own: drawn, seen, printed, its number read from the paper', async () => {
  const { page } = app;
  const orders = await Promise.all(
    [...(await cardsOf(app, 'to-ship')), ...(await cardsOf(app, 'new'))].map((card) =>
      app.call('orders.get', { id: card.orderId }),
    ),
  );
  const order = orders.find(
    ({ labelBy, address, card }) => labelBy === 'seller' && address !== null && card.check === null,
  );
  expect(order, 'an order whose label is the seller’s').toBeDefined();
  await app.call('labels.saveSender', {
    name: '林小暖',
    company: '暖桌',
    phone: '+86 571 8888 6666',
    lines: ['文三路 90 号'],
    city: '杭州市',
    region: '浙江省',
    postcode: '310012',
    country: 'CN',
  });
  await focusCard(app, order!.card.orderId);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Draw our own', exact: true }).click();
  await page.getByRole('button', { name: 'Draw it' }).click();
  await expect(page.getByText('This one is needed').first()).toBeVisible();
  await page.getByLabel('Carrier', { exact: true }).last().fill('中国邮政 China Post');
  await page.getByLabel('Service').fill('e邮宝');
  await page.getByLabel('Tracking number').last().fill('LX123456785CN');
  await page.getByRole('button', { name: 'Draw it' }).click();
  await page.getByText('It is on the order now').waitFor({ timeout: 20_000 });
  await page.screenshot({ path: path.join(PICTURES, 'own-label-drawn.png') });
  await page.getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('Escape');
  const before = printer.papers().length;
  await focusCard(app, order!.card.orderId);
  await page.keyboard.press('p');
  await expect.poll(() => printer.papers().length, { timeout: 20_000 }).toBe(before + 1);
  expect(codesOnPaper('own-label')).toContain('LX123456785CN');
});

test('a cut of the label: chosen with the keys, seen at once, kept for all such pages', async () => {
  const { page } = app;
  const [orderId] = await printable(app);
  await app.call('printing.print', { ids: [orderId!] });
  await expect
    .poll(async () => (await app.call('orders.get', { id: orderId! })).label, { timeout: 40_000 })
    .not.toBeNull();
  await focusCard(app, orderId!);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Cut', exact: true }).click();
  const frame = page.getByRole('group', { name: /^The cut/ });
  await frame.focus();
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('Shift+ArrowUp');
  await page.getByRole('radio', { name: 'Fill the label' }).check();
  await page.getByRole('button', { name: 'Cut like this' }).click();
  await expect(toastOf(app)).toContainText('Remembered');
  const { fit } = await app.call('labels.source', { orderId: orderId! });
  expect(fit?.scale).toBe('fill');
  expect(fit?.box.height).toBeCloseTo(0.8, 1);
});
