import { describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../src-main/contract/index.ts';
import { carrierLabel } from '../../e2e/support/label-pdf.ts';
import { cardNow, effectOf, inLane, isDone, startDesk, type Desk } from '../../support/test-desk.ts';
import { waitUntil } from '../../support/wait-until.ts';

const FIRST = 'LX481203775CN';
const SECOND = 'LX123456785CN';
const LONG_WINDOW = { undoWindowMs: 120_000 };

/** An order of a carrier whose numbers the seller gives, printed by her own label file. */
async function printedOrder(desk: Desk): Promise<{ readonly orderId: string; readonly remoteId: string }> {
  const { app, newOrder } = desk;
  const { orderId, remoteId } = await newOrder('3pl_tracking');
  await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
  app.clock.jump(120_000);
  await effectOf(app, orderId, 'confirm', isDone);
  const file = (await carrierLabel('ORDER')).toString('base64');
  await app.call('orders.attachLabel', { id: orderId, fileName: 'label.pdf', base64: file });
  await app.call('printing.print', { ids: [orderId] });
  await inLane(app, orderId, 'labelled');
  return { orderId, remoteId };
}

const assign = ({ app }: Desk, id: string, trackingNumber: string) =>
  app.call('orders.assignTracking', { id, trackingNumber, carrier: null, parcel: 1, items: null });
const pushesOf = async ({ app }: Desk, id: string) =>
  (await app.call('orders.get', { id })).effects
    .filter((effect) => effect.kind === 'push-tracking')
    .map(({ trackingNumber, state }) => [trackingNumber, state]);
const undo = ({ app }: Desk, outcome: MethodOutput<'orders.assignTracking'>) =>
  app.call('board.undo', { commandId: outcome.commandId ?? '' });

describe('a tracking number', () => {
  it('is refused when it cannot be one, or when the platform gives it', async () => {
    const desk = await startDesk();
    const own = await desk.newOrder('3pl_tracking');
    const theirs = await desk.newOrder('aggregator');
    for (const text of ['LX481203770CN', 'a b', '<script>']) {
      expect((await assign(desk, own.orderId, text)).results).toMatchObject([
        { ok: false, refusal: 'tracking-invalid' },
      ]);
    }
    expect((await assign(desk, theirs.orderId, FIRST)).results).toMatchObject([
      { ok: false, refusal: 'tracking-by-platform' },
    ]);
    expect((await cardNow(desk.app, own.orderId)).trackingNumber).toBeNull();
  });

  it('that is corrected within the window goes out once, corrected', async () => {
    const desk = await startDesk(LONG_WINDOW);
    const { orderId, remoteId } = await printedOrder(desk);
    await assign(desk, orderId, FIRST);
    await assign(desk, orderId, SECOND);
    expect(await pushesOf(desk, orderId)).toEqual([
      [FIRST, 'undone'],
      [SECOND, 'queued'],
    ]);
    desk.app.clock.jump(120_000);
    await effectOf(desk.app, orderId, 'push-tracking', isDone);
    expect(desk.ozon.book(remoteId).effects.trackingSets).toEqual([SECOND]);
  });

  it('comes back to its turn when its correction is undone', async () => {
    const desk = await startDesk(LONG_WINDOW);
    const { orderId, remoteId } = await printedOrder(desk);
    await assign(desk, orderId, FIRST);
    await undo(desk, await assign(desk, orderId, SECOND));
    expect((await cardNow(desk.app, orderId)).trackingNumber).toBe(FIRST);
    expect(await pushesOf(desk, orderId)).toEqual([
      [FIRST, 'queued'],
      [SECOND, 'undone'],
    ]);
    desk.app.clock.jump(120_000);
    await waitUntil('the push', async () => desk.ozon.book(remoteId).effects.trackingSets.length > 0);
    expect(desk.ozon.book(remoteId).effects.trackingSets).toEqual([FIRST]);
  });

  it('that has left is followed by its correction, in this order', async () => {
    const desk = await startDesk();
    const { orderId, remoteId } = await printedOrder(desk);
    await assign(desk, orderId, FIRST);
    await effectOf(desk.app, orderId, 'push-tracking', isDone);
    await assign(desk, orderId, SECOND);
    await effectOf(
      desk.app,
      orderId,
      'push-tracking',
      (effect) => effect.trackingNumber === SECOND && effect.state === 'done',
    );
    expect(desk.ozon.book(remoteId).effects.trackingSets).toEqual([FIRST, SECOND]);
  });

  it('goes before "on its way", which waits for it', async () => {
    const desk = await startDesk();
    const { orderId, remoteId } = await printedOrder(desk);
    const refused = await desk.app.call('board.move', { ids: [orderId], lane: 'in-transit' });
    expect(refused.results).toMatchObject([{ ok: false, refusal: 'tracking-missing' }]);
    await assign(desk, orderId, FIRST);
    await desk.app.call('board.move', { ids: [orderId], lane: 'in-transit' });
    await effectOf(desk.app, orderId, 'push-in-transit', isDone);
    expect(desk.ozon.book(remoteId).effects).toMatchObject({ trackingSets: [FIRST], delivering: 1 });
  });
});
