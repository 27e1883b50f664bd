/**
 * The board of ten thousand open orders against the same board of a hundred; `node tests/bench/board-size.ts` runs this
 * part by itself.
 */
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { launch, newFolder, PASSPHRASE, removeFolder, type TestApp } from '../e2e/support/app.ts';
import { boardFolder } from './board-folder.ts';
import { median, printRatio, quantile, wait, type Ratio } from './figures.ts';
import { frameWork } from './frame-work.ts';
import { drawn, memoryOf } from './start-up.ts';

const FEW = 100;
const MANY = 10_000;
const ROUNDS = 3;
/** How many cards a drag carries. */
const DRAGGED = 200;
const SCROLL_FRAMES = 240;
const GLIDE_STEPS = 60;
/** A wheel turned fast: 3,600 px a second at 60 frames. */
const PX_A_FRAME = 60;
const REST_MS = 4_000;
/** A frame at 60 Hz. */
const ASKED_FRAME_MS = 16.7;

/** What one start of the app showed. */
interface BoardRun {
  /** From Enter in the passphrase until a key press moves to a card, and of it until the first card is drawn. */
  readonly interactiveMs: number;
  readonly memoryMb: number;
  readonly scrollMs: readonly number[];
  readonly dragMs: readonly number[];
}

async function runBoard(prepared: string): Promise<BoardRun> {
  const folder = newFolder();
  await cp(prepared, folder, { recursive: true });
  const app = await launch(folder);
  try {
    const interactiveMs = await openBoard(app.page);
    await wait(REST_MS);
    const scrollMs = await frameWork(app.electron, () => scrollLane(app.page));
    const dragMs = await dragSelection(app);
    await wait(REST_MS);
    return { interactiveMs, memoryMb: await memoryOf(app.electron), scrollMs, dragMs };
  } finally {
    await app.close();
    removeFolder(folder);
  }
}

async function openBoard(page: Page): Promise<number> {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  const startedMs = performance.now();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[data-card-id]') !== null, undefined, { polling: 'raf' });
  await drawn(page);
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-card-id') === true, undefined, {
    polling: 'raf',
  });
  return performance.now() - startedMs;
}

/** Down the longest lane and back up, as far as it goes, a step a frame. */
async function scrollLane(page: Page): Promise<void> {
  await page.evaluate(
    ({ frames, px }) =>
      new Promise<void>((resolve) => {
        const scroller = document.querySelector('[data-lane="in-transit"] [data-lane-scroller]');
        if (scroller === null) throw new Error('no lane to scroll');
        let frame = 0;
        let by = px;
        const step = () => {
          const before = scroller.scrollTop;
          scroller.scrollTop += by;
          if (scroller.scrollTop === before) by = -by;
          frame += 1;
          if (frame < frames) requestAnimationFrame(step);
          else resolve();
        };
        requestAnimationFrame(step);
      }),
    { frames: SCROLL_FRAMES, px: PX_A_FRAME },
  );
}

/** Takes hold of a selection and carries it over all lanes, there and back, without letting it fall. */
async function dragSelection(app: TestApp): Promise<readonly number[]> {
  const { page } = app;
  await selectFirst(page);
  const card = page.locator('[data-lane="new"] [data-card-id]').first();
  await card.scrollIntoViewIfNeeded();
  const box = await card.boundingBox();
  if (box === null) throw new Error('no card to drag');
  const { width } = await page.evaluate(() => ({ width: window.innerWidth }));
  return frameWork(app.electron, async () => {
    await page.mouse.move(box.x + 60, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 72, box.y + 28, { steps: 4 });
    for (const _turn of [1, 2]) {
      await glide(page, 60, width - 60);
      await glide(page, width - 60, 60);
    }
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });
}

/** Moves the mouse over the lanes as a hand does: a step a frame. */
async function glide(page: Page, fromPx: number, toPx: number): Promise<void> {
  for (let step = 1; step <= GLIDE_STEPS; step += 1) {
    const startedMs = performance.now();
    await page.mouse.move(fromPx + ((toPx - fromPx) * step) / GLIDE_STEPS, 360);
    await wait(Math.max(0, ASKED_FRAME_MS - (performance.now() - startedMs)));
  }
}

/** The first two hundred cards of a lane by Shift; a board of a hundred is selected whole. */
async function selectFirst(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('[data-lane="new"] [data-lane-scroller]')?.scrollTo({ top: 0 }));
  const cards = page.locator('[data-lane="new"] [data-card-id]');
  await cards.first().click();
  const total = Number((await page.locator('section[data-lane="new"]').getAttribute('aria-label'))?.replace(/\D/g, ''));
  if (total <= DRAGGED) {
    for (const _turn of [1, 2]) {
      await page.keyboard.press('Control+a');
      await wait(300);
    }
    return;
  }
  const last = page.locator(`[data-lane="new"] [data-index="${DRAGGED - 1}"] [data-card-id]`);
  // Heights of cards are guesses until they are drawn: one step may not be enough.
  while ((await last.count()) === 0) {
    await page.evaluate(() => document.querySelector('[data-lane="new"] [data-lane-scroller]')?.scrollBy({ top: 600 }));
    await wait(50);
  }
  await last.click({ modifiers: ['Shift'] });
  await page.getByText(`${DRAGGED} selected`).waitFor();
  await page.evaluate(() => document.querySelector('[data-lane="new"] [data-lane-scroller]')?.scrollTo({ top: 0 }));
  await wait(500);
}

/** Ten thousand open orders against a hundred: time to the interactive board, frames, memory. */
export async function benchBoardSize(): Promise<Ratio[]> {
  const folders = { few: await boardFolder(FEW), many: await boardFolder(MANY) };
  const few: BoardRun[] = [];
  const many: BoardRun[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      few.push(await runBoard(folders.few));
      many.push(await runBoard(folders.many));
    }
  } finally {
    for (const folder of Object.values(folders)) removeFolder(folder);
  }
  const against = (name: string, unit: Ratio['unit'], figure: (runs: readonly BoardRun[]) => number): Ratio => ({
    name: `${name}, ${MANY} open orders`,
    unit,
    value: figure(many),
    baseName: `${FEW} open orders`,
    base: figure(few),
  });
  const frames = (name: string, pick: (run: BoardRun) => readonly number[]): Ratio[] => {
    const own = many.flatMap(pick);
    const note = `${own.length} frames, slowest ${Math.max(...own).toFixed(1)} ms; the window's thread, without pixels`;
    const p95 = (runs: readonly BoardRun[]) => quantile(runs.flatMap(pick), 0.95);
    const asked = { baseName: 'asked for', base: ASKED_FRAME_MS, unit: 'ms' as const };
    return [
      { ...against(`${name}, p95`, 'ms', p95), note },
      { ...asked, name: `${name}, p95, ${MANY} open orders`, value: p95(many) },
    ];
  };
  return [
    against('unlock to interactive board', 'ms', (runs) => median(runs.map((run) => run.interactiveMs))),
    ...frames('frame while a lane scrolls', (run) => run.scrollMs),
    ...frames(`frame of a drag of ${DRAGGED}`, (run) => run.dragMs),
    against('memory of all processes after that', 'MB', (runs) => median(runs.map((run) => run.memoryMb))),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) (await benchBoardSize()).forEach(printRatio);
