import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyOrders } from './arbitrary-orders.ts';
import { plainRows } from './look-inside.ts';
import { labelledWork, orderIdOf, sampleOrder, sampleShop, SHOP_ID } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
});
afterEach(() => temp.remove());

describe('orders', () => {
  it('come back as they went in, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrders, async (orders) => {
        await temp.store.write(async (tx) => {
          for (const order of orders) await tx.saveOrder(order);
          expect(await tx.orders(orders.map((order) => order.id))).toEqual(orders);
        });
        expect(await temp.store.read.orders(orders.map((order) => order.id))).toEqual(orders);
        await temp.store.write((tx) => tx.removeShop(SHOP_ID));
        await temp.store.write((tx) => tx.saveShop(sampleShop()));
      }),
      { numRuns: 60 },
    );
  });

  it('are replaced whole, parts included', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrders, anyOrders, async ([first], [second]) => {
        const before = { ...first!, id: orderIdOf(1) };
        const after = { ...second!, id: orderIdOf(1) };
        await temp.store.write((tx) => tx.saveOrder(before));
        await temp.store.write((tx) => tx.saveOrder(after));
        expect(await temp.store.read.order(orderIdOf(1))).toEqual(after);
      }),
      { numRuns: 60 },
    );
  });

  it('keep their lines, parcels and address in tables that say the same', async () => {
    const order = sampleOrder(3, { work: labelledWork(3) });
    await temp.store.write((tx) => tx.saveOrder(order));
    const [line] = await plainRows(temp, 'SELECT sku, quantity, unit_price_minor, unit_price_currency FROM order_line');
    expect(line).toEqual({ sku: 'SKU-3', quantity: 1, unit_price_minor: 10_003, unit_price_currency: 'RUB' });
    const [parcel] = await plainRows(temp, 'SELECT id, tracking_number FROM parcel');
    expect(parcel).toEqual({ id: order.work.parcels[0]!.id, tracking_number: 'RB000000003CN' });
    const [address] = await plainRows(temp, 'SELECT name, city, country FROM address');
    expect(address).toEqual({ name: 'Иван Петров', city: 'Москва', country: 'RU' });
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(3, { facts: { address: null, lines: [] } })));
    expect(
      await plainRows(temp, 'SELECT 1 FROM order_line UNION ALL SELECT 1 FROM parcel UNION ALL SELECT 1 FROM address'),
    ).toEqual([]);
  });

  it('are found by remote id within their shop', async () => {
    const orders = [sampleOrder(1), sampleOrder(2)];
    await temp.store.write(async (tx) => {
      for (const order of orders) await tx.saveOrder(order);
    });
    const remoteIds = orders.map((order) => order.facts.remoteId);
    expect(await temp.store.read.ordersByRemote(SHOP_ID, [...remoteIds, 'no-such'])).toEqual(orders);
    expect(await temp.store.read.openRemoteIds(SHOP_ID)).toEqual(remoteIds.toSorted());
  });

  it('have one remote id once in a shop', async () => {
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(1)));
    const twin = sampleOrder(1, { id: orderIdOf(99) });
    await expect(temp.store.write((tx) => tx.saveOrder(twin))).rejects.toMatchObject({ code: 'duplicate' });
    expect(await temp.store.read.order(orderIdOf(99))).toBeNull();
  });

  it('need their shop', async () => {
    const stray = sampleOrder(1, { shopId: 'no-such-shop' as typeof SHOP_ID });
    await expect(temp.store.write((tx) => tx.saveOrder(stray))).rejects.toMatchObject({ code: 'broken-reference' });
  });

  it('leave the unit of work alive when one is refused before anything was written', async () => {
    await temp.store.write(async (tx) => {
      await tx.saveOrder(sampleOrder(1));
      await tx.saveOrder(sampleOrder(1, { id: orderIdOf(99) })).catch(() => undefined);
      await tx.saveOrder(sampleOrder(2));
    });
    expect(await temp.store.read.orders([orderIdOf(1), orderIdOf(2)])).toHaveLength(2);
  });

  it('never stay half written, even when the fault is swallowed', async () => {
    const halves = sampleOrder(1, { facts: { lines: [{ ...sampleOrder(1).facts.lines[0]!, quantity: 1.5 }] } });
    const unit = temp.store.write(async (tx) => {
      await tx.saveOrder(sampleOrder(2));
      await tx.saveOrder(halves).catch(() => undefined);
    });
    await expect(unit).rejects.toMatchObject({ code: 'failed' });
    expect(await plainRows(temp, 'SELECT id FROM order_header')).toEqual([]);
  });
});

describe('a row that cannot be read', () => {
  it('is left out of lists and reported, and refuses to be read alone', async () => {
    const bad: string[] = [];
    await temp.reopen({ onBadRow: (table, id) => bad.push(`${table} ${id}`) });
    await temp.store.write(async (tx) => {
      await tx.saveOrder(sampleOrder(1));
      await tx.saveOrder(sampleOrder(2));
    });
    await plainRows(temp, `UPDATE order_header SET facts = '{"steps":"<script>"}' WHERE id = '${orderIdOf(1)}'`);
    await plainRows(temp, `UPDATE card SET worst_check = 'not json' WHERE order_id = '${orderIdOf(1)}'`);
    await temp.reopen({ onBadRow: (table, id) => bad.push(`${table} ${id}`) });
    expect(await temp.store.read.orders([orderIdOf(1), orderIdOf(2)])).toEqual([sampleOrder(2)]);
    expect((await temp.store.read.cards('new', 0, 10)).map((card) => card.orderId)).toEqual([orderIdOf(2)]);
    expect(bad).toEqual([`order_header ${orderIdOf(1)}`, `card ${orderIdOf(1)}`]);
    await expect(temp.store.read.order(orderIdOf(1))).rejects.toMatchObject({
      code: 'bad-row',
      table: 'order_header',
      id: orderIdOf(1),
    });
  });
});
