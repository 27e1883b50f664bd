import { expect, type Locator } from '@playwright/test';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { TestApp } from './app.ts';

export type Lane = NonNullable<CardView['lane']>;

export const laneOf = (app: TestApp, lane: Lane): Locator => app.page.locator(`section[data-lane="${lane}"]`);

export const cardOf = (app: TestApp, orderId: string): Locator =>
  app.page.locator(`[data-card-id="${orderId}"]`).first();

/** The card as shown inside a lane. */
export const cardIn = (app: TestApp, lane: Lane, orderId: string): Locator =>
  laneOf(app, lane).locator(`[data-card-id="${orderId}"]`);

/** The message at the bottom left. */
export const toastOf = (app: TestApp): Locator =>
  app.page.locator('section[data-tone]').filter({ has: app.page.locator('p') });

/** What a screen reader was told last. */
export const spoken = (app: TestApp): Locator => app.page.locator('div[aria-live="polite"][role="status"]');

/** Cards of a lane as main lists them, most pressing first. */
export async function cardsOf(app: TestApp, lane: Lane): Promise<readonly CardView[]> {
  return (await app.call('board.cards', { lane, offset: 0, limit: 200 })).cards;
}

/** The first cards of a lane that nothing is wrong with: no check, one line, none of them in `but`. */
export async function plainCards(
  app: TestApp,
  lane: Lane,
  count: number,
  but: readonly string[] = [],
): Promise<CardView[]> {
  const plain = (await cardsOf(app, lane)).filter(
    (card) => card.check === null && card.step === null && !but.includes(card.orderId),
  );
  if (plain.length < count) throw new Error(`${lane} has ${plain.length} plain cards, ${count} are wanted`);
  return plain.slice(0, count);
}

export async function cardNow(app: TestApp, orderId: string): Promise<CardView> {
  const [card] = (await app.call('board.cardsById', { ids: [orderId] })).cards;
  if (card === undefined) throw new Error(`${orderId} is gone`);
  return card;
}

/** Waits until main, too, has the orders in the lane; with time for the platform where the lane hangs on it. */
export async function expectLane(
  app: TestApp,
  orderIds: readonly string[],
  lane: Lane,
  timeout = 5_000,
): Promise<void> {
  await expect
    .poll(async () => Promise.all(orderIds.map(async (id) => (await cardNow(app, id)).lane)), { timeout })
    .toEqual(orderIds.map(() => lane));
}

/** The posting behind a card, in the platform's own books. */
export function postingOf(app: TestApp, card: CardView) {
  const posting = app.books().postings.find((candidate) => candidate.postingNumber === card.remoteId);
  if (posting === undefined) throw new Error(`${card.remoteId} is not in the platform's books`);
  return posting;
}

/** Puts the keyboard on a card, wherever it lies in its lane. */
export async function focusCard(app: TestApp, orderId: string): Promise<void> {
  const card = cardOf(app, orderId);
  // A lane that has just been read again may put a new element in the card's place.
  await expect(async () => {
    await card.scrollIntoViewIfNeeded({ timeout: 500 });
    await card.focus({ timeout: 500 });
    await expect(card).toBeFocused({ timeout: 200 });
  }).toPass({ timeout: 10_000 });
}
