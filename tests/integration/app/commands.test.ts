import { describe, expect, it } from 'vitest';
import { atRest, cardNow, effectOf, inLane, isDone, startDesk } from '../../support/test-desk.ts';
import { productRow } from '../../support/product-row.ts';
import { waitUntil } from '../../support/wait-until.ts';

const HOUR_MS = 3_600_000;

describe('commands on the board', () => {
  it('confirm: the platform hears it exactly once, and the card follows its word', async () => {
    const { app, ozon, newOrder } = await startDesk();
    const { orderId, remoteId } = await newOrder('aggregator');
    const outcome = await app.call('board.move', { ids: [orderId, orderId], lane: 'to-ship' });
    expect(outcome).toMatchObject({ effectCount: 1, results: [{ orderId, ok: true }] });
    const again = await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
    expect(again).toMatchObject({ commandId: null, results: [{ ok: false, refusal: 'already-here' }] });
    await effectOf(app, orderId, 'confirm', isDone);
    expect(ozon.book(remoteId).effects.shipCalls).toBe(1);
    await waitUntil('the stage', async () =>
      ['registering', 'to-hand-over'].includes((await cardNow(app, orderId)).stage),
    );
  });

  it('a mixed selection does what can be done and says why not for the rest', async () => {
    const { app, newOrder } = await startDesk();
    const fresh = await newOrder('aggregator');
    const held = await newOrder('aggregator');
    await app.call('orders.hold', { ids: [held.orderId], reason: 'address', note: '', untilMs: null });
    const moved = await app.call('board.move', { ids: [fresh.orderId, held.orderId, 'nobody'], lane: 'in-transit' });
    expect(moved.results.map((result) => (result.ok ? 'ok' : result.refusal))).toEqual([
      'label-first',
      'solve-problem-first',
      'not-found',
    ]);
    const confirmed = await app.call('board.move', { ids: [fresh.orderId, held.orderId, 'nobody'], lane: 'to-ship' });
    expect(confirmed.results.map((result) => result.ok)).toEqual([true, true, false]);
    expect((await cardNow(app, held.orderId)).lane).toBe('to-ship');
  });

  it('a hold ends by itself and confirms nothing; release by hand confirms', async () => {
    const { app, ozon, newOrder } = await startDesk();
    const { orderId, remoteId } = await newOrder('aggregator');
    const hold = {
      ids: [orderId],
      reason: 'wait-for-buyer' as const,
      note: 'asked',
      untilMs: app.clock.nowMs() + HOUR_MS,
    };
    await app.call('orders.hold', hold);
    expect(await cardNow(app, orderId)).toMatchObject({ lane: 'problem', holdReason: 'wait-for-buyer' });
    app.clock.jump(HOUR_MS + 61_000);
    await inLane(app, orderId, 'new');
    await app.call('orders.hold', { ...hold, untilMs: null });
    await app.call('orders.release', { ids: [orderId] });
    await effectOf(app, orderId, 'confirm', isDone);
    expect(ozon.book(remoteId).effects.shipCalls).toBe(1);
  });

  it('ends the hold of the very last of many problems', async () => {
    const { app, ozon, newOrder } = await startDesk();
    for (let count = 0; count < 210; count += 1) ozon.add('aggregator');
    const last = await newOrder('aggregator');
    const { cards } = await app.call('board.cards', { lane: 'new', offset: 0, limit: 200 });
    const others = cards.map((card) => card.orderId).filter((id) => id !== last.orderId);
    await app.call('orders.hold', { ids: others, reason: 'frozen', note: '', untilMs: null });
    await app.call('orders.hold', {
      ids: [last.orderId],
      reason: 'price',
      note: '',
      untilMs: app.clock.nowMs() + 5_000,
    });
    app.clock.jump(70_000);
    await inLane(app, last.orderId, 'new');
  });

  it('a failed check stops the order until the seller accepts it', async () => {
    const { app, newOrder } = await startDesk();
    await app.store.write((tx) => tx.saveProducts([productRow('MUG-MOON-350', { quantity: 0 })]));
    const { orderId, check } = await newOrder('aggregator');
    expect(check).toMatchObject({ code: 'out-of-stock', blocking: true });
    const refused = await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
    expect(refused.results).toEqual([{ orderId, ok: false, refusal: 'solve-problem-first' }]);
    await app.call('orders.acceptCheck', { id: orderId, check: 'out-of-stock' });
    expect((await cardNow(app, orderId)).lane).toBe('new');
    const again = await app.call('orders.acceptCheck', { id: orderId, check: 'out-of-stock' });
    expect(again.results[0]).toMatchObject({ ok: false, refusal: 'check-not-failing' });
  });

  it('cancels on the platform with one of its own reasons', async () => {
    const { app, ozon, newOrder } = await startDesk();
    const { orderId, remoteId } = await newOrder('3pl_tracking');
    const { reasons } = await app.call('orders.cancelReasons', { id: orderId });
    const reason = reasons.find((candidate) => !candidate.needsMessage);
    await app.call('orders.cancel', { id: orderId, reasonId: reason?.id ?? '', message: '' });
    expect((await cardNow(app, orderId)).lane).toBe('problem');
    await effectOf(app, orderId, 'cancel', isDone);
    expect(ozon.book(remoteId)).toMatchObject({ status: 'cancelled', effects: { cancels: 1 } });
    await waitUntil('it leaves the board', async () => (await cardNow(app, orderId)).lane === null);
    expect((await app.call('orders.cancel', { id: orderId, reasonId: '352', message: '' })).results[0]).toMatchObject({
      refusal: 'order-closed',
    });
  });

  it('says so when the platform cannot be asked for its reasons', async () => {
    const { app, ozon, newOrder } = await startDesk();
    const { orderId } = await newOrder('aggregator');
    ozon.simulator.faults.add({ kind: 'error-500', path: '/v1/posting/fbs/cancel-reason' });
    expect(await app.ask('orders.cancelReasons', { id: orderId })).toMatchObject({
      ok: false,
      code: 'platform-unavailable',
      retryable: true,
    });
  });

  it('a note is kept, found again and tells the platform nothing', async () => {
    const { app, ozon, newOrder } = await startDesk();
    const { orderId, remoteId } = await newOrder('ozon');
    const outcome = await app.call('orders.writeNote', { id: orderId, text: '送一双袜子' });
    expect(outcome).toMatchObject({ effectCount: 0, undoUntilMs: null });
    expect((await app.call('orders.get', { id: orderId })).note).toBe('送一双袜子');
    expect((await app.call('board.search', { query: '袜子', limit: 5 })).cards.map((card) => card.orderId)).toEqual([
      orderId,
    ]);
    await atRest(app);
    expect(ozon.book(remoteId).effects.shipCalls).toBe(0);
  });

  it('a case takes the order to after-sales and gives it back', async () => {
    const { app, newOrder } = await startDesk();
    const { orderId } = await newOrder('ozon');
    const broken = { kind: 'dispute', reason: 'damaged', note: 'broken', dueAtMs: null } as const;
    await app.call('cases.open', { ids: [orderId], ...broken });
    expect(await cardNow(app, orderId)).toMatchObject({ lane: 'after-sales', caseKind: 'dispute' });
    const [open] = (await app.call('orders.get', { id: orderId })).cases;
    await app.call('cases.close', { orderId, caseId: open?.id ?? '', outcome: 'explained' });
    expect((await cardNow(app, orderId)).lane).toBe('new');
    const [ended] = (await app.call('orders.get', { id: orderId })).cases;
    expect(ended).toMatchObject({ id: open?.id, reason: 'damaged', outcome: 'explained' });
  });
});
