import { describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { storeOrders } from './stored-orders.ts';

const filterOf = (countries: string[]) => ({
  platforms: [],
  shopIds: [],
  lanes: [],
  due: null,
  countries,
  services: [],
  tagIds: [],
  size: null,
  signs: [],
  text: '',
});
const save = async (app: TestApp, name: string, countries: string[] = [], id: string | null = null) =>
  (await app.call('views.save', { id, name, filter: filterOf(countries) })).id;
const namesOf = async (app: TestApp) => (await app.call('views.list', {})).views.map(({ name }) => name);

describe('views', () => {
  it('count what they show now', async () => {
    const app = await startTestApp();
    const nowMs = app.clock.nowMs();
    await storeOrders(app, [
      { facts: { country: 'KR', shipByMs: nowMs - 1 } },
      { facts: { country: 'KR', shipByMs: null } },
      { facts: { country: 'US', shipByMs: null } },
    ]);
    const id = await save(app, '韩国', ['KR']);
    expect((await app.call('views.list', {})).views).toEqual([
      { id, name: '韩国', filter: filterOf(['KR']), count: 2, overdue: 1 },
    ]);
  });

  it('stand as the seller arranges them, new ones last', async () => {
    const app = await startTestApp();
    const [a, , c] = [await save(app, 'a'), await save(app, 'b'), await save(app, 'c')];
    expect(await namesOf(app)).toEqual(['a', 'b', 'c']);
    await app.call('views.arrange', { ids: [c, 'gone', a, c] });
    expect(await namesOf(app)).toEqual(['c', 'a', 'b']);
    await save(app, 'd');
    await save(app, 'A', ['US'], a);
    expect(await namesOf(app)).toEqual(['c', 'A', 'b', 'd']);
    await app.call('views.remove', { id: a });
    expect(await namesOf(app)).toEqual(['c', 'b', 'd']);
    expect(new Set(app.events.map((event) => event.name))).toEqual(new Set(['views.changed']));
  });

  it('that are not there are told so, and there is an end to them', async () => {
    const app = await startTestApp();
    expect(await app.ask('views.remove', { id: 'gone' })).toMatchObject({ code: 'not-found' });
    expect(await app.ask('views.save', { id: 'gone', name: 'x', filter: filterOf([]) })).toMatchObject({
      code: 'not-found',
    });
    for (let number = 0; number < 30; number += 1) await save(app, `v${number}`);
    expect(await app.ask('views.save', { id: null, name: 'x', filter: filterOf([]) })).toMatchObject({
      code: 'too-many',
    });
  });
});
