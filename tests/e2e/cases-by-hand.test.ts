import { expect, test, type Locator } from '@playwright/test';
import type { CaseEntryView } from '../../src-main/contract/methods/cases.ts';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import { cardsOf, expectLane, focusCard, toastOf } from './support/board.ts';
import { dropFile } from './support/drag.ts';

test.describe.configure({ mode: 'serial' });

const folder = newFolder();
let app: TestApp;
let orderId: string;

test.beforeAll(async () => {
  app = await launch(folder);
  await firstRunToBoard(app);
  orderId = (await cardsOf(app, 'to-ship'))[0]!.orderId;
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

const dialog = (): Locator => app.page.locator('[data-rac][role="dialog"]');
const reading = (): Locator => app.page.getByRole('main').getByRole('article');

async function casesOf(isOpen: boolean): Promise<readonly CaseEntryView[]> {
  const { cases } = await app.call('cases.list', { isOpen, shopId: null, offset: 0, limit: 200 });
  return cases.filter((entry) => entry.orderId === orderId);
}

/** Chooses in the dialog: the kind by arrows from the first, then the due time to the minute, then a note; Enter opens. */
async function fillCase(arrows: number, dueAt: string | null, note: string): Promise<void> {
  const { page } = app;
  await expect(dialog().getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  for (let index = 0; index < arrows; index += 1) await page.keyboard.press('ArrowRight');
  if (dueAt === null) await dialog().getByRole('radio', { name: 'No limit' }).check({ force: true });
  else {
    await dialog().getByRole('radio', { name: 'Exact' }).check({ force: true });
    await dialog().getByLabel('Due at').fill(dueAt);
  }
  await dialog().getByLabel('What happened').fill(note);
  await dialog().getByRole('radio').first().press('Enter');
  await expect(dialog()).toBeHidden();
}

test('E opens a case with kind, note and a due time to the minute, and the order goes to after-sales', async () => {
  const { page } = app;
  await focusCard(app, orderId);
  await page.keyboard.press('e');
  await fillCase(1, '2030-03-04T15:59', 'The handle came off.');
  await expect(toastOf(app)).toContainText('1 case opened');
  await expectLane(app, [orderId], 'after-sales');
  const [opened] = await casesOf(true);
  expect(opened?.case).toMatchObject({ kind: 'refund', note: 'The handle came off.', afterSaleId: null });
  expect(opened?.case.dueAtMs).toBe(new Date('2030-03-04T15:59').getTime());
});

test('G C goes there without closing anything; the case says its absolute time, with the order beside it', async () => {
  const { page } = app;
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'After-sales', exact: true })).toBeVisible();
  await expect(dialog()).toBeHidden();
  const [opened] = await casesOf(true);
  const row = page.locator(`[data-case-id="${opened!.case.id}"]`);
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(row).toHaveAttribute('aria-current', 'true', { timeout: 300 });
  }).toPass();
  await expect(reading().getByRole('time').first()).toContainText('Mar 4, 2030');
  await expect(page.getByRole('region', { name: 'Order' })).toContainText(opened!.remoteId);
});

test('N notes, a photo falls on it, and both stay with the case', async () => {
  const { page } = app;
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Add a note' })).toBeFocused();
  await page.keyboard.insertText('Asked for a photo.');
  await page.keyboard.press('Enter');
  await expect(reading().getByRole('listitem').filter({ hasText: 'Asked for a photo.' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-case-id][aria-current="true"]')).toBeFocused();
  await dropFile(reading().getByRole('button', { name: 'Add a file' }), {
    name: 'handle.txt',
    type: 'text/plain',
    bytes: Buffer.from('broken'),
  });
  await expect(reading().getByRole('button', { name: 'Look at handle.txt' })).toBeVisible();
  const { attachments, cases } = await app.call('orders.get', { id: orderId });
  expect(attachments).toMatchObject([{ fileName: 'handle.txt', caseId: cases[0]!.id }]);
});

test('E opens a second case on the same order; each names the other', async () => {
  const { page } = app;
  await page.keyboard.press('e');
  await fillCase(2, null, '');
  await expect.poll(async () => (await casesOf(true)).length).toBe(2);
  const beside = page.getByRole('region', { name: 'Order' });
  await beside.getByRole('button', { name: 'Exchange' }).click();
  await expect(reading().first()).toContainText('Exchange');
  await expect(beside.getByRole('button', { name: 'Refund' })).toBeVisible();
});

test('C asks how it ended; the order stays in after-sales until the last case is closed, and undo opens it again', async () => {
  const { page } = app;
  await closeRead('Replaced or resent');
  await expect.poll(async () => (await casesOf(true)).length).toBe(1);
  await expectLane(app, [orderId], 'after-sales');
  const [left] = await casesOf(true);
  await page.locator(`[data-case-id="${left!.case.id}"]`).click();
  await closeRead('Refunded in part');
  await expect.poll(async () => (await casesOf(true)).length).toBe(0);
  const outcomes = new Set((await casesOf(false)).map((entry) => entry.case.outcome));
  expect(outcomes).toEqual(new Set(['part-refunded', 'replaced']));
  await expect
    .poll(async () => (await app.call('board.cardsById', { ids: [orderId] })).cards[0]?.lane)
    .not.toBe('after-sales');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await casesOf(true)).length).toBeGreaterThan(0);
  await expectLane(app, [orderId], 'after-sales');
});

/** Ends the case that is read, by keys alone. */
async function closeRead(outcome: string): Promise<void> {
  const { page } = app;
  await page.keyboard.press('c');
  const choice = dialog().getByRole('radio', { name: outcome, exact: true });
  await expect(dialog().getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  for (let press = 0; press < 10 && !(await choice.isChecked()); press += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(dialog()).toBeHidden();
}
