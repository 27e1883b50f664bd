import { expect, test } from '@playwright/test';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';

test.describe.configure({ mode: 'serial' });

const folder = newFolder();
let app: TestApp;

test.beforeAll(async () => {
  app = await launch(folder, 'en', 'amazon,ozon,taobao');
  await firstRunToBoard(app);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

const press = (key: string) => app.page.keyboard.press(key);
const help = () => app.page.getByRole('complementary', { name: 'Help', exact: true });
const invitation = () => app.page.getByRole('complementary', { name: 'A two-minute tour' });
const tour = () => app.page.getByRole('region', { name: 'Two-minute tour' });

const PLACES = {
  today: 'Today',
  board: 'Board',
  cases: 'After-sales',
  printing: 'Print',
  stock: 'Stock',
  shops: 'Shops',
  settings: 'Settings',
} as const;

test('F1 opens the help of the place one is in; it follows to the next place and Esc closes it', async () => {
  await press('F1');
  for (const [place, title] of Object.entries(PLACES)) {
    await app.page.locator(`nav [data-place="${place}"]`).click();
    await expect(help().getByRole('heading', { level: 2 })).toHaveText(title);
  }
  await help().getByRole('button', { name: 'Find and filter' }).click();
  await expect(help()).toContainText('One field for all');
  await press('Escape');
  await expect(help()).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Help (F1)' }).click();
  await help().getByRole('button', { name: 'All keys' }).click();
  await expect(app.page.getByRole('dialog', { name: 'Keyboard' })).toContainText('Larger, smaller, normal size');
  await press('Escape');
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await press('Escape');
  await expect(help()).toHaveCount(0);
});

test('over an open order F1 tells about orders, beside the order', async () => {
  await app.page.locator('nav [data-place="board"]').click();
  await app.page.locator('[data-card-id]').first().focus();
  await press('Enter');
  await expect(app.page.locator('[data-drawer]')).toHaveCount(1);
  await press('F1');
  await expect(help().getByRole('heading', { level: 2 })).toHaveText('Order');
  await press('Escape');
  await expect(help()).toHaveCount(0);
  await expect(app.page.locator('[data-drawer]')).toHaveCount(1);
  await press('Escape');
  await expect(app.page.locator('[data-drawer]')).toHaveCount(0);
});

test('the invitation waits on the start screen only, and takes no focus', async () => {
  await app.page.locator('nav [data-place="board"]').click();
  await expect(invitation()).toHaveCount(0);
  await app.page.locator('nav [data-place="today"]').click();
  await expect(invitation()).toBeVisible();
  await expect(app.page.locator('main')).toBeFocused();
});

test('the tour is done from start to end by keys alone, each step by doing it', async () => {
  test.setTimeout(120_000);
  const step = (number: number) => expect(tour()).toContainText(`Step ${number} of 9`, { timeout: 15_000 });
  const late = (await app.call('today.get', {})).leaving.late;
  await press('Tab');
  await expect(invitation().getByRole('button', { name: 'Start' })).toBeFocused();
  await press('Enter');
  await step(1);
  await press('Enter');
  await expect(app.page.locator('section[data-lane="new"]')).toHaveAttribute('aria-label', `New, ${late} orders`);
  await step(2);
  await press('j');
  await step(3);
  await press('x');
  await press('j');
  await press('x');
  await step(4);
  await press('p');
  await step(5);
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await press('Control+z');
  await step(6);
  await expect(app.page.getByText('Clear filter')).toHaveCount(0);
  await press('Control+Enter');
  await step(7);
  await press('/');
  await step(8);
  await press('Escape');
  await press('Control+k');
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await step(9);
  await press('Escape');
  await press('Control+Enter');
  await expect(tour()).toHaveCount(0);
  expect((await app.call('app.state', {})).preferences.hasSeenTour).toBe(true);
  await app.page.locator('nav [data-place="today"]').click();
  await expect(invitation()).toHaveCount(0);
});

test('it can be had again from the help, and left at any time', async () => {
  await press('F1');
  await help().getByRole('button', { name: 'Two-minute tour' }).click();
  await expect(tour()).toContainText('Step 1 of 9');
  await expect(help()).toHaveCount(0);
  await press('Escape');
  await expect(tour()).toHaveCount(0);
});
