import { launch, unlockToBoard, type TestApp } from '../e2e/support/app.ts';
import { startPrinter, useForLabels } from './bench-printer.ts';
import { wait } from './figures.ts';
import { attach } from './key-to-paper.ts';
import type { PreparedFolder } from './prepared-folder.ts';

export interface BatchFigures {
  readonly labels: number;
  readonly labelsPerSecond: number;
  /** What the window waited for an answer of the main process while the batch was printed. */
  readonly answerMs: readonly number[];
}

/** Prints so many labels at hand as one batch, on new orders that are confirmed on the way. */
export async function benchBatch(prepared: PreparedFolder, labels = 100): Promise<BatchFigures> {
  const printer = await startPrinter();
  const app = await launch(await prepared.copy());
  try {
    await unlockToBoard(app);
    await useForLabels(app, printer);
    const ids = await ordersForOwnLabels(app, prepared, labels);
    for (const id of ids) await attach(app, id, 0);
    await wait(10_000);
    const asking = askAllTheTime(app);
    await app.call('printing.print', { ids });
    while (printer.endsAtMs.length < labels) await wait(50);
    const answerMs = await asking();
    const [first = 0] = printer.endsAtMs;
    const seconds = ((printer.endsAtMs[labels - 1] ?? 0) - first) / 1_000;
    return { labels, labelsPerSecond: (labels - 1) / seconds, answerMs };
  } finally {
    await app.close();
    await printer.stop();
  }
}

/** New orders whose label is the seller's own file. */
async function ordersForOwnLabels(app: TestApp, { ozon }: PreparedFolder, count: number): Promise<string[]> {
  const { postings } = await ozon.world();
  const own = new Set(
    postings
      .filter(({ integration }) => integration === '3pl_tracking' || integration === 'non_integrated')
      .map((posting) => posting.postingNumber),
  );
  const ids: string[] = [];
  for (let offset = 0; ids.length < count; offset += 200) {
    const { cards } = await app.call('board.cards', { lane: 'new', offset, limit: 200 });
    if (cards.length === 0) throw new Error(`only ${ids.length} orders for a batch of ${count}`);
    ids.push(...cards.filter((card) => own.has(card.remoteId) && card.check === null).map((card) => card.orderId));
  }
  return ids.slice(0, count);
}

/** Asks for the board's summary every 20 ms from inside the window; the answer ends it and gives the times. */
function askAllTheTime(app: TestApp): () => Promise<number[]> {
  const running = app.page.evaluate(async () => {
    const { chudan } = window as unknown as { chudan: { invoke(name: string, input: unknown): Promise<unknown> } };
    const state = window as unknown as { benchIsOver?: boolean };
    const taken: number[] = [];
    while (state.benchIsOver !== true) {
      const askedMs = performance.now();
      await chudan.invoke('board.summary', {});
      taken.push(performance.now() - askedMs);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return taken;
  });
  return async () => {
    await app.page.evaluate(() => {
      (window as unknown as { benchIsOver?: boolean }).benchIsOver = true;
    });
    return running;
  };
}
