import { expect, test } from '@playwright/test';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';

test.describe.configure({ mode: 'serial' });

const folder = newFolder();
let app: TestApp;

test.beforeAll(async () => {
  app = await launch(folder);
  await firstRunToBoard(app);
  await app.page.locator('nav [data-place="settings"]').click();
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

const html = () => app.page.locator('html');
const pick = (name: string | RegExp) => app.page.getByRole('radio', { name }).press('Space');
const preferences = async () => (await app.call('app.state', {})).preferences;

test('theme, density and language are seen at once and kept', async () => {
  await pick('Dark');
  await expect(html()).toHaveAttribute('data-theme', 'dark');
  await pick(/^Compact/);
  await expect(html()).toHaveAttribute('data-density', 'compact');
  await pick('繁體中文');
  await expect(html()).toHaveAttribute('lang', 'zh-TW');
  await expect(app.page.getByRole('heading', { level: 1, name: '設定' })).toBeVisible();
  await pick('English');
  await expect(html()).toHaveAttribute('lang', 'en');
  expect(await preferences()).toMatchObject({ theme: 'dark', density: 'compact', language: 'en' });
});

test('what calls out and what the window opens with', async () => {
  const { page } = app;
  await page.getByLabel(/A notice when an order comes due/).uncheck();
  await page.getByLabel('Quiet hours').check();
  await page.getByLabel('From', { exact: true }).fill('21:30');
  await pick(/^Board/);
  await page.getByLabel(/Keep pulling orders in the tray/).check();
  await expect.poll(preferences).toMatchObject({
    hasAlarms: false,
    hasQuietHours: true,
    quietFromMinute: 21 * 60 + 30,
    firstPlace: 'board',
    staysInTray: true,
  });
});

test('exchange rates and fees stand once the field is left; nonsense is refused in words', async () => {
  const { page } = app;
  const rate = page.getByLabel('1 RUB =');
  await rate.fill('viel');
  await rate.press('Enter');
  await expect(page.getByText('A number above 0')).toBeVisible();
  await rate.fill('0,095');
  await rate.press('Enter');
  await expect.poll(async () => (await app.call('stock.rates', {})).rates['RUB']).toBe(0.095);
  const [shop] = (await app.call('stock.fees', {})).shops;
  await page.getByLabel(`Share of ${shop!.name} (%)`).fill('17.5');
  await page.getByLabel(`Share of ${shop!.name} (%)`).press('Tab');
  await expect.poll(async () => (await app.call('stock.fees', {})).shops[0]!.percent).toBe(17.5);
});

test('a tag is made, renamed, coloured and taken away', async () => {
  const { page } = app;
  const tags = async () => (await app.call('tags.list', {})).tags.map(({ name, colour }) => `${name} ${colour}`);
  await page.getByLabel('Name of a new tag').fill('VIP');
  await page.keyboard.press('Enter');
  await page.getByLabel('Rename VIP').fill('Fragile');
  await page.getByLabel('Rename VIP').press('Enter');
  await page.getByRole('button', { name: 'Colour of Fragile' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Red' }).click();
  await expect.poll(tags).toEqual(['Fragile red']);
  await page.getByRole('button', { name: 'Remove Fragile' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(tags).toEqual([]);
});
