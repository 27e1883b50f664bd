import { expect, test, type Locator } from '@playwright/test';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import { cardIn, cardNow, cardOf, cardsOf, expectLane, laneOf, toastOf } from './support/board.ts';
import { dragOver, dragTo, drop, dropFile } from './support/drag.ts';
import { keyPresses, pointerPresses, watchComplaints, watchHands } from './support/hands.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** Undo window, confirmation, label and paper. */
const PLATFORM_MS = 45_000;
const folder = newFolder();
let app: TestApp;
/** Words are typed: the mouse has none. */
let typed = 0;
const drawer = (): Locator => app.page.locator('[data-drawer]').getByRole('dialog');
const go = (place: string): Promise<void> => app.page.locator(`[data-place="${place}"]`).click();
const shownCards = (): Promise<number> => app.page.locator('section[data-lane] [data-card-id]').count();
async function write(field: Locator, text: string): Promise<void> {
  await field.click();
  await app.page.keyboard.insertText(text);
  typed += 1;
}

/** What the window complained of. */
const complaints: string[] = [];

test.beforeAll(async () => {
  app = await launch(folder, 'en', 'ozon,aliexpress');
  watchComplaints(app.page, complaints);
  await firstRunToBoard(app);
  await watchHands(app.page);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

test('the morning: the start screen leads to the late ones, and back to all', async () => {
  const { page } = app;
  await go('today');
  const { leaving } = await app.call('today.get', {});
  await page.getByRole('button', { name: /^Start with the/ }).click();
  await expect.poll(shownCards).toBe(leaving.late);
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect.poll(shownCards).toBeGreaterThan(leaving.late);
});

test('a rectangle drawn over cards selects them, and the drag of one carries all', async () => {
  const { page } = app;
  const lane = laneOf(app, 'new');
  const box = (await lane.boundingBox())!;
  const first = (await lane.locator('[data-card-id]').nth(0).boundingBox())!;
  const third = (await lane.locator('[data-card-id]').nth(2).boundingBox())!;
  await page.mouse.move(box.x + 3, first.y - 4);
  await page.mouse.down();
  await page.mouse.move(first.x + 60, first.y + 40, { steps: 6 });
  await page.mouse.move(third.x + 120, third.y + third.height / 2, { steps: 10 });
  await page.mouse.up();
  const bar = page.getByLabel('Selected orders');
  await expect(bar).toContainText('3 selected');

  const ids = await lane
    .locator('[data-card-id]')
    .evaluateAll((cards) => cards.slice(0, 3).map((card) => card.getAttribute('data-card-id')!));
  await dragOver(app, cardOf(app, ids[1]!), laneOf(app, 'problem'));
  await expect(laneOf(app, 'problem')).toHaveAttribute('data-drop', 'over');
  await drop(app);
  const question = page.getByRole('dialog', { name: 'Hold 3 orders' });
  await question.getByRole('radio', { name: 'Wrong price' }).check();
  await question.getByRole('radio', { name: 'Tomorrow' }).check();
  await question.getByRole('button', { name: 'Hold', exact: true }).click();
  await expectLane(app, ids, 'problem');
  await toastOf(app).getByRole('button', { name: /^Undo/ }).click();
  await expectLane(app, ids, 'new');
});

test('a drop on Labelled gets the label and prints it; a drop on In transit hands it over', async () => {
  const [card] = (await cardsOf(app, 'to-ship')).filter(
    (candidate) => candidate.platform === 'ozon' && candidate.stage === 'to-hand-over' && candidate.check === null,
  );
  await dragTo(app, cardOf(app, card!.orderId), laneOf(app, 'labelled'));
  await expectLane(app, [card!.orderId], 'labelled', PLATFORM_MS);
  await expect.poll(async () => (await cardNow(app, card!.orderId)).isLabelled, { timeout: PLATFORM_MS }).toBe(true);
  await dragTo(app, cardIn(app, 'labelled', card!.orderId), laneOf(app, 'in-transit'));
  await expectLane(app, [card!.orderId], 'in-transit', PLATFORM_MS);
});

test('the strip on a card mends it; the drawer corrects an address and keeps a photo', async () => {
  const { page } = app;
  const short = (await cardsOf(app, 'problem')).find((card) => card.check?.code === 'out-of-stock')!;
  await cardOf(app, short.orderId).getByRole('button', { name: 'See stock' }).click();
  const count = page.getByLabel('Pieces on the shelf');
  await count.fill('25');
  typed += 1;
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await expect.poll(async () => (await cardNow(app, short.orderId)).check?.code).not.toBe('out-of-stock');
  await go('board');

  const broken = (await cardsOf(app, 'problem')).find((card) => card.check?.code === 'address-broken')!;
  await cardOf(app, broken.orderId).dblclick();
  await drawer().getByRole('button', { name: 'Correct the address' }).first().click();
  const form = page.getByRole('dialog', { name: 'Correct the address' });
  await write(form.getByLabel('Street and house'), ' 15');
  await write(form.getByLabel('Postcode'), '050010');
  await form.getByRole('button', { name: 'Use this address' }).click();
  await expectLane(app, [broken.orderId], 'new');
  await dropFile(drawer().getByRole('heading', { name: 'Files' }), {
    name: 'scale.png',
    type: 'image/png',
    bytes: ONE_PIXEL,
  });
  await expect(
    drawer()
      .getByRole('button', { name: /^Look at / })
      .locator('img'),
  ).toBeVisible();

  await drawer().getByRole('button', { name: 'Close', exact: true }).click();
  await expect(drawer()).toBeHidden();
});

test('a case is opened by a drop, noted on its page and closed with how it ended', async () => {
  const { page } = app;
  const [card] = (await cardsOf(app, 'in-transit')).filter(({ platform }) => platform === 'ozon');
  await dragTo(app, cardIn(app, 'in-transit', card!.orderId), laneOf(app, 'after-sales'));
  const question = page.getByRole('dialog', { name: /Open a case/ });
  await question.getByRole('radio', { name: 'Exchange' }).check();
  await question.getByRole('button', { name: 'Open case' }).click();
  await expectLane(app, [card!.orderId], 'after-sales');
  const [opened] = (await app.call('orders.get', { id: card!.orderId })).cases;
  await go('cases');
  await page.locator(`[data-case-id="${opened!.id}"]`).click();
  await write(page.getByLabel('Add a note'), 'Sent a photo of the size chart');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Sent a photo of the size chart');

  await page.getByRole('button', { name: /^Close case/ }).click();
  const ending = page.getByRole('dialog', { name: 'How did it end?' });
  await ending.getByRole('radio').first().check();
  await ending.getByRole('button', { name: 'Close case' }).click();
  await expect
    .poll(async () => (await app.call('orders.get', { id: card!.orderId })).cases[0]?.closedAtMs ?? null)
    .not.toBeNull();
});

test('the end of the day: all by the mouse, but for words', async () => {
  const { page } = app;
  await go('today');
  await expect(page.getByText(/shipped today/)).toBeVisible();
  expect((await app.call('today.get', {})).shippedToday).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
  expect(await pointerPresses(page)).toBeGreaterThan(20);
  expect(await keyPresses(page), 'words are put in, no key was pressed').toBe(0);
  expect(typed).toBeGreaterThan(3);
});

/** A PNG of one dot. */
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);
