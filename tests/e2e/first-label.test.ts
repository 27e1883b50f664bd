import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { createVirtualPrinter, type VirtualPrinter } from '../../src-main/demo/printer/virtual-printer.ts';
import { DEFAULT_PROFILE } from '../../src-main/core/label/printer-profile.ts';
import { s10CheckDigit } from '../../src-main/core/shipment/tracking-number.ts';
import type { CardView } from '../../src-main/contract/methods/board.ts';
import { firstRunToBoard, launch, newFolder, removeFolder, ROOT, unlockToBoard, type TestApp } from './support/app.ts';
import { carrierLabel } from './support/label-pdf.ts';

const SERIAL = '48120377';
const TRACKING_NUMBER = `LX${SERIAL}${s10CheckDigit(SERIAL)}CN`;
const PICTURES = path.join(ROOT, 'artifacts', 'screens');

/** A printer on a TCP port of this test, so that the very bytes are in hand. */
async function startPrinter(): Promise<{ printer: VirtualPrinter; jobs: Uint8Array[]; port: number }> {
  const jobs: Uint8Array[] = [];
  const printer = createVirtualPrinter({
    language: 'auto',
    clock: { nowMs: () => Date.now() },
    onJob: (bytes) => jobs.push(bytes),
  });
  const { port } = await printer.start();
  return { printer, jobs, port };
}

test('from the first screen to a printed label and a pushed tracking number, and the same board after a restart', async () => {
  test.setTimeout(180_000);
  mkdirSync(PICTURES, { recursive: true });
  const folder = newFolder();
  const { printer, jobs, port } = await startPrinter();
  let app = await launch(folder);
  try {
    await firstRunToBoard(app);
    await app.call('printers.save', {
      id: null,
      name: 'Desk',
      address: { kind: 'tcp', host: '127.0.0.1', port },
      profile: { ...DEFAULT_PROFILE, quirks: [] },
      roles: ['label'],
    });
    const platformOrder = await printByKey(app);
    expect(printer.complaints()).toEqual([]);
    expect(jobs.length).toBe(1);
    const posting = postingOf(app, platformOrder);
    expect(barcodesOn(lastPaper(printer), 'platform')).toContain(posting.upperBarcode);
    expect(posting.effects.shipCalls).toBe(1);

    await printByKey(app, platformOrder);
    expect(jobs.length, 'a second press prints nothing').toBe(1);

    const ownOrder = await pushOwnNumber(app);
    expect(barcodesOn(lastPaper(printer), 'own')).toContain(TRACKING_NUMBER);
    expect(jobs.length).toBe(2);

    const before = await lanesOf(app, [platformOrder, ownOrder]);
    await app.close();
    app = await launch(folder);
    await unlockToBoard(app);
    expect(await lanesOf(app, [platformOrder, ownOrder])).toEqual(before);
    await expect(app.page.locator(`[data-lane="labelled"] [data-card-id="${platformOrder.orderId}"]`)).toBeVisible();
    expect(jobs.length, 'a restart prints nothing').toBe(2);
    expect(postingOf(app, ownOrder).effects.trackingSets).toEqual([TRACKING_NUMBER]);
  } finally {
    await app.close();
    await printer.stop();
    removeFolder(folder);
  }
});

/** P on a card whose label the platform makes. Without a card it takes one from 新订单. */
async function printByKey(app: TestApp, again?: CardView): Promise<CardView> {
  const card = again ?? (await findCard(app, 'platform'));
  const place = app.page.locator(`[data-card-id="${card.orderId}"]`).first();
  await place.scrollIntoViewIfNeeded();
  await place.focus();
  await app.page.keyboard.press('p');
  await expect(app.page.locator(`[data-lane="labelled"] [data-card-id="${card.orderId}"]`)).toBeVisible({
    timeout: 40_000,
  });
  await expect.poll(async () => (await cardNow(app, card)).step, { timeout: 40_000 }).toBeNull();
  return card;
}

/** Drops a carrier's label on an order that wants the seller's number, prints it and waits for the platform to know. */
async function pushOwnNumber(app: TestApp): Promise<CardView> {
  const card = await findCard(app, 'seller');
  const { page } = app;
  const place = page.locator(`[data-card-id="${card.orderId}"]`).first();
  await place.scrollIntoViewIfNeeded();
  await place.focus();
  await page.keyboard.press('Enter');
  await page.locator('input[type="file"][accept*=".zpl"]').setInputFiles({
    name: 'label.pdf',
    mimeType: 'application/pdf',
    buffer: await carrierLabel(TRACKING_NUMBER),
  });
  await expect(page.getByText(TRACKING_NUMBER).first()).toBeVisible({ timeout: 20_000 });
  await page.screenshot({ path: path.join(PICTURES, 'order-with-label.png') });
  await page.keyboard.press('Escape');
  await place.focus();
  await page.keyboard.press('p');
  await expect(page.locator(`[data-lane="labelled"] [data-card-id="${card.orderId}"]`)).toBeVisible({
    timeout: 40_000,
  });
  await page.screenshot({ path: path.join(PICTURES, 'board-after-print.png') });
  await expect.poll(() => postingOf(app, card).effects.trackingSets, { timeout: 40_000 }).toEqual([TRACKING_NUMBER]);
  return card;
}

async function findCard(app: TestApp, labelBy: 'platform' | 'seller'): Promise<CardView> {
  const { cards } = await app.call('board.cards', { lane: 'new', offset: 0, limit: 100 });
  for (const card of cards) {
    if (card.step !== null || card.check !== null) continue;
    const order = await app.call('orders.get', { id: card.orderId });
    const isWanted =
      labelBy === 'platform'
        ? order.labelBy === 'platform'
        : order.trackingBy === 'seller' && order.labelBy === 'seller';
    if (isWanted && postingOf(app, card).status === 'awaiting_packaging') return card;
  }
  throw new Error(`no card in 新订单 whose label comes from the ${labelBy}`);
}

function postingOf(app: TestApp, card: CardView) {
  const posting = app.books().postings.find((candidate) => candidate.postingNumber === card.remoteId);
  if (posting === undefined) throw new Error(`${card.remoteId} is not in the platform's books`);
  return posting;
}

async function cardNow(app: TestApp, card: CardView): Promise<CardView> {
  const [now] = (await app.call('board.cardsById', { ids: [card.orderId] })).cards;
  if (now === undefined) throw new Error('the card is gone');
  return now;
}

async function lanesOf(app: TestApp, cards: readonly CardView[]): Promise<(string | null)[]> {
  return Promise.all(cards.map(async (card) => (await cardNow(app, card)).lane));
}

function lastPaper(printer: VirtualPrinter): Uint8Array {
  const paper = printer.papers().at(-1);
  if (paper === undefined) throw new Error('no paper came out');
  return paper.png;
}

/** What an independent reader (zbar) finds on the paper. */
function barcodesOn(png: Uint8Array, name: string): string[] {
  const file = path.join(PICTURES, `paper-${name}.png`);
  writeFileSync(file, png);
  return execFileSync('zbarimg', ['--raw', '-q', file], { encoding: 'utf8' }).split('\n');
}
