import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Writes } from '../../../src-main/app/ports/store.ts';
import { orderIdOf, sampleOrder, SHOP_ID } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
});
afterEach(() => temp.remove());

/** A promise and the hand that settles it. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe('a unit of work', () => {
  it('keeps all when it ends well', async () => {
    const answer = await temp.store.write(async (tx) => {
      await tx.saveOrder(sampleOrder(1));
      await tx.saveCursor(SHOP_ID, 'orders', 'next');
      return 'answer';
    });
    expect(answer).toBe('answer');
    expect(await temp.store.read.order(orderIdOf(1))).not.toBeNull();
  });

  it('drops all when it throws, and gives its own error back', async () => {
    const error = new Error('mine');
    const unit = temp.store.write(async (tx) => {
      await tx.saveOrder(sampleOrder(1));
      await tx.saveCursor(SHOP_ID, 'orders', 'next');
      throw error;
    });
    await expect(unit).rejects.toBe(error);
    expect(await temp.store.read.order(orderIdOf(1))).toBeNull();
    expect(await temp.store.read.cursor(SHOP_ID, 'orders')).toBeNull();
    expect(await temp.store.read.search('陶瓷', 1)).toEqual([]);
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(1)));
  });

  it('sees its own writes; others see what was committed', async () => {
    const written = gate();
    const go = gate();
    const unit = temp.store.write(async (tx) => {
      await tx.saveOrder(sampleOrder(1));
      expect(await tx.order(orderIdOf(1))).not.toBeNull();
      expect(await tx.cards('new', 0, 1)).toHaveLength(1);
      written.open();
      await go.opened;
    });
    await written.opened;
    expect(await temp.store.read.order(orderIdOf(1))).toBeNull();
    go.open();
    await unit;
    expect(await temp.store.read.order(orderIdOf(1))).not.toBeNull();
  });

  it('lets no other in while it waits for something foreign', async () => {
    const steps: string[] = [];
    const go = gate();
    const first = temp.store.write(async (tx) => {
      steps.push('first begins');
      await tx.saveCursor(SHOP_ID, 'orders', 'first');
      await go.opened;
      steps.push('first ends');
      throw new Error('dropped');
    });
    const second = temp.store.write(async (tx) => {
      steps.push('second begins');
      expect(await tx.cursor(SHOP_ID, 'orders')).toBeNull();
      await tx.saveCursor(SHOP_ID, 'orders', 'second');
    });
    setTimeout(() => go.open(), 20);
    await expect(first).rejects.toThrow('dropped');
    await second;
    expect(steps).toEqual(['first begins', 'first ends', 'second begins']);
    expect(await temp.store.read.cursor(SHOP_ID, 'orders')).toBe('second');
  });

  it('loses no step of a hundred units at once', async () => {
    const units = Array.from({ length: 100 }, (_unused, number) =>
      temp.store.write(async (tx) => {
        const seen = Number((await tx.cursor(SHOP_ID, 'count')) ?? '0');
        await (number % 3 === 0 ? new Promise((resolve) => setImmediate(resolve)) : undefined);
        await tx.saveCursor(SHOP_ID, 'count', String(seen + 1));
        if (number % 10 === 9) throw new Error('every tenth fails');
      }),
    );
    const results = await Promise.allSettled(units);
    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(10);
    expect(await temp.store.read.cursor(SHOP_ID, 'count')).toBe('90');
  });

  it('within another is refused, since it would wait for itself', async () => {
    await temp.store.write(async () => {
      await expect(temp.store.write(async () => undefined)).rejects.toMatchObject({ code: 'nested-write' });
    });
    let later: Promise<unknown> = Promise.resolve();
    await temp.store.write(async () => {
      later = new Promise((resolve) => setTimeout(resolve, 5)).then(() => temp.store.write(async () => 'after'));
    });
    expect(await later).toBe('after');
  });

  it('cannot be used after its end', async () => {
    let kept: Writes | null = null;
    await temp.store.write(async (tx) => {
      kept = tx;
    });
    const use = () => kept!.saveCursor(SHOP_ID, 'orders', 'late');
    expect(use).toThrow(expect.objectContaining({ code: 'unit-over' }));
    let save: Writes['saveCursor'] | null = null;
    await temp.store.write(async (tx) => {
      save = tx.saveCursor;
    });
    await expect(save!(SHOP_ID, 'orders', 'late')).rejects.toMatchObject({ code: 'unit-over' });
  });
});

describe('the revision', () => {
  it('grows once a unit that wrote, and only then', async () => {
    const before = await temp.store.read.revision();
    await temp.store.write(async (tx) => {
      await tx.saveOrder(sampleOrder(1));
      await tx.saveOrder(sampleOrder(2));
    });
    expect(await temp.store.read.revision()).toBe(before + 1);
    await temp.store.write((tx) => tx.order(orderIdOf(1)));
    await temp.store.write((tx) => tx.removePrinter('none' as never));
    await temp.store
      .write((tx) => tx.saveOrder(sampleOrder(3)).then(() => Promise.reject(new Error('no'))))
      .catch(() => undefined);
    expect(await temp.store.read.revision()).toBe(before + 1);
  });
});

describe('closing', () => {
  it('waits for the units that queue up, takes no more, and may be asked twice', async () => {
    const unit = temp.store.write(async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await tx.saveOrder(sampleOrder(1));
    });
    const { store } = temp;
    const closing = Promise.all([store.close(), store.close()]);
    await expect(store.write(async () => undefined)).rejects.toMatchObject({ code: 'closed' });
    await closing;
    await unit;
    await expect(store.read.revision()).rejects.toMatchObject({ code: 'closed' });
    const reopened = await temp.reopen();
    expect(await reopened.read.order(orderIdOf(1))).not.toBeNull();
  });
});
