import { expect, test } from '@playwright/test';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import { cardsOf, toastOf } from './support/board.ts';

test.describe.configure({ mode: 'serial' });

const folder = newFolder();
let app: TestApp;

test.beforeAll(async () => {
  app = await launch(folder, 'en', 'ozon,amazon,coupang,aliexpress,taobao');
  await firstRunToBoard(app);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

test('the demo runs all five shops, each with its card and its health', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Shops', exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(5);
  for (const shop of await page.getByRole('article').all())
    await expect(shop).toContainText('Working', { timeout: 30_000 });
});

test('every platform has its form: steps to the keys, fields with help, words for what is missing', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Connect a shop' }).click();
  const dialog = page.getByRole('dialog');
  for (const platform of ['Ozon', 'Amazon', 'Coupang', 'AliExpress', 'Taobao']) {
    await dialog.getByRole('radio', { name: new RegExp(platform) }).check({ force: true });
    expect(await dialog.locator('ol > li').count(), platform).toBeGreaterThanOrEqual(3);
    await dialog.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(dialog.getByText('Needed').first(), platform).toBeVisible();
  }
  await page.keyboard.press('Escape');
});

test('the day of a key is one press, a pasted address gives its code', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Connect a shop' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Coupang/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Today' }).click();
  await expect(dialog.getByLabel('Day the key was issued')).toHaveValue(/^20\d\d-\d\d-\d\d$/);
  await dialog.getByRole('radio', { name: /AliExpress/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Authorise in the browser' }).click();
  await expect(dialog.getByText('Something above is still missing.')).toBeVisible();
  await dialog.getByLabel('Authorisation code').fill('https://example.com/cb?code=3_500100_abc&state=1');
  await expect(dialog.getByLabel('Authorisation code')).toHaveValue('3_500100_abc');
  await page.keyboard.press('Escape');
});

test('a shop gets another name, and is compared with its platform on the word', async () => {
  const { page } = app;
  const first = page.getByRole('article').first();
  await first.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('Shop name').fill('Ozon of mine');
  await page.keyboard.press('Enter');
  const renamed = page.getByRole('article', { name: 'Ozon of mine' });
  await expect(renamed).toBeVisible();
  await renamed.getByRole('button', { name: /difference|not yet/i }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Compare now' }).click();
  await expect(dialog.getByText(/orders? compared/)).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
});

test('P on an order whose label is bought asks for the parcel, quotes, and one Enter buys and prints', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Board', exact: true }).click();
  const cards = (await cardsOf(app, 'new')).filter(
    ({ platform, moves, check }) => platform === 'aliexpress' && check === null && 'action' in moves.labelled!,
  );
  const orders = await Promise.all(cards.map(({ orderId }) => app.call('orders.get', { id: orderId })));
  const order = orders.find(({ labelBy }) => labelBy === 'bought');
  const id = order!.card.orderId;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill(order!.card.remoteId);
  await page.getByRole('option', { name: /Open order/ }).click();
  await expect(page.locator('[data-drawer]')).toContainText(order!.card.remoteId);
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Buy a label' });
  await dialog.getByLabel('Weight (g)').fill('0.3kg');
  await dialog.getByLabel(/Length/).fill('20 15 10');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('radio').first()).toBeChecked({ timeout: 20_000 });
  await expect(dialog.getByText("Buyer's choice").first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(toastOf(app)).toContainText('Buying 1 label');
  await expect.poll(async () => (await app.call('orders.get', { id })).card.isLabelled, { timeout: 50_000 }).toBe(true);
});
