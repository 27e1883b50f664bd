import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EffectRow, EffectState } from '../../../src-main/app/ports/store-outbox.ts';
import type { CommandId, EffectId, ShopId } from '../../../src-main/core/shared/ids.ts';
import { plainRows } from './look-inside.ts';
import { orderIdOf, sampleOrder, sampleShop, SHOP_ID, START_MS } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

const OTHER_SHOP = 'other-shop' as ShopId;
let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
  await temp.store.write(async (tx) => {
    await tx.saveShop(sampleShop({ id: OTHER_SHOP }));
    for (const number of [1, 2, 3]) await tx.saveOrder(sampleOrder(number));
    await tx.saveOrder(sampleOrder(4, { shopId: OTHER_SHOP }));
  });
});
afterEach(() => temp.remove());

/** Effect `name` of an order, due `inMs` after the start. */
function effect(name: string, order: number, inMs = 0, change: Partial<EffectRow> = {}): EffectRow {
  return {
    id: name as EffectId,
    shopId: order === 4 ? OTHER_SHOP : SHOP_ID,
    orderId: orderIdOf(order),
    commandId: `command-${name}` as CommandId,
    key: `key-${name}`,
    effect: { kind: 'push-in-transit', remoteId: sampleOrder(order).facts.remoteId },
    state: 'queued',
    sequence: 0,
    attempts: 0,
    createdAtMs: START_MS,
    dueAtMs: START_MS + inMs,
    startedAtMs: null,
    settledAtMs: null,
    lastCode: null,
    ...change,
  };
}

const add = (...rows: EffectRow[]) => temp.store.write((tx) => tx.addEffects(rows));
const due = async (inMs = 0, limit = 10) =>
  (await temp.store.read.dueEffects(START_MS + inMs, limit)).map((row) => row.id);
const setState = (name: string, state: EffectState) =>
  temp.store.write(async (tx) => {
    const row = await tx.effect(name as EffectId);
    await tx.saveEffect({ ...row!, state, attempts: 1, lastCode: 'code', startedAtMs: START_MS });
  });

describe('an effect without an order', () => {
  const stock = (name: string, change: Partial<EffectRow> = {}) =>
    effect(name, 1, 0, {
      orderId: null,
      effect: { kind: 'push-stock', remoteId: '7', sku: 'A', quantity: 3 },
      ...change,
    });

  it('waits for no other, and holds none up', async () => {
    await add(stock('a', { state: 'gave-up' }), effect('b', 1), stock('c'), stock('d'));
    expect((await due()).toSorted()).toEqual(['b', 'c', 'd']);
    expect((await temp.store.read.effect('c' as EffectId))?.orderId).toBeNull();
  });

  it('leaves no shop that is fed by files', async () => {
    await temp.store.write((tx) => tx.saveShop(sampleShop({ mode: 'file' })));
    await add(stock('a'), effect('b', 2, 60_000));
    expect(await due(60_000)).toEqual([]);
    expect(await temp.store.read.nextEffectAtMs()).toBeNull();
    const waiting = await temp.store.read.waitingEffects(SHOP_ID, 10);
    expect(waiting.map((row) => row.id)).toEqual(['a', 'b']);
  });
});

describe('the outbox', () => {
  it('gives every row its place in line', async () => {
    await add(effect('a', 1), effect('b', 1));
    await add(effect('c', 2));
    const rows = await temp.store.read.effectsInState('queued', 10);
    expect(rows.map((row) => row.id)).toEqual(['a', 'b', 'c']);
    expect(rows.map((row) => row.sequence)).toEqual(rows.map((row) => row.sequence).toSorted((x, y) => x - y));
    expect(rows[0]).toEqual({ ...effect('a', 1), sequence: rows[0]!.sequence });
    expect(await temp.store.read.effectsOfOrder(orderIdOf(1))).toHaveLength(2);
    expect(await temp.store.read.effectsOfCommand('command-c' as CommandId)).toHaveLength(1);
  });

  it('writes one effect once', async () => {
    await add(effect('a', 1));
    await expect(add(effect('b', 2), effect('c', 1, 0, { key: 'key-a' }))).rejects.toMatchObject({ code: 'duplicate' });
    expect(await temp.store.read.effect('b' as EffectId)).toBeNull();
  });

  it('hands out what is due', async () => {
    await add(effect('late', 1, -5), effect('now', 2, 0), effect('later', 3, 1));
    expect(await due()).toEqual(['late', 'now']);
    expect(await due(1)).toEqual(['late', 'now', 'later']);
    expect(await due(0, 1)).toEqual(['late']);
    expect(await temp.store.read.nextEffectAtMs()).toBe(START_MS - 5);
  });

  it('keeps the order within an order, and lets other orders pass', async () => {
    await add(effect('first', 1, 50), effect('second', 1, 0), effect('other', 2, 10));
    expect(await due(20)).toEqual(['other']);
    expect(await temp.store.read.nextEffectAtMs()).toBe(START_MS + 10);
    expect(await due(60)).toEqual(['other', 'first']);
  });

  it.each<[EffectState, string[]]>([
    ['queued', ['first', 'other']],
    ['running', ['other']],
    ['unconfirmed', ['first', 'other']],
    ['gave-up', ['other']],
    ['done', ['second', 'other']],
    ['undone', ['second', 'other']],
    ['by-hand', ['second', 'other']],
  ])('with a %s row in front of an order offers %j', async (state, expected) => {
    await add(effect('first', 1), effect('second', 1), effect('other', 2));
    await setState('first', state);
    expect((await due()).toSorted()).toEqual(expected.toSorted());
  });

  it('has no next time when all that waits stands behind what gave up', async () => {
    expect(await temp.store.read.nextEffectAtMs()).toBeNull();
    await add(effect('first', 1), effect('second', 1));
    await setState('first', 'gave-up');
    expect(await temp.store.read.nextEffectAtMs()).toBeNull();
  });

  it('gives each shop its turn', async () => {
    await add(effect('a1', 1, -9), effect('a2', 2, -8), effect('a3', 3, -7), effect('b1', 4, -1));
    expect((await due(0, 2)).toSorted()).toEqual(['a1', 'b1']);
  });

  it('passes a row that cannot be read, and does not wake up for it', async () => {
    await add(effect('bad', 1, -9), effect('good', 2, 5));
    await plainRows(temp, `UPDATE outbox SET effect = '{"kind":"rm -rf"}' WHERE id = 'bad'`);
    expect(await due(10)).toEqual(['good']);
    expect(await temp.store.read.nextEffectAtMs()).toBe(START_MS + 5);
  });

  it('changes only rows that are there', async () => {
    const change = temp.store.write((tx) => tx.saveEffect(effect('ghost', 1)));
    await expect(change).rejects.toMatchObject({ code: 'broken-reference', table: 'outbox', id: 'ghost' });
  });
});
