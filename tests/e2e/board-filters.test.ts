import { expect, test, type Locator } from '@playwright/test';
import { NO_FILTER } from '../../src-main/core/order/card-filter.ts';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import { laneOf } from './support/board.ts';

test.describe.configure({ mode: 'serial' });

let app: TestApp;
const folder = newFolder();
const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const panel = (): Locator => app.page.getByRole('dialog', { name: 'Filter' });
const line = (): Locator => app.page.getByRole('region', { name: 'What is shown' });
const views = (): Locator => app.page.getByRole('group', { name: 'Show', exact: true });

test.beforeAll(async () => {
  app = await launch(folder, 'en', 'ozon,amazon');
  await firstRunToBoard(app);
  await expect
    .poll(async () => (await app.call('shops.list', {})).shops.every((shop) => shop.lastGoodSyncMs !== null))
    .toBe(true);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

const total = async (change: Partial<typeof NO_FILTER>): Promise<number> => {
  const { ids } = await app.call('board.ids', { filter: { ...NO_FILTER, ...change } as never, limit: 20_000 });
  return ids.length;
};

test('F opens the filter, keys alone narrow the board, and lanes, line and panel tell the same count', async () => {
  await press('f');
  await expect(panel().getByRole('button', { name: 'Ozon', exact: true })).toBeFocused();
  await press('Space');
  await panel().getByRole('button', { name: 'One piece' }).press('Enter');
  const count = await total({ platforms: ['ozon'], size: 'single' });
  await expect(panel()).toContainText(`${count} orders`);
  await press('Escape');
  await expect(panel()).toBeHidden();
  await expect(line()).toContainText(`${count} orders of`);
  const inNew = (await total({ platforms: ['ozon'], size: 'single', lanes: ['new'] })).toString();
  await expect(laneOf(app, 'new')).toHaveAccessibleName(`New, ${inNew} orders`);
});

test('a filter is kept under a name, comes back with Alt and its number, and knows its count', async () => {
  await line().getByRole('button', { name: 'Save as view' }).click();
  const name = app.page.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveValue('Ozon One piece');
  await app.page.keyboard.type('Singles');
  await press('Enter');
  const count = await total({ platforms: ['ozon'], size: 'single' });
  const view = views().getByRole('button', { name: /^Singles/ });
  await expect(view).toHaveText(`Singles${count}`);
  await expect(view).toHaveAttribute('aria-pressed', 'true');
  await press('Alt+1');
  await expect(line()).toBeHidden();
  await expect(view).toHaveAttribute('aria-pressed', 'false');
  await press('Alt+4');
  await expect(view).toHaveAttribute('aria-pressed', 'true');
  await expect(line()).toContainText('One piece');
});

test('a condition is taken back by its cross, and the view can be renamed and removed', async () => {
  await line().getByRole('button', { name: 'Remove One piece' }).click();
  await expect(line()).toContainText(`${await total({ platforms: ['ozon'] })} orders of`);
  await press('Alt+4');
  await app.page.getByRole('button', { name: /^Singles: rename/ }).click();
  await app.page.getByRole('menuitem', { name: 'Rename' }).click();
  await app.page.getByRole('textbox', { name: 'Name' }).fill('Quick ones');
  await press('Enter');
  await expect(views().getByRole('button', { name: /^Quick ones/ })).toBeVisible();
  await app.page.getByRole('button', { name: /^Quick ones: rename/ }).click();
  await app.page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(views().getByRole('button', { name: /^Quick ones/ })).toBeHidden();
  await press('Control+z');
  await expect(views().getByRole('button', { name: /^Quick ones/ })).toBeVisible();
  await press('Control+Shift+z');
  await expect(views().getByRole('button', { name: /^Quick ones/ })).toBeHidden();
  await press('Alt+1');
});

test('what the search finds can be left standing on the board; a filter that fits nothing says so and gives the way back', async () => {
  await press('/');
  await expect(app.page.getByRole('combobox', { name: 'Find orders' })).toBeFocused();
  await app.page.keyboard.insertText('马克杯');
  await expect(app.page.getByRole('option').first()).toBeVisible();
  await press('Shift+Enter');
  await expect(line()).toContainText('"马克杯"');
  const count = await total({ text: '马克杯' });
  await expect(line()).toContainText(`${count} orders of`);
  await line().getByRole('button', { name: 'Clear filter' }).click();
  await expect(line()).toBeHidden();

  await press('f');
  await panel().getByRole('button', { name: 'Exception' }).click();
  await panel().getByRole('button', { name: 'Note from the buyer' }).click();
  await panel().getByRole('button', { name: 'Due tomorrow' }).click();
  await press('Escape');
  await expect(app.page.getByText('No such orders')).toBeVisible();
  await app.page.getByRole('button', { name: 'Clear filter' }).last().click();
  await expect(laneOf(app, 'new').locator('[data-card-id]').first()).toBeVisible();
});
