import { expect, test } from '@playwright/test';
import type { TodayView } from '../../src-main/contract/methods/today.ts';
import { firstRunToBoard, launch, newFolder, PASSPHRASE, removeFolder, type TestApp } from './support/app.ts';

test.describe.configure({ mode: 'serial' });

const folder = newFolder();
let app: TestApp;

test.beforeAll(async () => {
  app = await launch(folder);
  await firstRunToBoard(app);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

const headline = () => app.page.getByRole('heading', { level: 1 });
const block = (name: string) => app.page.locator(`main [data-block="${name}"]`);

async function goToday(): Promise<TodayView> {
  await app.page.locator('[data-place="today"]').click();
  await expect(block('figures')).toBeVisible();
  return app.call('today.get', {});
}

/** How many cards all lanes of the board say that they hold. */
async function shownCards(): Promise<number> {
  const labels = await app.page
    .locator('section[data-lane]')
    .evaluateAll((lanes) => lanes.map((lane) => lane.getAttribute('aria-label')));
  return labels.reduce((sum, label) => sum + Number(/\d+/.exec(label ?? '')?.[0] ?? 0), 0);
}

/** Presses a number on the start screen; the board must show as many cards. Again when a minute has just passed. */
async function expectCards(find: (view: TodayView) => readonly [block: string, stop: number, count: number]) {
  await expect(async () => {
    const [name, stop, count] = find(await goToday());
    await block(name).locator('[data-stop]').nth(stop).click();
    await expect(app.page.locator('section[data-lane]').first()).toBeVisible();
    await expect.poll(shownCards, { timeout: 3_000 }).toBe(count);
  }).toPass({ timeout: 15_000 });
}

test('the day is told in one sentence and four numbers', async () => {
  const { leaving, newOrders, stuck } = await goToday();
  await expect(headline()).toContainText(`${leaving.today} orders to leave today`);
  await expect(headline()).toContainText(`${leaving.late} are late`);
  for (const [text, count] of [
    ['to leave today', leaving.today],
    ['new orders', newOrders.total],
    ['stuck', stuck.total],
  ] as const) {
    await expect(block('figures').getByRole('button', { name: `${count} ${text}` })).toBeVisible();
  }
  await expect(block('shops')).toContainText('all syncing');
  await expect(block('printer')).toContainText('Ready');
});

test('the numbers of the top lead to exactly their orders', async () => {
  const figures = block('figures').getByRole('button');
  await goToday();
  const names = await figures.allInnerTexts();
  const at = (text: RegExp) => names.findIndex((name) => text.test(name));
  await expectCards(({ leaving }) => ['figures', at(/to leave today/), leaving.today]);
  await expectCards(({ leaving }) => ['figures', at(/^\d+ late/), leaving.late]);
  await expectCards(({ leaving }) => ['figures', at(/^\d+ tomorrow/), leaving.tomorrow]);
  await expectCards(({ newOrders }) => ['figures', at(/new orders/), newOrders.total]);
  await expectCards(({ newOrders }) => ['figures', at(/single-item/), newOrders.singles]);
  await expectCards(({ newOrders }) => ['figures', at(/with a note/), newOrders.withNote]);
  await expectCards(({ stuck }) => ['figures', at(/stuck/), stuck.total]);
});

test('so do what must leave by when, the new orders of a shop, and what is stuck', async () => {
  test.setTimeout(120_000);
  const view = await goToday();
  for (const stop of view.leaving.groups.slice(0, 6).keys()) {
    await expectCards(({ leaving }) => ['leaving', stop, leaving.groups[stop]!.count]);
  }
  await expectCards(({ newOrders }) => ['new', 0, newOrders.byShop[0]!.count]);
  for (const stop of view.stuck.reasons.keys()) {
    await expectCards(({ stuck }) => ['stuck', stop, stuck.reasons[stop]!.count]);
  }
});

test('the keyboard goes from number to number; Enter alone begins the day', async () => {
  const { leaving } = await goToday();
  await app.page.keyboard.press('j');
  await app.page.keyboard.press('j');
  await expect(block('figures').locator('[data-stop]').nth(1)).toBeFocused();
  await app.page.keyboard.press('ArrowRight');
  await expect(block('leaving').locator('[data-stop]').first()).toBeFocused();
  await app.page.keyboard.press('ArrowLeft');
  await app.page.keyboard.press('k');
  await expect(block('figures').locator('[data-stop]').first()).toBeFocused();
  await app.page.keyboard.press('Enter');
  await goToday();
  await app.page.keyboard.press('Enter');
  await expect.poll(shownCards).toBe(leaving.late);
});

test('a shop that does not sync says so, and leads to the shops', async () => {
  const [shop] = (await app.call('shops.list', {})).shops;
  await app.call('shops.pause', { id: shop!.id, isPaused: true });
  await goToday();
  await expect(block('shops')).toContainText('paused');
  await block('shops').getByRole('button').click();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Shops' })).toBeVisible();
  await app.call('shops.pause', { id: shop!.id, isPaused: false });
});

test('the window opens with the day, or with the board when she would rather', async () => {
  test.setTimeout(90_000);
  await reopen();
  await expect(headline()).toContainText('to leave today');
  await app.call('app.setPreferences', { firstPlace: 'board' });
  await reopen();
  await expect(app.page.locator('section[data-lane]').first()).toBeVisible();
  await expect(app.page.locator('[data-place="board"]')).toHaveAttribute('aria-current', 'page');
});

async function reopen(): Promise<void> {
  await app.close();
  app = await launch(folder);
  const passphrase = app.page.getByLabel('Passphrase', { exact: true });
  await passphrase.or(app.page.locator('[data-place="today"]')).first().waitFor();
  if (!(await passphrase.isVisible())) return;
  await passphrase.fill(PASSPHRASE);
  await app.page.keyboard.press('Enter');
  await app.page.locator('[data-place="today"]').waitFor();
}
