import { describe, expect, it } from 'vitest';
import { productRow } from '../../support/product-row.ts';
import { startStockDesk, type StockDesk } from '../../support/stock-desk.ts';
import { waitUntil } from '../../support/wait-until.ts';

async function deskWith(quantity: number | null): Promise<StockDesk> {
  const desk = await startStockDesk();
  await desk.app.store.write((tx) => tx.saveProducts([productRow('MUG', { quantity })]));
  return desk;
}
const inLane = (desk: StockDesk, number: number, lane: string) =>
  waitUntil(`order ${number} lies in ${lane}`, async () => ((await desk.laneOf(number)) === lane ? true : null));
/** Any announced change of an order will do. */
const announce = async (desk: StockDesk, number: number) =>
  desk.app.call('orders.writeNote', { id: await desk.idOf(number), text: 'seen' });
const shelf = async (desk: StockDesk) => (await desk.app.call('stock.get', { sku: 'MUG' })).row;

describe('an order that cannot be filled', () => {
  it('goes to problems by itself, and leaves them when stock comes in', async () => {
    const desk = await deskWith(2);
    await desk.pull({ number: 1, wants: { MUG: 2 } }, { number: 2, wants: { MUG: 1 } });
    expect([await desk.laneOf(1), await desk.laneOf(2)]).toEqual(['new', 'problem']);
    expect(await desk.checksOf(2)).toEqual(['out-of-stock']);
    expect(await shelf(desk)).toMatchObject({ reserved: 3, free: -1, shortOrders: 1, platforms: ['ozon'] });
    await desk.app.call('stock.move', { sku: 'MUG', delta: 1, note: '到货' });
    expect(await desk.laneOf(2)).toBe('new');
    expect(desk.app.events).toContainEqual({
      name: 'orders.changed',
      payload: { ids: [await desk.idOf(2)], revision: expect.any(Number) as number },
    });
    expect(await shelf(desk)).toMatchObject({ free: 0, shortOrders: 0 });
    await desk.app.call('stock.count', { sku: 'MUG', quantity: 0 });
    expect([await desk.laneOf(1), await desk.laneOf(2)]).toEqual(['problem', 'problem']);
    await desk.app.call('stock.count', { sku: 'MUG', quantity: null });
    expect([await desk.laneOf(1), await desk.laneOf(2)]).toEqual(['new', 'new']);
  });

  it('gets the pieces of an earlier one that is cancelled', async () => {
    const desk = await deskWith(1);
    await desk.pull(
      { number: 1, wants: { MUG: 1 } },
      { number: 2, wants: { MUG: 1 } },
      { number: 3, wants: { MUG: 1 } },
    );
    await desk.pull({ number: 1, wants: { MUG: 1 }, facts: { stage: 'cancelled' } });
    const [first] = await desk.app.store.read.search('order-1', 5);
    expect(first?.card.lane).toBeNull();
    // The shop's own sync announces it; here the test does.
    await announce(desk, 3);
    await inLane(desk, 2, 'new');
    expect(await desk.laneOf(3)).toBe('problem');
  });

  it('lets one go first that was placed earlier and came in later', async () => {
    const desk = await deskWith(1);
    await desk.pull({ number: 5, wants: { MUG: 1 } });
    expect(await desk.laneOf(5)).toBe('new');
    await desk.pull({ number: 1, wants: { MUG: 1 } });
    expect(await desk.laneOf(1)).toBe('new');
    await announce(desk, 1);
    await inLane(desk, 5, 'problem');
    // What is packed is not taken out of its parcel again.
    await desk.app.call('stock.move', { sku: 'MUG', delta: 1, note: '' });
    await desk.label(5);
    await desk.app.call('stock.count', { sku: 'MUG', quantity: 1 });
    expect([await desk.laneOf(1), await desk.laneOf(5)]).toEqual(['problem', 'labelled']);
  });

  it('waits no more once the seller says that it is there', async () => {
    const desk = await deskWith(0);
    await desk.pull({ number: 1, wants: { MUG: 1 } });
    await desk.app.call('orders.acceptCheck', { id: await desk.idOf(1), check: 'out-of-stock' });
    expect(await desk.laneOf(1)).toBe('new');
    await desk.app.call('stock.remove', { sku: 'MUG' });
    expect(await desk.checksOf(1)).toEqual([]);
  });
});

describe('an order whose checks an earlier version wrote', () => {
  it('is looked at when the app starts', async () => {
    const desk = await deskWith(null);
    await desk.pull({ number: 1, wants: { MUG: 1 } });
    await desk.app.store.write((tx) => tx.saveProducts([productRow('MUG', { quantity: 0 })]));
    expect(await desk.laneOf(1)).toBe('new');
    await desk.app.restart();
    await inLane(desk, 1, 'problem');
  });
});

describe('goods that leave', () => {
  it('are taken from the shelf once, and given back by undo', async () => {
    const desk = await deskWith(5);
    await desk.pull({ number: 1, wants: { MUG: 2 } }, { number: 2, wants: { MUG: 4 } });
    await desk.label(1);
    const id = await desk.idOf(1);
    const { commandId } = await desk.app.call('board.move', { ids: [id], lane: 'in-transit' });
    expect(await shelf(desk)).toMatchObject({ product: { quantity: 3 }, reserved: 4, free: -1 });
    await desk.app.call('board.move', { ids: [id], lane: 'delivered' });
    await desk.pull({ number: 1, wants: { MUG: 2 }, facts: { stage: 'delivered' } });
    expect(await shelf(desk)).toMatchObject({ product: { quantity: 3 } });
    const { moves } = await desk.app.call('stock.moves', { sku: 'MUG' });
    expect(moves).toMatchObject([{ delta: -2, quantity: 3, reason: 'shipped', orderId: id }]);
    expect(commandId).not.toBeNull();
  });

  it('come back when the hand-over is undone', async () => {
    const desk = await deskWith(5);
    await desk.pull({ number: 1, wants: { MUG: 2 } });
    await desk.label(1);
    const { commandId } = await desk.app.call('board.move', { ids: [await desk.idOf(1)], lane: 'in-transit' });
    await desk.app.call('stock.count', { sku: 'MUG', quantity: 10 });
    await desk.app.call('board.undo', { commandId: commandId ?? '' });
    expect(await shelf(desk)).toMatchObject({ product: { quantity: 12 }, reserved: 2 });
    const { moves } = await desk.app.call('stock.moves', { sku: 'MUG' });
    expect(moves.map(({ delta, reason }) => [delta, reason])).toEqual([
      [2, 'taken-back'],
      [7, 'count'],
      [-2, 'shipped'],
    ]);
  });

  it('leave by the platform’s word too; what was gone when it was first seen took nothing', async () => {
    const desk = await deskWith(5);
    await desk.pull({ number: 1, wants: { MUG: 2 } }, { number: 2, wants: { MUG: 1 }, facts: { stage: 'in-transit' } });
    await desk.pull({ number: 1, wants: { MUG: 2 }, facts: { stage: 'in-transit' } });
    await desk.pull({ number: 2, wants: { MUG: 1 }, facts: { stage: 'delivered' } });
    expect(await shelf(desk)).toMatchObject({ product: { quantity: 3 }, reserved: 0 });
    // A cancellation on the way brings nothing back.
    await desk.pull({ number: 1, wants: { MUG: 2 }, facts: { stage: 'cancelled' } });
    expect(await shelf(desk)).toMatchObject({ product: { quantity: 3 } });
  });

  it('may be more than was counted: what comes in pays that first', async () => {
    const desk = await deskWith(1);
    await desk.pull({ number: 1, wants: { MUG: 3 } });
    await desk.pull({ number: 1, wants: { MUG: 3 }, facts: { stage: 'in-transit' } });
    expect(await shelf(desk)).toMatchObject({ product: { quantity: -2 }, free: -2 });
    expect(await desk.app.ask('stock.move', { sku: 'MUG', delta: -1, note: '' })).toMatchObject({
      ok: false,
      code: 'refused',
      params: { code: 'stock-below-zero' },
    });
    await desk.app.call('stock.move', { sku: 'MUG', delta: 1, note: '' });
    expect(await shelf(desk)).toMatchObject({ product: { quantity: -1 } });
  });
});
