import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { LANES } from '../../../src-main/core/order/lane.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { startHeadlessApp, type HeadlessApp } from '../../support/headless-client.ts';
import { startOzonProcess, type OzonProcess } from '../../support/ozon-process.ts';
import { papersByPosting } from '../../support/paper-count.ts';
import { startPrinterProcess, type PrinterProcess } from '../../support/printer-process.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const KILLS = Number(process.env['CHUDAN_KILLS'] ?? 50);
const POSTINGS = 60;
/** What takes a minute in life takes three seconds here, for the app and the platform alike. */
const SPEED = 20;

interface World {
  readonly time: { readonly epochMs: number; readonly speed: number };
  readonly ozon: OzonProcess;
  /** Ship calls that the world's story begins with: one posting has a failed one behind it. */
  readonly shipsBefore: ReadonlyMap<string, number>;
  readonly printer: PrinterProcess;
  readonly folder: string;
}

describe('the app, killed again and again', () => {
  it(
    `after ${KILLS} kills no order is missing, none is there twice, no effect and no paper came twice`,
    async () => {
      const world = await startWorld();
      const random = seededRandom(20_261_122);
      // Answers get lost as well: the effect happened, and nobody told us.
      await world.ozon.addFault({ kind: 'timeout-after-write', path: '/v4/posting/fbs/ship', probability: 0.15 });
      await world.ozon.addFault({ kind: 'timeout-after-write', path: '/v2/fbs/posting/*', probability: 0.15 });
      await world.ozon.addFault({ kind: 'error-500', path: '/v4/posting/fbs/list', probability: 0.1 });
      for (let kill = 0; kill < KILLS; kill += 1) {
        const app = await start(world);
        await Promise.race([work(app, random), pause(150 + random() * 900)]);
        await app.kill();
      }
      await world.ozon.clearFaults();
      const app = await start(world);
      await settle(app, world);
      await compareBooks(app, world);
    },
    10 * 60_000,
  );
});

async function startWorld(): Promise<World> {
  const folder = tempFolder();
  mkdirSync(path.join(folder, 'papers'));
  const time = { epochMs: Date.now(), speed: SPEED };
  const ozon = await startOzonProcess(POSTINGS, time);
  onTestFinished(() => ozon.stop());
  const printer = await startPrinterProcess(path.join(folder, 'papers'));
  onTestFinished(() => printer.stop());
  const { postings } = await ozon.world();
  const shipsBefore = new Map(postings.map((posting) => [posting.postingNumber, posting.effects.shipCalls]));
  return { ozon, printer, folder, shipsBefore, time };
}

async function start({ ozon, printer, folder, time }: World): Promise<HeadlessApp> {
  const app = await startHeadlessApp({
    dataFolder: folder,
    shops: [{ platform: 'ozon', settings: { clientId: ozon.clientId, apiKey: ozon.apiKey, baseUrl: ozon.url } }],
    printerPort: printer.port,
    undoWindowMs: 1_000,
    time,
  });
  // A test that fails in the middle must not leave the process behind.
  onTestFinished(() => app.kill());
  return app;
}

/** Prints, hands over, confirms and undoes at random until the kill comes. */
async function work(app: HeadlessApp, random: () => number): Promise<void> {
  try {
    for (;;) {
      await answerQuestions(app, async () => null);
      const lane = LANES[Math.floor(random() * 4)] ?? 'new';
      const { cards } = await app.call('board.cards', { lane, offset: 0, limit: 50 });
      const card = cards[Math.floor(random() * cards.length)];
      if (card !== undefined) await act(app, card, cards, random);
      else await pause(30);
    }
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'gone') throw error;
  }
}

async function act(app: HeadlessApp, card: CardView, lane: readonly CardView[], random: () => number): Promise<void> {
  const ids = [card.orderId];
  if (card.lane === 'labelled') return void (await app.call('board.move', { ids, lane: 'in-transit' }));
  if (card.lane === 'problem' && card.check !== null && card.check.blocking) {
    await app.call('orders.acceptCheck', { id: card.orderId, check: card.check.code });
    return;
  }
  if (card.lane === 'new' && random() < 0.3) {
    const { commandId } = await app.call('board.move', { ids, lane: 'to-ship' });
    if (commandId !== null && random() < 0.3) await app.call('board.undo', { commandId }).catch(ignoreRefusal);
    return;
  }
  // Now and then a whole batch: it is cut off in the middle, and what is left of it goes on after the start.
  const others = lane.slice(0, Math.floor(random() * 4)).map((other) => other.orderId);
  await app.call('printing.print', { ids: [...new Set([...ids, ...others])] });
}

/** Undo may come too late: that is an answer, not a fault. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Error) || error.message === 'gone') throw error;
}

/** The seller looks at the paper: a job that broke while sending did or did not come out. */
async function answerQuestions(
  app: HeadlessApp,
  cameOut: (remoteId: string) => Promise<boolean | null>,
): Promise<number> {
  const { jobs } = await app.call('printing.jobs', { limit: 200 });
  const asked = jobs.filter((job) => job.state === 'unknown');
  for (const job of asked) {
    const answer = await cameOut(job.remoteId);
    if (answer !== null) await app.call('printing.answer', { jobId: job.id, cameOut: answer });
  }
  return asked.length;
}

/** Lets everything that was begun come to its end. */
async function settle(app: HeadlessApp, { printer, folder, ozon }: World): Promise<void> {
  await app.call('shops.syncNow', {});
  let busy = '';
  await waitUntil(
    () => `outbox and printing come to rest: ${busy}`,
    async () => {
      const papers = await papersByPosting(printer, path.join(folder, 'papers'), await ozon.world());
      await answerQuestions(app, async (remoteId) => (papers.get(remoteId) ?? 0) > 0);
      const { effects } = await app.call('outbox.list', {});
      const { jobs } = await app.call('printing.jobs', { limit: 200 });
      const open = [
        ...effects
          .filter((effect) => effect.state !== 'gave-up')
          .map(({ kind, state, code, attempts, remoteId }) => ({ kind, state, code, attempts, remoteId })),
        ...jobs
          .filter((job) => ['waiting', 'queued', 'sending', 'unknown'].includes(job.state))
          .map(({ state, step, remoteId }) => ({ state, step, remoteId })),
      ];
      busy = `${JSON.stringify(open)} ${app.child.errors().slice(-1_000)}`;
      return open.length === 0;
    },
    120_000,
  );
  await app.call('shops.syncNow', {});
  await pause(1_500);
}

async function compareBooks(app: HeadlessApp, { ozon, printer, folder, shipsBefore }: World): Promise<void> {
  const books = await ozon.world();
  const papers = await papersByPosting(printer, path.join(folder, 'papers'), books);
  const { jobs } = await app.call('printing.jobs', { limit: 200 });
  const wrong: Record<string, unknown>[] = [];
  for (const { postingNumber, effects } of books.postings) {
    const { orderIds } = await app.call('board.scan', { code: postingNumber });
    const seen = {
      orders: orderIds.length,
      ships: effects.shipCalls - (shipsBefore.get(postingNumber) ?? 0),
      numbers: effects.trackingSets.length,
      leavings: effects.delivering,
      papers: papers.get(postingNumber) ?? 0,
    };
    const isRight =
      seen.orders === 1 && [seen.ships, seen.numbers, seen.leavings, seen.papers].every((count) => count <= 1);
    if (!isRight) wrong.push({ postingNumber, ...seen });
  }
  expect(wrong).toEqual([]);
  const printed = jobs.filter((job) => job.state === 'sent' || job.state === 'confirmed').map((job) => job.remoteId);
  expect(printed.length).toBeGreaterThan(5);
  expect([...printed].sort()).toEqual([...papers.keys()].sort());
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
