import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstSchema } from '../../../src-main/adapters/sqlite/migrations/0010-first-schema.ts';
import { printBatches } from '../../../src-main/adapters/sqlite/migrations/0020-print-batches.ts';
import { openStore } from '../../../src-main/adapters/sqlite/open-store.ts';
import type { EffectId } from '../../../src-main/core/shared/ids.ts';
import { plainRows } from './look-inside.ts';
import { orderIdOf, sampleOrder, sampleShop, SHOP_ID, START_MS } from './sample-orders.ts';
import { KEY, tempFolder } from './temp-store.ts';

let place: ReturnType<typeof tempFolder>;
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

const open = (migrations?: readonly (typeof firstSchema)[]) =>
  openStore({
    file: place.file,
    backupsDir: place.backupsDir,
    key: KEY,
    ...(migrations === undefined ? {} : { migrations }),
  });

/** A file as the second release left it: a shop, an order with a parcel, effects of then. */
async function fileOfSecondRelease(): Promise<void> {
  await (await open([firstSchema, printBatches])).close();
  const order = orderIdOf(1);
  const { address: _address, lines: _lines, ...facts } = sampleOrder(1).facts;
  const { isAddressSealed: _sealed, remoteParcels: _parcels, total: _total, customsId: _customs, ...old } = facts;
  const { parcels: _none, ...work } = sampleOrder(1).work;
  const json = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;
  await plainRows(
    place,
    `INSERT INTO shop (id, platform, name, settings, is_demo, is_paused, created_at_ms)
       VALUES ('${SHOP_ID}', 'ozon', '小店', '{"clientId":"1"}', 0, 0, ${START_MS})`,
  );
  await plainRows(
    place,
    `INSERT INTO order_header (id, shop_id, platform, remote_id, remote_order_number, stage, placed_at_ms, ship_by_ms,
       facts, work, checks, index_digest, created_at_ms, updated_at_ms)
       VALUES ('${order}', '${SHOP_ID}', 'ozon', 'A-1', 'A', 'to-confirm', 1, NULL,
       ${json(old)}, ${json(work)}, '[]', '', 1, 1)`,
  );
  await plainRows(
    place,
    `INSERT INTO parcel (order_row, position, id, tracking_number, carrier, label_id, labelled_at_ms, labelled_for,
       handed_over_at_ms) SELECT row_id, 0, '${order}:1', 'RB1', NULL, NULL, 5, NULL, NULL FROM order_header`,
  );
  const effects: readonly [string, object, string][] = [
    [
      'one',
      { kind: 'push-tracking', remoteId: 'A-1', parcelId: `${order}:1`, trackingNumber: 'RB1', carrier: null },
      'done',
    ],
    ['two', { kind: 'push-in-transit', remoteId: 'A-1' }, 'queued'],
  ];
  for (const [id, effect, state] of effects)
    await plainRows(
      place,
      `INSERT INTO outbox (id, shop_id, order_id, command_id, key, effect, state, attempts, created_at_ms, due_at_ms)
         VALUES ('${id}', '${SHOP_ID}', '${order}', 'c', 'key-${id}', ${json(effect)}, '${state}', 1, 2, 3)`,
    );
}

describe('a file of the second release', () => {
  it('keeps its shop, which talks to the API as before', async () => {
    await fileOfSecondRelease();
    const store = await open();
    expect(await store.read.shop(SHOP_ID)).toMatchObject({
      ...sampleShop({ settings: { clientId: '1' }, currency: null }),
      mode: 'api',
      backfill: null,
      warnings: [],
    });
    await store.close();
  });

  it('keeps its orders: new facts are empty, a parcel holds all', async () => {
    await fileOfSecondRelease();
    const store = await open();
    const order = await store.read.order(orderIdOf(1));
    expect(order?.facts).toMatchObject({ isAddressSealed: false, remoteParcels: [], total: null, customsId: null });
    expect(order?.work.parcels).toMatchObject([{ trackingNumber: 'RB1', items: null }]);
    await store.close();
  });

  it('keeps its effects in their order: a number was all of the order and the last', async () => {
    await fileOfSecondRelease();
    const store = await open();
    const effects = await store.read.effectsOfOrder(orderIdOf(1));
    expect(effects.map(({ id, sequence }) => [id, sequence])).toEqual([
      ['one', 1],
      ['two', 2],
    ]);
    expect(effects[0]?.effect).toMatchObject({ items: null, isLast: true, replaces: null });
    expect((await store.read.dueEffects(10, 10)).map((row) => row.id)).toEqual(['two']);
    expect((await store.read.effect('two' as EffectId))?.orderId).toBe(orderIdOf(1));
    await store.close();
  });
});
