import type { Page } from '@playwright/test';
import { boardReady, type TestApp } from './app.ts';
import { cardsOf, focusCard } from './board.ts';
import type { Look } from './walk.ts';

/** The day, the shelf and the board's helpers, on a desk with nothing on it: one shop without an order. */
export async function emptyDesk(app: TestApp, see: Look): Promise<void> {
  for (const place of ['today', 'stock', 'cases'] as const) {
    await goToPlace(app.page, place);
    await see(app, `${place}-empty`);
  }
  await goToPlace(app.page, 'board');
}

/** The same on a full desk. */
export async function fullDesk(app: TestApp, see: Look): Promise<void> {
  await goToPlace(app.page, 'today');
  await app.page.locator('main [data-block="figures"]').waitFor();
  await see(app, 'today');
  await stockScreens(app, see);
  await goToPlace(app.page, 'board');
  await boardReady(app.page);
  await panelScreens(app, see);
  await caseScreens(app, see);
  await guideScreens(app, see);
}

const goToPlace = (page: Page, place: string): Promise<void> => page.locator(`[data-place="${place}"]`).click();

async function stockScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  await goToPlace(page, 'stock');
  await page.getByRole('row').nth(5).waitFor();
  await see(app, 'stock');
  await page.keyboard.press('j');
  await page.getByLabel('Pieces on the shelf').waitFor();
  await see(app, 'stock-product');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  const adding = page.getByRole('complementary', { name: 'Add a product' });
  await adding.waitFor();
  await see(app, 'stock-new');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await adding.waitFor({ state: 'detached' });
}

/** Filter, views and tags. */
async function panelScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  const [first, second] = (await cardsOf(app, 'new')).map(({ orderId }) => orderId);
  const tag = await app.call('tags.save', { id: null, name: 'Gift', colour: 'violet' });
  await app.call('tags.put', { ids: [first!, second!], add: [tag.id], remove: [] });
  await focusCard(app, first!);
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Tags' }).waitFor();
  await see(app, 'tag-panel');
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  const filter = page.getByRole('dialog', { name: 'Filter' });
  await filter.getByRole('button', { name: /Gift/ }).click();
  await see(app, 'filter-panel');
  await filter.getByRole('button', { name: 'Save as view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).waitFor();
  await see(app, 'save-view');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).waitFor({ state: 'detached' });
  await see(app, 'board-filtered');
  await page.getByRole('button', { name: 'Clear filter' }).click();
}

/** A case by hand, beside its order, and the question how it ended; an address that is being corrected. */
async function caseScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  const [order] = await cardsOf(app, 'in-transit');
  const dueAtMs = Date.now() + 50 * 3_600_000;
  const note = 'Wants the larger one';
  await app.call('cases.open', { ids: [order!.orderId], kind: 'exchange', reason: 'wrong-item', note, dueAtMs });
  const [opened] = (await app.call('orders.get', { id: order!.orderId })).cases;
  await goToPlace(page, 'cases');
  await page.locator(`[data-case-id="${opened!.id}"]`).click();
  await page.getByText('Wants the larger one').first().waitFor();
  await see(app, 'case-by-hand');
  await page.keyboard.press('c');
  await page.getByRole('dialog').waitFor();
  await see(app, 'case-close');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await goToPlace(page, 'board');
  const broken = (await cardsOf(app, 'problem')).find((card) => card.check?.code === 'address-broken');
  await focusCard(app, broken!.orderId);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Correct the address' }).first().click();
  await page.getByRole('dialog', { name: 'Correct the address' }).waitFor();
  await see(app, 'correct-address');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Correct the address' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.locator('[data-drawer]').waitFor({ state: 'detached' });
}

async function guideScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  await page.keyboard.press('F1');
  const help = page.getByRole('complementary', { name: 'Help', exact: true });
  await help.waitFor();
  await see(app, 'help');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill('tour');
  await page.keyboard.press('Enter');
  const tour = page.getByRole('region', { name: 'Two-minute tour' });
  await tour.waitFor();
  await see(app, 'tour');
  await page.keyboard.press('Escape');
  await tour.waitFor({ state: 'detached' });
}
