import { expect, test, type Locator } from '@playwright/test';
import type { OrderView } from '../../src-main/contract/methods/orders.ts';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import { cardsOf, focusCard, toastOf } from './support/board.ts';
import { dropFile } from './support/drag.ts';
import { carrierLabel } from './support/label-pdf.ts';

test.describe.configure({ mode: 'serial' });

/** One red dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

const folder = newFolder();
let app: TestApp;
let orderId: string;

test.beforeAll(async () => {
  app = await launch(folder);
  await firstRunToBoard(app);
  orderId = await orderWithAddress();
  await focusCard(app, orderId);
  await app.page.keyboard.press('Enter');
  await expect(drawer()).toBeVisible();
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

const drawer = (): Locator => app.page.locator('[data-drawer] [role="dialog"][aria-modal="false"]');
const order = (): Promise<OrderView> => app.call('orders.get', { id: orderId });
const tiles = (): Locator => drawer().getByRole('button', { name: /^Look at / });
const viewer = (): Locator => app.page.locator('[data-rac][role="dialog"]');

/** The first new order whose address the platform gives. */
async function orderWithAddress(): Promise<string> {
  for (const { orderId: id } of await cardsOf(app, 'new')) {
    const { address, isAddressSealed } = await app.call('orders.get', { id });
    if (address !== null && !isAddressSealed) return id;
  }
  throw new Error('no order with an address');
}

test('a photo dropped anywhere on the order is kept with it, and Undo takes it back', async () => {
  await dropFile(drawer().getByRole('heading', { name: /^Items/ }), {
    name: '破损.png',
    type: 'image/png',
    bytes: PNG,
  });
  await expect(tiles()).toHaveCount(1);
  await expect(tiles().first().locator('img')).toBeVisible();
  await toastOf(app).getByRole('button', { name: 'Undo' }).click();
  await expect(tiles()).toHaveCount(0);
});

test('a PDF is asked about with the keyboard on the answer; as a file it is read page by page', async () => {
  const { page } = app;
  const bytes = await carrierLabel('EE123456785CN');
  await dropFile(drawer().getByRole('heading', { name: /^Timeline/ }), {
    name: 'invoice.pdf',
    type: 'application/pdf',
    bytes,
  });
  const asked = drawer().getByRole('group', { name: 'invoice.pdf: label or file?' });
  await expect(asked.getByRole('button', { name: 'Label' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(tiles()).toHaveCount(1);
  await tiles().first().focus();
  await page.keyboard.press('Enter');
  await expect(viewer().getByRole('group', { name: '1 page' }).getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(viewer()).toBeHidden();
  expect((await order()).label).toBeNull();
});

test('a picture is pasted, a text is chosen; the arrows go from one to the next', async () => {
  const { page } = app;
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, PNG.toString('base64'));
  await expect(tiles()).toHaveCount(2);
  const picker = drawer().locator('input[type="file"][multiple]').last();
  await picker.setInputFiles({ name: 'chat.txt', mimeType: 'text/plain', buffer: Buffer.from('买家：颜色不对') });
  await expect(tiles()).toHaveCount(3);
  await tiles().first().click();
  await page.keyboard.press('ArrowLeft');
  await expect(viewer()).toContainText('买家：颜色不对');
  await viewer().getByRole('button', { name: 'Remove' }).click();
  await expect(tiles()).toHaveCount(2);
  await page.keyboard.press('Escape');
  await toastOf(app).getByRole('button', { name: 'Undo' }).click();
  await expect(tiles()).toHaveCount(3);
});

test('the address is masked, shown while V is held, and copied without being shown', async () => {
  const { page } = app;
  const { address } = await app.call('orders.reveal', { id: orderId });
  const place = drawer().locator('address').first();
  await expect(place).not.toContainText(address!.name);
  await drawer().focus();
  await page.keyboard.down('v');
  await expect(place).toContainText(address!.name);
  await page.keyboard.up('v');
  await expect(place).not.toContainText(address!.name);
  await drawer().getByRole('button', { name: 'Copy address' }).click();
  await expect(toastOf(app)).toContainText('Copied');
  await expect(place).not.toContainText(address!.name);
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(address!.lines[0]);
});

test('the address is corrected by keyboard, told in the timeline, and Ctrl Z brings the old one back', async () => {
  const { page } = app;
  const { address } = await app.call('orders.reveal', { id: orderId });
  await drawer().getByRole('button', { name: 'Correct the address' }).focus();
  await page.keyboard.press('Enter');
  await expect(viewer().getByLabel('Name')).toBeFocused();
  await viewer().getByLabel('City').fill('Nowhere');
  await page.keyboard.press('Enter');
  await expect(viewer()).toBeHidden();
  await expect(drawer().locator('address').first()).toContainText('Nowhere');
  await expect(drawer()).toContainText('Corrected by you');
  await expect(drawer()).toContainText('Corrected city');
  expect((await app.call('orders.reveal', { id: orderId })).address?.city).toBe('Nowhere');
  await drawer().focus();
  await page.keyboard.press('Control+z');
  await expect(drawer()).not.toContainText('Corrected by you');
  await expect(drawer().locator('s').filter({ hasText: 'Corrected city' })).toBeVisible();
  expect((await app.call('orders.reveal', { id: orderId })).address?.city).toBe(address!.city);
});

test('a note keeps itself while the drawer goes on to the next order', async () => {
  const { page } = app;
  const note = drawer().getByRole('textbox', { name: 'My note' });
  await note.fill('用礼品盒，贴金色封口贴');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect.poll(async () => (await order()).note).toBe('用礼品盒，贴金色封口贴');
  await page.keyboard.press('k');
  await expect(note).toHaveValue('用礼品盒，贴金色封口贴');
});

test('a tag is made and put on by typing alone', async () => {
  const { page } = app;
  await drawer().getByRole('button', { name: 'Add a tag' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('礼品');
  await page.keyboard.press('Enter');
  await expect(drawer().getByRole('button', { name: 'Take off the tag 礼品' })).toBeVisible();
  expect((await order()).card.tagIds).toHaveLength(1);
});
