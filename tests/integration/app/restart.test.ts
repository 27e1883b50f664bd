import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src-main/adapters/sqlite/open-store.ts';
import type { Store } from '../../../src-main/app/ports/store.ts';
import { pngLabel } from '../../support/label-files.ts';
import type { TestApp } from '../../support/test-app.ts';
import { allCards, cardNow, effectOf, inLane, isDone, jobOf, startDesk } from '../../support/test-desk.ts';
import { TEST_STORE_KEY } from '../../support/test-ports.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** Puts the closed file into the state in which a crash would have left it. */
async function asCrashed(app: TestApp, change: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await openStore({ file: app.file, key: TEST_STORE_KEY, backupsDir: `${app.file}-backups` });
  await change(store);
  await store.close();
}

describe('after a restart', () => {
  it.each([
    ['had arrived', 'timeout-after-write', 1],
    ['had not left', 'timeout-before-write', 2],
  ] as const)(
    'a push that was under way and %s is asked about before anything is sent',
    async (_name, kind, attempts) => {
      const { app, ozon, newOrder } = await startDesk({ undoWindowMs: 0 });
      const { orderId, remoteId } = await newOrder('aggregator');
      ozon.simulator.faults.add({ kind, path: '/v4/posting/fbs/ship', count: 1 });
      await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
      await waitUntil('the request', async () => ozon.simulator.faults.list().length === 0);
      await app.restart(() =>
        asCrashed(app, (store) =>
          store.write(async (tx) => {
            for (const row of await tx.effectsOfOrder(orderId as never))
              await tx.saveEffect({ ...row, state: 'running', dueAtMs: 0 });
          }),
        ),
      );
      expect((await effectOf(app, orderId, 'confirm', isDone)).attempts).toBe(attempts);
      expect(ozon.book(remoteId).effects.shipCalls).toBe(1);
    },
  );

  it('a change that the platform shows only later is not sent a second time', async () => {
    const { app, ozon, newOrder } = await startDesk({ undoWindowMs: 0 });
    const { orderId, remoteId } = await newOrder('3pl_tracking');
    await app.call('orders.attachLabel', { id: orderId, fileName: 'x.png', base64: await pngLabel('LX481203775CN') });
    await app.call('printing.print', { ids: [orderId] });
    await waitUntil('the push', async () => ozon.book(remoteId).effects.trackingSets.length === 1);
    await app.restart(() =>
      asCrashed(app, (store) =>
        store.write(async (tx) => {
          const row = (await tx.effectsOfOrder(orderId as never)).find(
            (candidate) => candidate.effect.kind === 'push-tracking',
          );
          if (row !== undefined) await tx.saveEffect({ ...row, state: 'running', settledAtMs: null });
        }),
      ),
    );
    app.clock.jump(80_000);
    expect((await effectOf(app, orderId, 'push-tracking', isDone)).attempts).toBe(1);
    expect(ozon.book(remoteId).effects.trackingSets).toHaveLength(1);
  });

  it('a label whose bytes were leaving is a question, and nothing is printed by itself', async () => {
    const { app, printer, newOrder } = await startDesk();
    const { orderId } = await newOrder('ozon');
    await app.call('printing.print', { ids: [orderId] });
    const { id } = await jobOf(app, orderId, 'sent', 'confirmed');
    await app.restart(() =>
      asCrashed(app, (store) =>
        store.write(async (tx) => {
          const job = await tx.printJob(id as never);
          if (job !== null) await tx.savePrintJob({ ...job, state: 'sending', settledAtMs: null });
        }),
      ),
    );
    expect((await jobOf(app, orderId, 'unknown')).step).toBe('restarted');
    await app.call('printing.answer', { jobId: id, cameOut: true });
    await jobOf(app, orderId, 'confirmed');
    expect(printer.papers()).toHaveLength(1);
  });

  it('what waited goes on: a held push, a label that is being fetched', async () => {
    const { app, ozon, printer, newOrder } = await startDesk({ undoWindowMs: 20_000 });
    const held = await newOrder('aggregator');
    const fetching = await newOrder('ozon');
    await app.call('board.move', { ids: [held.orderId], lane: 'to-ship' });
    await app.call('printing.print', { ids: [fetching.orderId] });
    await app.restart();
    await inLane(app, fetching.orderId, 'labelled');
    await effectOf(app, held.orderId, 'confirm', isDone);
    expect(printer.papers()).toHaveLength(1);
    expect([held, fetching].map((card) => ozon.book(card.remoteId).effects.shipCalls)).toEqual([1, 1]);
  });

  it('the board is what it was', async () => {
    const { app, newOrder } = await startDesk({ undoWindowMs: 600_000 });
    const cards = [await newOrder('aggregator'), await newOrder('ozon'), await newOrder('3pl_tracking')];
    await app.call('orders.hold', { ids: [cards[1]?.orderId ?? ''], reason: 'price', note: 'ask', untilMs: null });
    await app.call('orders.writeNote', { id: cards[2]?.orderId ?? '', text: '小心' });
    const before = await allCards(app);
    await app.restart();
    expect(await allCards(app)).toEqual(before);
    expect((await cardNow(app, cards[1]?.orderId ?? '')).holdReason).toBe('price');
  });
});
