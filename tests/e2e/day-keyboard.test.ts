import { expect, test, type Locator } from '@playwright/test';
import type { CardView } from '../../src-main/contract/methods/board.ts';
import { launch, newFolder, PASSPHRASE, removeFolder, type TestApp } from './support/app.ts';
import { cardNow, cardOf, cardsOf, expectLane, spoken, toastOf, type Lane } from './support/board.ts';
import { keyPresses, pointerPresses, scan, tabTo, watchComplaints, watchHands } from './support/hands.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const LANES: readonly Lane[] = [
  'new',
  'problem',
  'to-ship',
  'labelled',
  'in-transit',
  'exception',
  'delivered',
  'after-sales',
];
const PLACES: Readonly<Record<string, string>> = { t: 'today', b: 'board', c: 'cases', s: 'stock' };
/** Undo window, confirmation, label and paper. */
const PLATFORM_MS = 45_000;
const folder = newFolder();
let app: TestApp;
const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text, { delay: 60 });
/** G, then the letter of the place, at the speed of hands. */
const go = async (place: string): Promise<void> => {
  await type(`g${place}`);
  await expect(app.page.locator('[data-place][aria-current="page"]')).toHaveAttribute('data-place', PLACES[place]!);
};
const find = async (text: string): Promise<void> => {
  await press('/');
  await expect(app.page.getByRole('combobox', { name: 'Find orders' })).toBeFocused();
  await type(text);
  await expect(app.page.getByRole('option')).toHaveCount(1);
};
const drawer = (): Locator => app.page.locator('[data-drawer]').getByRole('dialog');

/** What the window complained of. */
const complaints: string[] = [];

test.beforeAll(async () => {
  app = await launch(folder, 'en', 'amazon,ozon,coupang,aliexpress,taobao');
  watchComplaints(app.page, complaints);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

test('the morning: from the passphrase to what must leave first', async () => {
  const { page } = app;
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await watchHands(page);
  await type(PASSPHRASE);
  await press('Tab');
  await tabTo(page, page.getByLabel('Once more'));
  await type(PASSPHRASE);
  await press('Enter');
  const demo = page.getByRole('button', { name: /Start the demo/ });
  await demo.waitFor();
  await tabTo(page, demo);
  await press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('late', { timeout: 30_000 });
  await everyShopHasPulled();
  const { leaving } = await app.call('today.get', {});
  await expect(heading).toHaveText(`${leaving.today} orders to leave today, ${leaving.late} are late`);
  await press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /of \d+/ })).toContainText(`${leaving.late} orders`);
  await expect.poll(shownCards).toBe(leaving.late);
});

test('what is late goes to paper: labels of the platform by P, one that has to be bought by P and Enter', async () => {
  const { page } = app;
  const late = await cardsOf(app, 'new');
  const given = late.filter((card) => card.platform === 'ozon' && isLate(card)).slice(0, 2);
  await select(given);
  await press('p');
  await expectLane(app, idsOf(given), 'labelled', PLATFORM_MS);
  const bought = late.find((card) => card.platform === 'amazon' && isLate(card))!;
  await goToCard(bought);
  await press('p');
  const buying = page.getByRole('dialog');
  await expect(buying.getByLabel('Weight')).toBeFocused();

  await type('320');
  await press('Tab');
  await type('20x15x6');
  await press('Enter');
  await expect(buying.getByRole('radio').first()).toBeVisible({ timeout: 20_000 });
  await press('Enter');

  await expect(buying).toBeHidden();
  await expectLane(app, [bought.orderId], 'labelled', PLATFORM_MS);
});

test('what waits for stock goes on by itself once the shelf is counted', async () => {
  const { page } = app;
  const waiting = (await cardsOf(app, 'problem')).filter((card) => card.check?.code === 'out-of-stock');
  expect(waiting.length).toBeGreaterThan(1);
  const { sku } = waiting[0]!.check!.params;
  await scan(app, sku!);
  const count = page.getByLabel('Pieces on the shelf');
  await tabTo(page, count);
  await press('Control+a');
  await type('25');
  await press('Enter');
  await expect(toastOf(app)).toContainText(`${sku} counted: 25, was 0`);
  await expect
    .poll(async () => (await Promise.all(idsOf(waiting).map((id) => cardNow(app, id)))).map(({ check }) => check?.code))
    .not.toContain('out-of-stock');
});

test('a broken address is mended in the drawer, taken back, and done again', async () => {
  const { page } = app;
  const broken = (await cardsOf(app, 'problem')).find(
    (card) => card.check?.code === 'address-broken' && card.platform === 'ozon',
  )!;
  await go('b');
  await find(broken.remoteId);
  await press('Enter');
  await expect(drawer()).toContainText(broken.remoteId);
  await tabTo(page, drawer().getByRole('button', { name: 'Correct the address' }).first());
  await press('Enter');
  const form = page.getByRole('dialog', { name: 'Correct the address' });
  await tabTo(page, form.getByLabel('Street and house'));
  await press('End');
  await type(' 15');
  await tabTo(page, form.getByLabel('Postcode'));
  await type('050010');
  await press('Enter');

  await expect(form).toBeHidden();
  await expectLane(app, [broken.orderId], 'new');
  await press('Control+z');
  await expectLane(app, [broken.orderId], 'problem');
  await press('Control+Shift+z');
  await expectLane(app, [broken.orderId], 'new');
  await press('Escape');
  await expect(drawer()).toBeHidden();
});

test('several are held until tomorrow and tagged; the tag becomes a view that counts', async () => {
  const { page } = app;
  await press('Alt+1');
  const three = (await cardsOf(app, 'new'))
    .filter((card) => card.platform === 'aliexpress' && card.check === null)
    .slice(0, 3);
  await select(three);
  await press('t');
  await expect(page.getByRole('combobox', { name: 'Tags' })).toBeFocused();
  await type('gift wrap');
  await press('Enter');
  await expect(page.getByRole('option', { name: 'gift wrap' })).toHaveAttribute('aria-selected', 'true');
  await press('Escape');
  await press('h');
  await expect(page.getByRole('radio', { name: 'Out of stock' })).toBeFocused();
  await press('ArrowDown');
  await tabTo(page, page.getByRole('radio', { name: 'No end' }));
  await press('ArrowRight');
  await press('Enter');
  await expectLane(app, idsOf(three), 'problem');
  for (const card of three) expect((await cardNow(app, card.orderId)).tagIds).toHaveLength(1);

  await press('Escape');
  await press('f');
  await page.getByRole('dialog', { name: 'Filter' }).waitFor();
  const tag = page.getByRole('dialog', { name: 'Filter' }).getByRole('button', { name: /gift wrap/ });
  await tabTo(page, tag, 90);
  await press('Space');
  await tabTo(page, page.getByRole('dialog', { name: 'Filter' }).getByRole('button', { name: 'Save as view' }));
  await press('Enter');
  await press('Control+a');
  await type('gifts');
  await press('Enter');
  await expect(page.getByRole('button', { name: 'gifts 3' })).toBeVisible();

  await expect.poll(shownCards).toBe(3);
  await press('Control+z');
  await expectLane(app, idsOf(three), 'new');
  await press('Alt+1');
  await press('Alt+4');

  await expect.poll(shownCards).toBe(3);
  await press('Alt+1');
});

test('the carrier has been: what is labelled is handed over by a digit, and its numbers reach the platforms', async () => {
  const labelled = (await cardsOf(app, 'labelled')).filter((card) => card.step === null);
  expect(labelled.length).toBeGreaterThan(1);
  await goToCard(labelled[0]!);
  await press('Control+a');
  await press('5');
  await expect(spoken(app)).toContainText('handed over');
  await expectLane(app, idsOf(labelled), 'in-transit', PLATFORM_MS);
});

test('after-sales: a case by hand with its clock, a note, a second case, and an end', async () => {
  const { page } = app;
  await press('7');
  const [delivered] = await cardsOf(app, 'delivered');
  await find(delivered!.remoteId);
  await press('Enter');
  await expect(drawer()).toContainText(delivered!.remoteId);
  await press('e');
  await expect(page.getByRole('radio', { name: 'Return', exact: true })).toBeFocused();
  await press('Space');
  await press('Enter');
  await expectLane(app, [delivered!.orderId], 'after-sales');
  await press('e');
  await expect(page.getByRole('radio', { name: 'Return', exact: true })).toBeFocused();
  await press('ArrowDown');
  await press('Enter');
  await expect.poll(async () => (await app.call('orders.get', { id: delivered!.orderId })).cases.length).toBe(2);
  await press('Escape');
  await go('c');
  const rows = page.locator('[data-case-id]');
  const cases = (await app.call('orders.get', { id: delivered!.orderId })).cases;
  await expect(rows.first()).toBeVisible();
  for (let step = 0; step < 40; step += 1) {
    if ((await readingId()) === cases[0]!.id) break;
    const before = await readingId();
    await press('j');
    await expect.poll(readingId, { timeout: 3_000 }).not.toBe(before);
  }
  expect(await readingId()).toBe(cases[0]!.id);
  await press('n');
  const note = page.getByLabel('Add a note');
  await expect(note).toBeFocused();
  await type('Asked for a photo of the lid');
  await press('Enter');
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Asked for a photo of the lid');
  await press('Escape');
  await press('c');
  const ending = page.getByRole('dialog', { name: 'How did it end?' });
  await expect(ending.getByRole('radio').first()).toBeFocused();
  await press('Space');
  await press('Enter');
  await expect(ending).toBeHidden();
  await expect
    .poll(async () => {
      const { cases: now } = await app.call('orders.get', { id: delivered!.orderId });
      return now.filter((one) => one.closedAtMs === null).length;
    })
    .toBe(1);
});

test('the end of the day: the start screen knows all of it, and no mouse was touched', async () => {
  const { page } = app;
  await go('t');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  expect(complaints).toEqual([]);
  expect(await pointerPresses(page)).toBe(0);
  expect(await keyPresses(page)).toBeGreaterThan(100);
});

/** Walks to a card by J and K and the arrows, as many as it takes. */
async function goToCard(card: CardView): Promise<void> {
  const target = cardOf(app, card.orderId);
  for (let step = 0; step < 80; step += 1) {
    const at = await focusedCard();
    if (at.id === card.orderId) return;
    if (at.lane === null) await press('j');
    else if (at.lane !== card.lane) await press(isLeft(at.lane, card) ? 'ArrowRight' : 'ArrowLeft');
    else await press((await isAbove(target)) ? 'k' : 'j');
    // A key waits a moment whether a scanner types; hands look where the focus went before they press again.
    await expect.poll(async () => (await focusedCard()).id, { timeout: 3_000 }).not.toBe(at.id);
  }
  throw new Error(`${card.remoteId} is not reached`);
}

async function select(cards: readonly CardView[]): Promise<void> {
  for (const [index, card] of cards.entries()) {
    await goToCard(card);
    await press('x');
    await expect(app.page.getByLabel('Selected orders')).toContainText(`${index + 1} selected`);
  }
}

const focusedCard = (): Promise<{ id: string | null; lane: string | null }> =>
  app.page.evaluate(() => ({
    id: document.activeElement?.closest('[data-card-id]')?.getAttribute('data-card-id') ?? null,
    lane: document.activeElement?.closest('section[data-lane]')?.getAttribute('data-lane') ?? null,
  }));

const isLeft = (lane: string, card: CardView): boolean => LANES.indexOf(lane as Lane) < LANES.indexOf(card.lane!);

/** A card far down its lane is not drawn yet: it lies below. */
async function isAbove(target: Locator): Promise<boolean> {
  if ((await target.count()) === 0) return false;
  return target.evaluate((element) => {
    const focused = document.activeElement;
    return focused !== null && (focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) > 0;
  });
}

const shownCards = (): Promise<number> => app.page.locator('section[data-lane] [data-card-id]').count();

async function everyShopHasPulled(): Promise<void> {
  await expect
    .poll(
      async () => {
        const { shops } = await app.call('shops.list', {});
        const counts = await Promise.all(
          shops.map(async ({ id }) => (await app.call('today.get', {})).newOrders.byShop.some((s) => s.shopId === id)),
        );
        return counts.length === 5 && counts.every(Boolean);
      },
      { timeout: 40_000 },
    )
    .toBe(true);
}

const isLate = (card: CardView): boolean => card.dueAtMs !== null && card.dueAtMs < Date.now();

const idsOf = (cards: readonly CardView[]): string[] => cards.map(({ orderId }) => orderId);

/** The case that is being read on the after-sales page. */
const readingId = (): Promise<string | null> =>
  app.page.evaluate(
    () => document.querySelector('[data-case-id][aria-current="true"]')?.getAttribute('data-case-id') ?? null,
  );
