import { expect, test } from '@playwright/test';
import type { CardView } from '../../src-main/contract/methods/board.ts';
import { s10CheckDigit } from '../../src-main/core/shipment/tracking-number.ts';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import { cardIn, cardOf, cardsOf, expectLane, laneOf, plainCards, postingOf, toastOf } from './support/board.ts';
import { dragOver, dragTo, drop, dropFile } from './support/drag.ts';
import { carrierLabel } from './support/label-pdf.ts';

test.describe.configure({ mode: 'serial' });

let app: TestApp;
const folder = newFolder();

test.beforeAll(async () => {
  app = await launch(folder);
  await firstRunToBoard(app);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

async function firstPlain(count = 1): Promise<[CardView, ...CardView[]]> {
  const [first, ...rest] = await plainCards(app, 'new', count);
  return [first!, ...rest];
}

test('a lane names the work while a card hangs over it, does it on the drop, and undo takes it back before the platform hears', async () => {
  const [card] = await firstPlain();
  const lane = laneOf(app, 'to-ship');
  await dragOver(app, cardOf(app, card.orderId), lane);
  await expect(lane).toHaveAttribute('data-drop', 'over');
  await expect(lane.getByText('Confirm 1 order')).toBeVisible();
  await expect(laneOf(app, 'problem')).toHaveAttribute('data-drop', 'open');
  await drop(app);
  await expect(cardIn(app, 'to-ship', card.orderId)).toBeVisible();
  await expect(toastOf(app)).toContainText('1 order moved to To ship');
  await expectLane(app, [card.orderId], 'to-ship');

  await toastOf(app).getByRole('button', { name: /^Undo/ }).click();
  await expect(cardIn(app, 'new', card.orderId)).toBeVisible();
  await expectLane(app, [card.orderId], 'new');
  await expect(toastOf(app)).toContainText('1 order undone');
  expect(postingOf(app, card).effects.shipCalls).toBe(0);
});

test('a drag of a selected card carries the whole selection', async () => {
  const cards = await firstPlain(3);
  await cardOf(app, cards[0].orderId).click();
  for (const card of cards.slice(1)) await cardOf(app, card.orderId).click({ modifiers: ['Control'] });
  await expect(app.page.getByLabel('Selected orders')).toContainText('3 selected');
  await dragOver(app, cardOf(app, cards[1]!.orderId), laneOf(app, 'to-ship'));
  await expect(laneOf(app, 'to-ship').getByText('Confirm 3 orders')).toBeVisible();
  await drop(app);
  for (const card of cards) await expect(cardIn(app, 'to-ship', card.orderId)).toBeVisible();
  await expect(toastOf(app)).toContainText('3 orders moved to To ship');
  await expectLane(
    app,
    cards.map((card) => card.orderId),
    'to-ship',
  );
  await toastOf(app).getByRole('button', { name: /^Undo/ }).click();
  for (const card of cards) await expect(cardIn(app, 'new', card.orderId)).toBeVisible();
  await expectLane(
    app,
    cards.map((card) => card.orderId),
    'new',
  );
});

test('a refused lane says why and changes nothing; Escape and the own lane put back', async () => {
  const [card] = await firstPlain();
  const lane = laneOf(app, 'in-transit');
  await dragOver(app, cardOf(app, card.orderId), lane);
  await expect(lane).toHaveAttribute('data-drop', 'refused');
  await expect(lane.getByText('Needs a label first')).toBeVisible();
  await expect(app.page.getByText('No label yet: go through Labelled')).toBeVisible();
  await drop(app);
  await expect(lane).not.toHaveAttribute('data-drop');
  await expect(cardIn(app, 'new', card.orderId)).toBeVisible();
  await expectLane(app, [card.orderId], 'new');

  await dragOver(app, cardOf(app, card.orderId), laneOf(app, 'to-ship'));
  await app.page.keyboard.press('Escape');
  await expect(laneOf(app, 'to-ship')).not.toHaveAttribute('data-drop');
  await drop(app);
  await expectLane(app, [card.orderId], 'new');

  await dragTo(app, cardOf(app, card.orderId), laneOf(app, 'new'));
  await expectLane(app, [card.orderId], 'new');
  expect(postingOf(app, card).effects.shipCalls).toBe(0);
});

test('a drop on Problem asks for a reason; without one nothing happens', async () => {
  const [card] = await firstPlain();
  const question = app.page.getByRole('dialog', { name: 'Hold 1 order' });
  await dragTo(app, cardOf(app, card.orderId), laneOf(app, 'problem'));
  await expect(question.getByRole('button', { name: 'Hold', exact: true })).toBeDisabled();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await expectLane(app, [card.orderId], 'new');

  await dragTo(app, cardOf(app, card.orderId), laneOf(app, 'problem'));
  await question.getByRole('radio', { name: 'Wrong price' }).check();
  await question.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(cardIn(app, 'problem', card.orderId)).toContainText('On hold: Wrong price');
  await expectLane(app, [card.orderId], 'problem');
  await app.page.keyboard.press('Control+z');
  await expect(cardIn(app, 'new', card.orderId)).toBeVisible();
  await expectLane(app, [card.orderId], 'new');
});

test('a label file dropped on the open order gives it its tracking number', async () => {
  const card = await sellerNumberCard();
  const serial = '70031845';
  const number = `RR${serial}${s10CheckDigit(serial)}CN`;
  await cardOf(app, card.orderId).dblclick();
  const drawer = app.page.locator('[data-drawer]').getByRole('dialog');
  await expect(drawer).toContainText(card.remoteId);
  await dropFile(drawer.getByRole('heading', { name: 'Label' }), {
    name: 'yanwen.pdf',
    type: 'application/pdf',
    bytes: await carrierLabel(number),
  });
  await expect(drawer.getByText(number).first()).toBeVisible({ timeout: 20_000 });
  await expect(drawer).toContainText('yanwen.pdf');
  expect((await app.call('orders.get', { id: card.orderId })).label).toMatchObject({
    source: 'file',
    fileName: 'yanwen.pdf',
  });

  await dropFile(drawer.getByRole('heading', { name: 'Label' }), {
    name: 'photo.pdf',
    type: 'application/pdf',
    bytes: new TextEncoder().encode('this is no PDF'),
  });
  await expect(drawer.getByText('Only PDF, PNG, JPEG, GIF and ZPL')).toBeVisible();
  expect((await app.call('orders.get', { id: card.orderId })).label, 'a bad file replaces nothing').toMatchObject({
    fileName: 'yanwen.pdf',
  });
});

/** An order whose label and number come from the seller. */
async function sellerNumberCard(): Promise<CardView> {
  for (const card of await cardsOf(app, 'new')) {
    const order = await app.call('orders.get', { id: card.orderId });
    if (order.trackingBy === 'seller' && order.labelBy === 'seller' && card.check === null) return card;
  }
  throw new Error('no order wants a number of the seller');
}
