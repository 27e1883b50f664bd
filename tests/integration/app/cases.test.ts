import { describe, expect, it } from 'vitest';
import { startDesk, type Desk } from '../../support/test-desk.ts';
import { waitUntil } from '../../support/wait-until.ts';

const ALL = { orderId: null, shopId: null, isOpenOnly: false, offset: 0, limit: 50 };
const NO_ANSWER = { text: '', amount: null, trackingNumber: null, carrier: null };

const cases = async ({ app }: Desk, change: Partial<typeof ALL> = {}) =>
  (await app.call('afterSales.list', { ...ALL, ...change })).cases;

/** A desk whose one order's buyer asks to cancel, with the case at hand. */
async function withCancelRequest(undoWindowMs = 100) {
  const desk = await startDesk({ undoWindowMs });
  const order = await desk.newOrder('non_integrated');
  const requestId = desk.ozon.simulator.askToCancel(order.remoteId);
  await desk.app.call('shops.syncNow', {});
  const found = await waitUntil('the case', async () => (await cases(desk))[0] ?? null);
  const state = () => desk.ozon.simulator.world().cancellationRequests[0]?.state;
  return { desk, order, requestId, found, state };
}

describe('a case that the platform reports', () => {
  it('stands with its order, in its timeline, and is found by its number', async () => {
    const { desk, order, requestId, found } = await withCancelRequest();
    expect(found).toMatchObject({
      kind: 'cancel-request',
      remoteId: requestId,
      orderId: order.orderId,
      stage: 'wait-seller',
      actions: ['accept', 'refuse'],
      effects: [],
    });
    expect(found.dueAtMs).not.toBeNull();
    expect(found.link).toContain(order.remoteId);
    const { timeline } = await desk.app.call('orders.get', { id: order.orderId });
    expect(timeline.filter((entry) => entry.kind === 'case-reported').map((entry) => entry.params)).toEqual([
      { caseKind: 'cancel-request', stage: 'wait-seller' },
    ]);
    const { cards } = await desk.app.call('board.search', { query: requestId, limit: 5 });
    expect(cards.map((card) => card.orderId)).toEqual([order.orderId]);
    const { shops } = await desk.app.call('shops.list', {});
    expect(shops[0]?.openCaseCount).toBe(1);
    expect(desk.app.events.some((event) => event.name === 'afterSales.changed')).toBe(true);
  });

  it('is answered after the undo window, and closed when the platform says so', async () => {
    const { desk, order, found, state } = await withCancelRequest();
    const outcome = await desk.app.call('afterSales.answer', { ...NO_ANSWER, id: found.id, action: 'accept' });
    expect(outcome).toMatchObject({ effectCount: 1, results: [{ orderId: order.orderId, ok: true }] });
    await waitUntil('the answer there', async () => state() === 'APPROVED');
    await waitUntil('the case closed', async () => (await cases(desk))[0]?.stage === 'closed');
    expect(await cases(desk, { isOpenOnly: true })).toEqual([]);
    const { timeline } = await desk.app.call('orders.get', { id: order.orderId });
    expect(timeline.find((entry) => entry.kind === 'effect-settled')?.params).toMatchObject({
      effect: 'answer-case',
      state: 'done',
    });
  });

  it('keeps an answer back as long as it can be undone', async () => {
    const { desk, found, state } = await withCancelRequest(60_000);
    const { commandId } = await desk.app.call('afterSales.answer', { ...NO_ANSWER, id: found.id, action: 'refuse' });
    expect((await cases(desk))[0]?.effects).toMatchObject([{ kind: 'answer-case', state: 'queued' }]);
    const again = await desk.app.ask('afterSales.answer', { ...NO_ANSWER, id: found.id, action: 'accept' });
    expect(again).toMatchObject({ ok: false, code: 'refused', params: { reason: 'already-answered' } });
    await desk.app.call('board.undo', { commandId: commandId! });
    expect((await cases(desk))[0]?.effects).toEqual([]);
    desk.app.clock.jump(120_000);
    await desk.app.call('afterSales.answer', { ...NO_ANSWER, id: found.id, action: 'accept' });
    expect(state()).toBe('ON_APPROVAL');
  });

  it('refuses what the platform does not take', async () => {
    const { desk, found } = await withCancelRequest();
    const ask = (action: 'reply' | 'offer') =>
      desk.app.ask('afterSales.answer', { ...NO_ANSWER, id: found.id, action });
    expect(await ask('offer')).toMatchObject({ code: 'refused', params: { reason: 'step-not-offered' } });
    const unknown = await desk.app.ask('afterSales.answer', { ...NO_ANSWER, id: 'none', action: 'accept' });
    expect(unknown).toMatchObject({ code: 'not-found' });
  });
});

describe('cases of a platform that will not give them', () => {
  it('degrade alone: orders come in, and the shop says what is missing', async () => {
    const desk = await startDesk();
    desk.ozon.simulator.faults.add({ kind: 'version-removed', path: '/v1/returns/list' });
    await desk.app.call('shops.syncNow', {});
    const warned = await waitUntil('a warning', async () => {
      const { shops } = await desk.app.call('shops.list', {});
      return shops[0]?.warnings.find((warning) => warning.startsWith('after-sales:')) ?? null;
    });
    expect(warned).toBe('after-sales:method-removed:/v1/returns/list');
    const { shops } = await desk.app.call('shops.list', {});
    expect(shops[0]?.lastFault).toBeNull();
    await desk.newOrder('aggregator');
  });
});
