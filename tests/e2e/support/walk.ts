import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import { launch, newFolder, PASSPHRASE, removeFolder, boardReady, type TestApp } from './app.ts';
import { cardNow, cardOf, cardsOf, focusCard, laneOf } from './board.ts';
import { dragOver } from './drag.ts';
import { createPlatform } from './platform.ts';
import { emptyDesk } from './walk-desk.ts';

/** What is done on each screen; the app is in English then, and must be when it returns. */
export type Look = (app: TestApp, screen: string) => Promise<void>;

/** Goes through every screen of the app, from the very first start to the recovery screen, in one data folder. */
export async function walkScreens(look: Look): Promise<void> {
  const folder = newFolder();
  const see: Look = (app, screen) => test.step(screen, () => look(app, screen));
  let app = await launch(folder);
  try {
    await firstScreens(app, see);
    await boardScreens(app, see);
    await dialogScreens(app, see);
    await paperScreens(app, see);
    await placeScreens(app, see);
    await app.close();
    app = await launch(folder);
    await app.page.getByLabel('Passphrase', { exact: true }).fill('not this one');
    await app.page.keyboard.press('Enter');
    await app.page.getByText('Wrong passphrase', { exact: true }).waitFor();
    await see(app, 'unlock-wrong');
    await app.close();
    writeFileSync(path.join(folder, 'key.json'), '{');
    app = await launch(folder);
    await app.page.getByRole('alert').waitFor();
    await see(app, 'recovery');
  } finally {
    await app.close();
    removeFolder(folder);
  }
}

async function firstScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await see(app, 'passphrase');
  await page.getByLabel('Once more').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Set it and start' }).click();
  await page.getByRole('button', { name: 'Connect Ozon' }).waitFor();
  await see(app, 'first-run');
  await connectEmptyShop(app, see);
  await see(app, 'board-empty');
  await emptyDesk(app, see);
  await app.call('shops.startDemo', {});
  await boardReady(page);
}

/** The form with its faults, then a shop that works and has no orders. */
async function connectEmptyShop(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  const platform = createPlatform(0);
  const { url } = await platform.start();
  try {
    await page.getByRole('button', { name: 'Connect Ozon' }).click();
    await page.getByLabel('Client ID').fill(platform.keys.clientId);
    await page.getByLabel('API key', { exact: true }).fill(platform.keys.apiKey.replace(/^.{8}/, '00000000'));
    await page.getByText('Rarely changed').click();
    await page.getByLabel('API address').fill(url);
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('The key is wrong').waitFor();
    await see(app, 'connect-form');
    await page.getByLabel('API key', { exact: true }).fill(platform.keys.apiKey);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('All out of the door').waitFor();
  } finally {
    await platform.stop();
  }
}

async function boardScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  const [shop] = (await app.call('shops.list', {})).shops.filter((candidate) => !candidate.isDemo);
  await app.call('shops.remove', { id: shop!.id });
  await workABit(app);
  await see(app, 'board');
  const fresh = await cardsOf(app, 'new');
  await cardOf(app, fresh[0]!.orderId).click();
  for (const card of fresh.slice(1, 3)) await cardOf(app, card.orderId).click({ modifiers: ['Control'] });
  await see(app, 'board-selected');
  await dragOver(app, cardOf(app, fresh[1]!.orderId), laneOf(app, 'to-ship'));
  await see(app, 'board-drag');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Find orders' })).toBeFocused();
  await page.keyboard.insertText('圆点');
  await page.getByRole('option').first().waitFor();
  await see(app, 'board-search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

/** Three labels on paper, one that did not print, one hold, one case: a board in the middle of a morning. */
async function workABit(app: TestApp): Promise<void> {
  const [first, second, third, fourth] = await printable(app);
  await app.call('printing.print', { ids: [first!, second!, third!] });
  await expect
    .poll(async () => (await cardsOf(app, 'labelled')).filter((card) => card.step === null).length, { timeout: 40_000 })
    .toBe(3);
  const [virtual] = (await app.call('printers.list', {})).printers;
  const off = {
    id: null,
    name: '得力 DL-770',
    address: { kind: 'tcp' as const, host: '127.0.0.1', port: 9 },
    profile: { ...DEFAULT_PROFILE, quirks: [] },
    roles: ['label' as const],
  };
  await app.call('printers.save', off);
  await app.call('printing.print', { ids: [fourth!] });
  await expect.poll(async () => (await cardNow(app, fourth!)).step?.step, { timeout: 40_000 }).toBe('print-failed');
  const { id, name, address, profile } = virtual!;
  await app.call('printers.save', { id, name, address, profile, roles: ['label'] });
  const fresh = await cardsOf(app, 'new');
  await app.call('orders.hold', { ids: [fresh[3]!.orderId], reason: 'wait-for-buyer', note: '', untilMs: null });
  const [delivered] = await cardsOf(app, 'delivered');
  await app.call('cases.open', {
    ids: [delivered!.orderId],
    kind: 'return',
    reason: null,
    note: '',
    dueAtMs: Date.now() + 86_400_000,
  });
}

/** Orders whose label the platform gives at once, those of 待发货 first. */
export async function printable(app: TestApp): Promise<string[]> {
  const cards = [...(await cardsOf(app, 'to-ship')), ...(await cardsOf(app, 'new'))];
  const found: string[] = [];
  for (const card of cards) {
    const isFree = card.check === null && (card.stage === 'to-hand-over' || card.stage === 'to-confirm');
    if (isFree && (await app.call('orders.get', { id: card.orderId })).labelBy === 'platform') found.push(card.orderId);
  }
  return found;
}

async function dialogScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  const [card] = await cardsOf(app, 'new');
  const [problem] = await cardsOf(app, 'problem');
  const [labelled] = await cardsOf(app, 'labelled');
  for (const [key, screen] of [
    ['h', 'hold-dialog'],
    ['e', 'case-dialog'],
    ['Control+k', 'palette'],
    ['?', 'key-sheet'],
  ] as const) {
    await focusCard(app, card!.orderId);
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await see(app, screen);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  for (const [order, screen] of [
    [card, 'drawer'],
    [problem, 'drawer-problem'],
    [labelled, 'drawer-labelled'],
  ] as const) {
    await focusCard(app, order!.orderId);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(order!.remoteId).first().waitFor();
    await see(app, screen);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}

async function placeScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  const goTo = (name: string): Promise<void> =>
    page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  await goTo('Print');
  await page.getByText('得力 DL-770').first().waitFor();
  await see(app, 'printing');
  await printerGuide(app, see);
  await goTo('Shops');
  await page.getByRole('article').waitFor();
  await see(app, 'shops');
  await page.getByRole('button', { name: 'Connect a shop' }).click();
  await page.getByRole('dialog').waitFor();
  await see(app, 'connect-dialog');
  await leaveDialog(page);
  await goTo('Settings');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await see(app, 'settings');
  await goTo('Board');
  await boardReady(page);
  await see(app, 'board-again');
}

/** Every step of the guide, for a printer that says nothing of itself: a folder. */
async function printerGuide(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'Add a printer' }).first().click();
  await page.getByRole('heading', { name: 'Which one prints?' }).waitFor();
  await page.getByRole('button', { name: 'Type an address' }).click();
  await page.getByRole('radio', { name: 'Folder' }).check();
  await page.getByLabel('Folder', { exact: true }).last().fill(path.join(app.folder, 'labels'));
  mkdirSync(path.join(app.folder, 'labels'), { recursive: true });
  await page.getByText('None found').or(page.getByRole('listitem')).first().waitFor({ timeout: 30_000 });
  await see(app, 'printer-find');
  await page.getByRole('button', { name: 'Use this address' }).click();
  await page.getByText('Fine tuning').click();
  await see(app, 'printer-paper');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Print a small label' }).click();
  await page.getByText('Does the paper say TSPL OK?').waitFor();
  await see(app, 'printer-language');
  await page.getByRole('button', { name: 'Yes, TSPL' }).click();
  await page.getByRole('button', { name: 'Print the test label' }).click();
  await page.getByRole('heading', { name: 'Is the frame whole?' }).waitFor();
  await page.keyboard.press('2');
  await see(app, 'printer-frame');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'All set' }).waitFor();
  await see(app, 'printer-finish');
  await leaveDialog(page);
}

/** Paper beside the label, the cut of a label, and a label of our own. */
async function paperScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  const [card] = await cardsOf(app, 'to-ship');
  await focusCard(app, card!.orderId);
  for (const [kind, screen] of [
    ['Pick list', 'slips-pick-list'],
    ['Packing slip', 'slips-packing-slip'],
    ['Thank-you card', 'slips-card'],
  ] as const) {
    if (kind === 'Pick list') await page.keyboard.press('l');
    else await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
    await page.getByRole('dialog').getByRole('img').first().waitFor();
    await see(app, screen);
  }
  await leaveDialog(page);
  const [labelled] = await cardsOf(app, 'labelled');
  await inDrawer(app, labelled!.orderId, 'Cut', () => see(app, 'label-cut'));
  const own = (await cardsOf(app, 'to-ship')).concat(await cardsOf(app, 'problem'));
  for (const candidate of own) {
    if ((await app.call('orders.get', { id: candidate.orderId })).labelBy !== 'seller') continue;
    await inDrawer(app, candidate.orderId, 'Draw our own', () => see(app, 'own-label'));
    return;
  }
  throw new Error('no order whose label is the seller’s');
}

/** Opens a dialog by its button in the order's drawer, and leaves both again. */
async function inDrawer(app: TestApp, orderId: string, button: string, look: () => Promise<void>): Promise<void> {
  const { page } = app;
  await focusCard(app, orderId);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.locator('[data-rac][role="dialog"]').waitFor();
  await look();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function leaveDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
