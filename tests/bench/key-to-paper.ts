import { s10CheckDigit } from '../../src-main/core/shipment/tracking-number.ts';
import { demoTimings } from '../../src-main/demo/ozon/timings.ts';
import type { Integration } from '../../src-main/demo/ozon/world.ts';
import { launch, unlockToBoard, type TestApp } from '../e2e/support/app.ts';
import { carrierLabel } from '../e2e/support/label-pdf.ts';
import { startPrinter, useForLabels, type BenchPrinter } from './bench-printer.ts';
import type { PreparedFolder } from './prepared-folder.ts';
import { wait } from './figures.ts';

const CACHED = 20;
const FETCHED = 6;

/** One key press: until the printer's first byte, and how much of that the simulated platform kept us waiting. */
export interface Press {
  readonly totalMs: number;
  readonly platformMs: number;
}

export interface PressFigures {
  /** A key that only moves the focus to the next card: the window's own share, and the measuring's. */
  readonly focusMs: readonly number[];
  /** The label lay on the order, made ready. */
  readonly cached: readonly Press[];
  /** The order was confirmed on the platform before; its label was fetched in the background. */
  readonly fetched: readonly Press[];
  /** A new order: confirmed, its label asked for and fetched. */
  readonly confirmed: readonly Press[];
}

/** Presses P on cards of a board with all the prepared orders. */
export async function benchPresses(prepared: PreparedFolder): Promise<PressFigures> {
  const printer = await startPrinter();
  const app = await launch(await prepared.copy());
  try {
    await unlockToBoard(app);
    await useForLabels(app, printer);
    await wait(5_000);
    const focusMs = await pressNext(app);
    const integrations = new Map(
      (await prepared.ozon.world()).postings.map((posting) => [posting.postingNumber, posting.integration]),
    );
    const take = (
      lane: string,
      count: number,
      isWanted: (integration: Integration | undefined) => boolean,
      press: (id: string) => Promise<Press>,
    ) => pressSome(app, { lane, count, isWanted: (remoteId) => isWanted(integrations.get(remoteId)) }, press);
    const cached = await take(
      'new',
      CACHED,
      (kind) => kind === '3pl_tracking' || kind === 'non_integrated',
      async (id) => {
        await attach(app, id);
        return { totalMs: await pressKey(app, printer, id), platformMs: 0 };
      },
    );
    const fetched = await take(
      'to-ship',
      FETCHED,
      (kind) => kind === 'ozon' || kind === 'aggregator',
      async (id) => ({
        totalMs: await pressKey(app, printer, id),
        platformMs: 0,
      }),
    );
    const confirmed = await take(
      'new',
      FETCHED,
      (kind) => kind === 'ozon',
      async (id) => ({
        totalMs: await pressKey(app, printer, id),
        platformMs: demoTimings.shipDelayMs + demoTimings.labelReadyDelayMs + demoTimings.labelDelayMs,
      }),
    );
    return { focusMs, cached, fetched, confirmed };
  } finally {
    await app.close();
    await printer.stop();
  }
}

async function pressNext({ page }: TestApp): Promise<number[]> {
  // From the second card there is one to go to on either side.
  for (const key of ['j', 'j']) await page.keyboard.press(key);
  await wait(200);
  const taken: number[] = [];
  for (let turn = 0; turn < CACHED; turn += 1) {
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-card-id') ?? '');
    const pressedMs = performance.now();
    await page.keyboard.press(turn % 2 === 0 ? 'k' : 'j');
    await page.waitForFunction((before) => document.activeElement?.getAttribute('data-card-id') !== before, focused, {
      polling: 'raf',
    });
    taken.push(performance.now() - pressedMs);
  }
  return taken;
}

interface Wanted {
  readonly lane: string;
  readonly count: number;
  readonly isWanted: (remoteId: string) => boolean;
}

/** Goes down a lane's cards as they are drawn, and presses on those that are wanted and have no trouble. */
async function pressSome(
  app: TestApp,
  { lane, count, isWanted }: Wanted,
  press: (id: string) => Promise<Press>,
): Promise<Press[]> {
  const seen = new Set<string>();
  const presses: Press[] = [];
  const place = app.page.locator(`[data-lane="${lane}"] [data-card-id]`);
  while (presses.length < count) {
    const drawn = await place.evaluateAll((cards) => cards.map((card) => card.getAttribute('data-card-id') ?? ''));
    const fresh = drawn.filter((id) => !seen.has(id));
    if (fresh.length === 0) throw new Error(`only ${presses.length} cards to press on in ${lane}`);
    const { cards } = await app.call('board.cardsById', { ids: fresh });
    for (const card of cards) {
      seen.add(card.orderId);
      const isFree = card.lane === lane && card.step === null && card.check === null;
      if (presses.length < count && isFree && isWanted(card.remoteId)) presses.push(await press(card.orderId));
    }
    await place.last().scrollIntoViewIfNeeded();
    await wait(200);
  }
  return presses;
}

let serial = 30_000_000;

/** A carrier's label with a number of its own, given time to be made ready. */
export async function attach(app: TestApp, id: string, restMs = 1_500): Promise<void> {
  serial += 1;
  const file = await carrierLabel(`LX${serial}${s10CheckDigit(String(serial))}CN`);
  await app.call('orders.attachLabel', { id, fileName: 'label.pdf', base64: file.toString('base64') });
  await wait(restMs);
}

async function pressKey(app: TestApp, printer: BenchPrinter, id: string): Promise<number> {
  const card = app.page.locator(`[data-card-id="${id}"]`).first();
  await card.scrollIntoViewIfNeeded();
  await card.focus();
  const firstByte = printer.nextFirstByte();
  const pressedMs = performance.now();
  await app.page.keyboard.press('p');
  const totalMs = (await firstByte) - pressedMs;
  await wait(1_500);
  return totalMs;
}
