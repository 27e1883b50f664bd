import { expect, test, type Locator } from '@playwright/test';
import { boardReady, firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import {
  cardNow,
  cardOf,
  cardsOf,
  expectLane,
  focusCard,
  laneOf,
  plainCards,
  spoken,
  toastOf,
} from './support/board.ts';

test.describe.configure({ mode: 'serial' });

let app: TestApp;
const folder = newFolder();
const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const bar = (): Locator => app.page.getByLabel('Selected orders');
const drawer = (): Locator => app.page.locator('[data-drawer]').getByRole('dialog');
const selected = (): Locator => app.page.locator('[data-card-id][data-is-selected]');

test.beforeAll(async () => {
  app = await launch(folder);
  await firstRunToBoard(app);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

test('a box drawn over the lanes selects what it touches, Ctrl adds to it, Escape takes it back, a press on empty ground lets go', async () => {
  const cards = await cardsOf(app, 'to-ship');
  const ground = (await laneOf(app, 'labelled').boundingBox())!;
  const first = (await cardOf(app, cards[0]!.orderId).boundingBox())!;
  const second = (await cardOf(app, cards[1]!.orderId).boundingBox())!;
  const { mouse } = app.page;
  await mouse.move(ground.x + 80, second.y + 20);
  await mouse.down();
  await mouse.move(first.x + first.width - 20, first.y + 30, { steps: 8 });
  await expect(selected()).toHaveCount(2);
  await mouse.up();
  await expect(bar()).toContainText('2 selected');

  const fresh = (await cardOf(app, (await cardsOf(app, 'new'))[0]!.orderId).boundingBox())!;
  await app.page.keyboard.down('Control');
  await mouse.move(fresh.x + 40, fresh.y - 4);
  await mouse.down();
  await mouse.move(fresh.x + 60, fresh.y + 40, { steps: 6 });
  await expect(bar()).toContainText('3 selected');
  await press('Escape');
  await expect(bar()).toContainText('2 selected');
  await mouse.up();
  await app.page.keyboard.up('Control');
  await mouse.click(ground.x + 80, ground.y + 260);
  await expect(bar()).toBeHidden();
});

test('Shift takes all between two cards, Ctrl A the lane, once more every lane, and the counts are exact', async () => {
  const cards = await cardsOf(app, 'new');
  await cardOf(app, cards[0]!.orderId).click();
  await laneOf(app, 'new').locator('[data-lane-scroller]').hover();
  await expect(async () => {
    await app.page.mouse.wheel(0, 2_000);
    await expect(cardOf(app, cards.at(-1)!.orderId)).toBeVisible({ timeout: 300 });
  }).toPass();
  await cardOf(app, cards.at(-1)!.orderId).click({ modifiers: ['Shift'] });
  await expect(bar()).toContainText(`${cards.length} selected`);
  await press('Escape');
  await laneOf(app, 'new')
    .locator('[data-lane-scroller]')
    .evaluate((scroller) => scroller.scrollTo({ top: 0 }));

  await focusCard(app, (await cardsOf(app, 'problem'))[0]!.orderId);
  await press('Control+a');
  const { lanes } = await app.call('board.summary', {});
  const problems = lanes.find(({ lane }) => lane === 'problem')!.count;
  await expect(bar()).toContainText(`${problems} selected`);
  await expect(spoken(app)).toContainText(`${problems} orders selected`);
  await press('Control+a');
  const all = lanes.reduce((sum, { count }) => sum + count, 0);
  await expect(bar()).toContainText(`${all} selected`);
  await expect(bar()).toContainText('out of sight');
  await press('Escape');
});

test('Ctrl Shift Z does again what Ctrl Z took back, until something else is done', async () => {
  const ids = (await plainCards(app, 'new', 2)).map((card) => card.orderId);
  await focusCard(app, ids[0]!);
  await press('3');
  await expectLane(app, [ids[0]!], 'to-ship');
  await press('Control+z');
  await expectLane(app, [ids[0]!], 'new');
  await press('Control+Shift+z');
  await expectLane(app, [ids[0]!], 'to-ship');
  await press('Control+z');
  await expectLane(app, [ids[0]!], 'new');
  await focusCard(app, ids[1]!);
  await press('h');
  await expect(app.page.getByRole('radio', { name: 'Out of stock' })).toBeFocused();
  await press('Space');
  await press('Enter');
  await expectLane(app, [ids[1]!], 'problem');
  await press('Control+Shift+z');
  await expect(toastOf(app)).toContainText('Nothing to redo');
  await press('Control+z');
  await expectLane(app, ids, 'new');
});

test('a scan opens its order from any place, a SKU its product, and in the search field it opens as well', async () => {
  const [card, other] = await plainCards(app, 'new', 2);
  await press('g');
  await app.page.waitForTimeout(120);
  await press('s');
  await expect(app.page.locator('[data-place="stock"]')).toHaveAttribute('aria-current', 'page');
  await expect(app.page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
  await scan(card!.remoteId, inDrawer(card!.remoteId));
  await press('Escape');
  const { products } = await app.call('stock.list', { query: '', filter: 'all', offset: 0, limit: 50 });
  const sku = products.map(({ product }) => product.sku).find((candidate) => candidate.length > 5)!;
  await expect(drawer()).toBeHidden();
  await scan(sku, () =>
    expect(app.page.locator('[data-place="stock"]')).toHaveAttribute('aria-current', 'page', { timeout: 2_000 }),
  );
  await expect(app.page.getByText(sku).first()).toBeVisible();

  await boardReady(app.page);
  await press('/');
  const field = app.page.getByRole('combobox', { name: 'Find orders' });
  await expect(field).toBeFocused();
  await scan(other!.remoteId, inDrawer(other!.remoteId));
  await press('Escape');
  await expect(drawer()).toBeHidden();
  await press('Control+k');
  await expect(app.page.getByRole('combobox', { name: 'Commands' })).toBeFocused();
  await scan(card!.remoteId, inDrawer(card!.remoteId));
  await press('Escape');
});

test('T tags the selection by typing, the tag is on the cards, and Ctrl Z takes it off', async () => {
  const ids = (await plainCards(app, 'new', 2)).map((card) => card.orderId);
  await focusCard(app, ids[0]!);
  await press('x');
  await cardOf(app, ids[1]!).click({ modifiers: ['Control'] });
  await press('t');
  const panel = app.page.getByRole('dialog', { name: 'Tags of 2 orders' });
  await expect(panel.getByRole('combobox')).toBeFocused();
  await app.page.keyboard.insertText('礼物');
  await press('Enter');
  await expect(cardOf(app, ids[0]!)).toContainText('礼物');
  await press('Escape');
  await expect(panel).toBeHidden();
  await expect.poll(async () => (await cardNow(app, ids[1]!)).tagIds.length).toBe(1);
  await press('Control+z');
  await expect.poll(async () => (await cardNow(app, ids[1]!)).tagIds.length).toBe(0);
  await expect(cardOf(app, ids[0]!)).not.toContainText('礼物');
  await press('Escape');
});

/**
 * A scanner is a keyboard that types very fast and presses Enter. The test's own typing waits for the window at every
 * key: on a busy machine it may be as slow as a hand, and is tried again.
 */
async function scan(code: string, opens: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await app.page.keyboard.type(`${code}\n`);
    await opens();
  }).toPass({ timeout: 20_000 });
}

const inDrawer = (number: string) => () => expect(drawer()).toContainText(number, { timeout: 2_000 });
