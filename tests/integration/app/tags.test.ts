import { describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { orderIdOf, START_MS } from '../sqlite/sample-orders.ts';
import { storeOrders } from './stored-orders.ts';

const saveTag = async (app: TestApp, name: string) =>
  (await app.call('tags.save', { id: null, name, colour: 'blue' })).id;
const ids = (...numbers: number[]) => numbers.map((number): string => orderIdOf(number));
const tagsOf = async (app: TestApp, number: number) => (await app.store.read.order(orderIdOf(number)))?.work.tags;
const namesOf = (app: TestApp) => app.events.map((event) => event.name);

describe('tags', () => {
  it('have a name of their own', async () => {
    const app = await startTestApp();
    const gift = await saveTag(app, '礼物 Gift');
    expect(await app.ask('tags.save', { id: null, name: ' 礼物 GIFT ', colour: 'red' })).toMatchObject({
      code: 'name-taken',
    });
    expect(await app.ask('tags.save', { id: 'gone', name: 'x', colour: 'red' })).toMatchObject({ code: 'not-found' });
    await app.call('tags.save', { id: gift, name: '礼物 gift', colour: 'red' });
    expect((await app.call('tags.list', {})).tags).toEqual([{ id: gift, name: '礼物 gift', colour: 'red', count: 0 }]);
    expect(namesOf(app)).toEqual(['tags.changed', 'tags.changed']);
  });

  it('are not more than a filter can name', async () => {
    const app = await startTestApp();
    for (let number = 0; number < 50; number += 1) await saveTag(app, `t${number}`);
    expect(await app.ask('tags.save', { id: null, name: 'one more', colour: 'red' })).toMatchObject({
      code: 'too-many',
    });
  });

  it('are put on orders, closed ones too, and taken off by one undo', async () => {
    const app = await startTestApp();
    await storeOrders(app, [{}, {}, { work: { closedAtMs: START_MS } }]);
    const [gift, rush] = [await saveTag(app, '礼物'), await saveTag(app, '加急')];
    const outcome = await app.call('tags.put', { ids: ids(0, 1, 2), add: [gift, 'gone'], remove: [rush] });
    expect(outcome.results.every((result) => result.ok)).toBe(true);
    expect(await tagsOf(app, 2)).toEqual([gift]);
    expect((await app.call('tags.list', {})).tags.map(({ count }) => count)).toEqual([2, 0]);
    const [card] = (await app.call('board.cardsById', { ids: ids(1) })).cards;
    expect(card?.tagIds).toEqual([gift]);
    await app.call('board.undo', { commandId: outcome.commandId ?? '' });
    expect(await tagsOf(app, 0)).toEqual([]);
    expect((await app.call('tags.list', {})).tags.map(({ count }) => count)).toEqual([0, 0]);
  });

  it('that an order has already change nothing', async () => {
    const app = await startTestApp();
    await storeOrders(app, [{}, {}]);
    const gift = await saveTag(app, '礼物');
    await app.call('tags.put', { ids: ids(0), add: [gift], remove: [] });
    const { results } = await app.call('tags.put', { ids: ids(0, 1), add: [gift], remove: [] });
    expect(results).toEqual([
      { orderId: orderIdOf(0), ok: false, refusal: 'nothing-changes' },
      { orderId: orderIdOf(1), ok: true },
    ]);
  });

  it('are announced: the tags, and the orders that carry them', async () => {
    const app = await startTestApp();
    await storeOrders(app, [{}]);
    const gift = await saveTag(app, '礼物');
    app.events.length = 0;
    await app.call('tags.put', { ids: ids(0), add: [gift], remove: [] });
    expect(namesOf(app).toSorted()).toEqual(['orders.changed', 'tags.changed']);
  });

  it('once removed leave every order, whose timeline keeps them', async () => {
    const app = await startTestApp();
    const count = 230;
    await storeOrders(
      app,
      Array.from({ length: count }, (_unused, number) => ({ work: { closedAtMs: number === 7 ? START_MS : null } })),
    );
    const gift = await saveTag(app, '礼物');
    const all = ids(...Array.from({ length: count }, (_unused, number) => number));
    await app.call('tags.put', { ids: all, add: [gift], remove: [] });
    app.events.length = 0;
    await app.call('tags.remove', { id: gift });
    expect((await app.call('tags.list', {})).tags).toEqual([]);
    expect(await tagsOf(app, 229)).toEqual([]);
    expect(await tagsOf(app, 7)).toEqual([]);
    const journal = await app.store.read.journal(orderIdOf(7));
    expect(journal.map(({ actor, body }) => [actor, body.kind === 'work' && body.event.kind])).toEqual([
      ['seller', 'tagged'],
      ['app', 'tagged'],
    ]);
    expect(namesOf(app)).toEqual(['tags.changed', 'orders.changed']);
    expect(await app.ask('tags.remove', { id: gift })).toMatchObject({ code: 'not-found' });
  });
});
