import { expect, test } from '@playwright/test';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import { cardIn, cardNow, expectLane, plainCards, spoken, toastOf } from './support/board.ts';

test.describe.configure({ mode: 'serial' });

const folder = newFolder();
let app: TestApp;
let orderId: string;
let sku: string;

test.beforeAll(async () => {
  app = await launch(folder);
  await firstRunToBoard(app);
  const [card] = await plainCards(app, 'new', 1);
  orderId = card!.orderId;
  const { lines } = await app.call('orders.get', { id: orderId });
  sku = lines[0]!.sku!;
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

const press = (key: string) => app.page.keyboard.press(key);
const type = (text: string) => app.page.keyboard.insertText(text);
const panel = () => app.page.getByRole('complementary', { name: `Details of ${sku}` });
const row = (of: string) => app.page.getByRole('row').filter({ hasText: of });
const part = (name: RegExp) => app.page.getByRole('group', { name: 'Show' }).getByRole('button', { name });

/** By keys alone: the stock, its search, the product, its first field. */
async function openBySearch(): Promise<void> {
  await press('g');
  await press('s');
  await expect(app.page.getByRole('heading', { level: 1, name: 'Stock' })).toBeVisible();
  await press('/');
  await expect(app.page.getByRole('searchbox')).toBeFocused();
  await press('Control+a');
  await type(sku);
  await expect(row(sku)).toBeVisible();
  await expect(app.page.getByRole('row')).toHaveCount(2);
  await app.page.getByRole('searchbox').blur();
  await press('j');
  await expect(panel()).toBeVisible();
  await expect(spoken(app)).toContainText(sku);
}

test('counted down to nothing, a product sends its order to 有问题; counted up, the order comes back', async () => {
  await openBySearch();
  await press('Enter');
  const count = app.page.getByLabel('Pieces on the shelf');
  await expect(count).toBeFocused();
  await type('0');
  await press('Enter');
  await expect(toastOf(app)).toContainText(`${sku} counted: 0`);
  await expectLane(app, [orderId], 'problem');
  await count.blur();
  await press('Control+z');
  await expect(toastOf(app)).toContainText('Taken back');
  await expect.poll(async () => (await cardNow(app, orderId)).check).toBeNull();
  await press('Control+Shift+z');
  await expectLane(app, [orderId], 'problem');
  expect(await cardNow(app, orderId)).toMatchObject({ check: { code: 'out-of-stock' } });
  await expect(panel().getByRole('button', { name: /orders? that wait/ })).toBeVisible();
  await expect(part(/Short/)).toContainText(/[1-9]/);

  await panel()
    .getByRole('button', { name: /orders? that wait/ })
    .click();
  await expect(cardIn(app, 'problem', orderId)).toContainText(/\d+ short/);

  await openBySearch();
  await press('Enter');
  await type('500');
  await press('Enter');
  await expectLane(app, [orderId], 'new');
  await press('Escape');
  await press('Escape');
  await expect(panel()).toHaveCount(0);
});

test('pieces go in and out with a reason, and the toast takes it back', async () => {
  await openBySearch();
  await panel().getByLabel('Pieces', { exact: true }).fill('20');
  await panel().getByLabel('Why').fill('Broken');
  await panel().getByRole('button', { name: 'Take', exact: true }).click();
  await expect(toastOf(app)).toContainText('now 480');
  await expect(panel().getByRole('listitem').first()).toContainText('By hand · Broken');
  await toastOf(app).getByRole('button', { name: 'Put back' }).click();
  await expect.poll(async () => (await app.call('stock.get', { sku })).row.product.quantity).toBe(500);
});

test('what is said of a product is changed and kept; a wrong field says what is wrong', async () => {
  await panel().getByLabel('Bin').fill('Z9-99');
  await panel().getByLabel('Origin').fill('C');
  await press('Enter');
  await expect(panel().getByText('Two letters')).toBeVisible();
  await panel().getByLabel('Origin').fill('cn');
  await press('Enter');
  await expect(toastOf(app)).toContainText(`${sku} saved`);
  await expect(row(sku)).toContainText('Z9-99');
  expect((await app.call('stock.get', { sku })).row.product).toMatchObject({
    bin: 'Z9-99',
    origin: 'CN',
    quantity: 500,
  });
});

test('N adds a product with its count; a SKU that is there already is not overwritten', async () => {
  await press('Escape');
  await press('n');
  const form = app.page.getByRole('complementary', { name: 'Add a product' });
  await expect(form.getByLabel('SKU', { exact: true })).toBeFocused();
  await type(sku);
  await form.getByLabel('Name').fill('Another one');
  await press('Enter');
  await expect(form.getByText('This SKU is there already')).toBeVisible();
  await form.getByLabel('SKU', { exact: true }).fill('NEW-1');
  await form.getByLabel('Pieces on the shelf').fill('7');
  await press('Enter');
  await expect(app.page.getByRole('complementary', { name: 'Details of NEW-1' })).toBeVisible();
  expect((await app.call('stock.get', { sku: 'NEW-1' })).row.product).toMatchObject({
    title: 'Another one',
    quantity: 7,
  });
  expect((await app.call('stock.get', { sku })).row.product.title).not.toBe('Another one');
});

test('an article that no product stands for is mapped to one, and the mapping is taken back', async () => {
  await openBySearch();
  await panel().getByRole('button', { name: 'More actions' }).click();
  await app.page.getByRole('menuitem', { name: 'Remove this product' }).click();
  await app.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await press('Escape');
  await part(/Not mapped/).click();
  const article = app.page.getByRole('listitem').filter({ hasText: sku });
  await article.getByRole('button', { name: 'Map', exact: true }).click();
  await expect(app.page.getByRole('dialog')).toContainText(`Which product is ${sku}`);
  await type('NEW-1');
  await app.page.getByRole('button', { name: 'Map to NEW-1' }).click();
  await expect(toastOf(app)).toContainText(`${sku} is NEW-1`);
  await expect(app.page.getByText('Every article in your orders has its product')).toBeVisible();
  const { row: mapped } = await app.call('stock.get', { sku: 'NEW-1' });
  expect(mapped.aliases).toEqual([{ platform: 'ozon', sku }]);
  expect(mapped.reserved).toBeGreaterThan(0);
  await toastOf(app).getByRole('button', { name: 'Unmap' }).click();
  await expect(article).toBeVisible();
  await article.getByRole('button', { name: 'New product' }).click();
  await expect.poll(async () => (await app.call('stock.list', ALL)).unmapped).toBe(0);
});

const ALL = { query: '', filter: 'all', offset: 0, limit: 1 } as const;
