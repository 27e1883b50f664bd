import { expect, test, type Locator } from '@playwright/test';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import {
  cardIn,
  cardNow,
  cardOf,
  cardsOf,
  expectLane,
  focusCard,
  laneOf,
  plainCards,
  postingOf,
  spoken,
  toastOf,
} from './support/board.ts';

test.describe.configure({ mode: 'serial' });

let app: TestApp;
const folder = newFolder();
const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const drawer = (): Locator => app.page.locator('[data-drawer]').getByRole('dialog');

test.beforeAll(async () => {
  app = await launch(folder);
  await firstRunToBoard(app);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

test('J K and the arrows walk the cards and the lanes', async () => {
  const fresh = await cardsOf(app, 'new');
  const [problem] = await cardsOf(app, 'problem');
  await press('j');
  await expect(cardOf(app, fresh[0]!.orderId)).toBeFocused();
  await press('j');
  await expect(cardOf(app, fresh[1]!.orderId)).toBeFocused();
  await press('ArrowDown');
  await expect(cardOf(app, fresh[2]!.orderId)).toBeFocused();
  await press('k');
  await press('ArrowUp');
  await expect(cardOf(app, fresh[0]!.orderId)).toBeFocused();
  await press('ArrowRight');
  await expect(cardOf(app, problem!.orderId)).toBeFocused();
  await press('ArrowLeft');
  await expect(cardOf(app, fresh[0]!.orderId)).toBeFocused();
});

test('X and Shift J select, 3 moves them, the move is spoken, Ctrl Z takes it back before the platform hears', async () => {
  const cards = await plainCards(app, 'new', 3);
  const ids = cards.map((card) => card.orderId);
  await focusCard(app, ids[0]!);
  await press('x');
  await press('Shift+J');
  await press('Shift+J');
  await expect(app.page.getByLabel('Selected orders')).toContainText('3 selected');
  await press('3');
  await expect(spoken(app)).toContainText('3 orders moved to To ship');
  await expectLane(app, ids, 'to-ship');
  await press('Control+z');
  await expect(spoken(app)).toContainText('3 orders undone');
  await expectLane(app, ids, 'new');
  for (const card of cards) expect(postingOf(app, card).effects.shipCalls).toBe(0);
  await focusCard(app, ids[1]!);
  await press('x');
  await expect(app.page.getByLabel('Selected orders')).toContainText('1 selected');
  await press('Escape');
  await expect(app.page.getByLabel('Selected orders')).toBeHidden();
});

test('a refused key says why, on the screen and aloud, and changes nothing', async () => {
  const [card] = await plainCards(app, 'new', 1);
  const refusals = [
    ['5', 'in-transit', 'No label yet: go through Labelled'],
    ['6', 'exception', 'Hand over first: go through In transit'],
  ] as const;
  for (const [key, lane, reason] of refusals) {
    await focusCard(app, card!.orderId);
    await press(key);
    await expect(laneOf(app, lane).getByText(reason)).toBeVisible();
    await expect(spoken(app)).toHaveText(reason);
  }
  await press('7');
  await expect(toastOf(app), 'a folded lane has no room for words').toContainText(
    'Hand over first: go through In transit',
  );
  await expectLane(app, [card!.orderId], 'new');
  expect(await cardNow(app, card!.orderId)).toMatchObject({ step: null, lane: 'new' });
});

test('H asks for a reason and E for a kind of case, both answered by keys alone', async () => {
  const [held, cased] = await plainCards(app, 'new', 2);
  await focusCard(app, held!.orderId);
  await press('h');
  await expect(app.page.getByRole('dialog', { name: 'Hold 1 order' })).toBeVisible();
  await expect(app.page.getByRole('radio', { name: 'Out of stock' })).toBeFocused();
  await press('ArrowDown');
  await expect(app.page.getByRole('radio', { name: 'Wrong price' })).toBeChecked();
  await press('Enter');
  await expect(cardIn(app, 'problem', held!.orderId)).toContainText('On hold: Wrong price');
  await expectLane(app, [held!.orderId], 'problem');
  await expect(spoken(app)).toContainText('1 order on hold');

  await focusCard(app, cased!.orderId);
  await press('e');
  await expect(app.page.getByRole('radio', { name: 'Return', exact: true })).toBeFocused();
  await press('Space');
  await press('Enter');
  await expect(cardIn(app, 'after-sales', cased!.orderId)).toContainText('Return');
  await expectLane(app, [cased!.orderId], 'after-sales');
  await press('Control+z');
  await expectLane(app, [cased!.orderId], 'new');
  await focusCard(app, held!.orderId);
  await press('3');
  await expect(spoken(app)).toContainText('1 order released');
  await expectLane(app, [held!.orderId], 'to-ship');
});

test('P prints, and a second P says that it is printed', async () => {
  const card = (await cardsOf(app, 'to-ship')).find(({ stage }) => stage === 'to-hand-over')!;
  await focusCard(app, card.orderId);
  await press('p');
  await expect(spoken(app)).toContainText('1 order moved to Labelled, printing');
  await expect(cardIn(app, 'labelled', card.orderId)).toBeVisible({ timeout: 30_000 });
  await expect.poll(async () => (await cardNow(app, card.orderId)).isLabelled, { timeout: 30_000 }).toBe(true);
  await focusCard(app, card.orderId);
  await press('p');
  await expect(laneOf(app, 'labelled').getByText('The label is printed already')).toBeVisible();
  expect(
    (await app.call('printing.jobs', { limit: 200 })).jobs.filter((job) => job.orderId === card.orderId),
  ).toHaveLength(1);
});

test('Enter opens the order, J and K go on in it, Escape comes back to the card', async () => {
  const cards = await cardsOf(app, 'new');
  await focusCard(app, cards[0]!.orderId);
  await press('Enter');
  await expect(drawer()).toContainText(cards[0]!.remoteId);
  await press('j');
  await expect(drawer()).toContainText(cards[1]!.remoteId);
  await press('k');
  await expect(drawer()).toContainText(cards[0]!.remoteId);
  await press('Escape');
  await expect(drawer()).toBeHidden();
  await expect(cardOf(app, cards[0]!.orderId)).toBeFocused();
});

test('the search finds by a piece of a Chinese name and by the tail of a number', async () => {
  const card = (await cardsOf(app, 'delivered')).find((candidate) => candidate.title.includes('圆点'))!;
  const field = app.page.getByRole('combobox', { name: 'Find orders' });
  await press('/');
  await expect(field).toBeFocused();
  await app.page.keyboard.insertText('点袜');
  await expect(app.page.getByRole('option').first()).toContainText('儿童圆点袜');
  await press('Escape');
  await expect(field).toHaveValue('');
  await press('/');
  await app.page.keyboard.type(card.remoteId.slice(-6));
  await expect(app.page.getByRole('option')).toHaveCount(1);
  await press('Enter');
  await expect(drawer()).toContainText(card.remoteId);
  await press('Escape');
  await expect(drawer()).toBeHidden();
});

test('a scanned number opens its order, an unknown one says so, and neither presses any key of the board', async () => {
  const card = (await plainCards(app, 'new', 5)).at(-1)!;
  await focusCard(app, (await cardsOf(app, 'new'))[0]!.orderId);
  await scan(card.remoteId);
  await expect(drawer()).toContainText(card.remoteId);
  await press('Escape');
  await expect(drawer()).toBeHidden();
  const before = await app.call('board.summary', {});
  await scan('9988-7766-5544');
  await expect(toastOf(app)).toContainText('No order with this code: 9988-7766-5544');
  expect((await app.call('board.summary', {})).lanes).toEqual(before.lanes);
});

test('what can be pressed on a card or in an open order can be named in the list of actions', async () => {
  const { page } = app;
  const broken = (await cardsOf(app, 'problem')).find((card) => card.check?.code === 'address-broken')!;
  await focusCard(app, broken.orderId);
  await press('Control+k');
  await page.keyboard.type('address is fine');
  await expect(page.getByRole('option').first()).toContainText('Address is fine');
  await press('Enter');
  await expectLane(app, [broken.orderId], 'new');
  await press('Control+z');
  await expectLane(app, [broken.orderId], 'problem');

  await focusCard(app, broken.orderId);
  await press('Enter');
  await expect(drawer()).toContainText(broken.remoteId);
  await press('Control+k');
  await page.keyboard.type('correct the');
  await expect(page.getByRole('option').first()).toContainText('Correct the address');
  await press('Enter');
  await expect(page.getByRole('dialog', { name: 'Correct the address' })).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog', { name: 'Correct the address' })).toBeHidden();
  await press('Escape');
  await expect(drawer()).toBeHidden();
});

test('? shows the keys, Ctrl K finds every action by its words', async () => {
  await press('?');
  await expect(app.page.getByRole('dialog', { name: 'Keyboard' })).toContainText('Move to lane 1–8');
  await press('Escape');
  await expect(app.page.getByRole('dialog')).toHaveCount(0);

  const card = (await plainCards(app, 'new', 1))[0]!;
  await focusCard(app, card.orderId);
  await press('Control+k');
  await app.page.keyboard.type('to ship');
  await expect(app.page.getByRole('option').first()).toContainText('Move to To ship');
  await press('Enter');
  await expectLane(app, [card.orderId], 'to-ship');
  await press('Control+k');
  await app.page.keyboard.type('undo');
  await press('Enter');
  await expectLane(app, [card.orderId], 'new');

  await press('Control+k');
  await app.page.keyboard.type('print');
  await app.page.getByRole('option', { name: /^Print\s*G/ }).waitFor();
  await press('Escape');
  await press('Control+k');
  await app.page.keyboard.type('settings');
  await press('Enter');
  await expect(app.page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

/** A scanner is a keyboard that types very fast and presses Enter. */
async function scan(code: string): Promise<void> {
  await app.page.keyboard.type(`${code}\n`);
}
