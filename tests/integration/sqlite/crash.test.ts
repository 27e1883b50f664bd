import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainRows } from './look-inside.ts';
import { labelledWork, sampleOrder, SHOP_ID } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

const CHILD = fileURLToPath(new URL('store-child.ts', import.meta.url));

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
});
afterEach(() => temp.remove());

/** Lets a child write until it has told of `units` units, waits a moment more, and kills it without warning. */
async function killAfter(units: number, moreMs: number): Promise<number> {
  await temp.store.close();
  const child = fork(CHILD, ['write', temp.file, temp.backupsDir]);
  let told = -1;
  const enough = new Promise<void>((resolve, reject) => {
    child.on('message', (unit) => {
      told = Number(unit);
      if (told >= units) resolve();
    });
    child.on('exit', (code) => reject(new Error(`child ended by itself: ${String(code)}`)));
  });
  await enough;
  await new Promise((resolve) => setTimeout(resolve, moreMs));
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await once(child, 'exit');
  return told;
}

describe('a process killed while it writes', () => {
  it.each([
    [3, 0],
    [12, 1],
    [25, 3],
    [40, 7],
  ])(
    'loses no unit that it was told of, and leaves none half done (after %i units and %i ms)',
    async (units, moreMs) => {
      const told = await killAfter(units, moreMs);
      const store = await temp.reopen();
      const last = Number(await store.read.cursor(SHOP_ID, 'unit'));
      expect(last).toBeGreaterThanOrEqual(told);
      const expected = Array.from({ length: (last + 1) * 10 }, (_unused, number) => {
        const unit = Math.floor(number / 10);
        const isChanged = unit % 3 === 1 && unit + 1 <= last;
        return isChanged ? sampleOrder(number, { work: labelledWork(number) }) : sampleOrder(number);
      });
      expect(await store.read.orders(expected.map((order) => order.id))).toEqual(expected);
      const [rows] = await plainRows(
        temp,
        `SELECT (SELECT count(*) FROM order_header) AS orders, (SELECT count(*) FROM order_line) AS lines,
        (SELECT count(*) FROM card) AS cards, (SELECT count(*) FROM order_event) AS events,
        (SELECT count(*) FROM order_search) AS searches`,
      );
      const count = expected.length;
      expect(rows).toEqual({ orders: count, lines: count, cards: count, events: count, searches: count });
      const cards = await plainRows(temp, 'SELECT * FROM card ORDER BY row_id');
      await store.upkeep.rebuildCards();
      expect(await plainRows(temp, 'SELECT * FROM card ORDER BY row_id')).toEqual(cards);
      expect(await plainRows(temp, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(await plainRows(temp, 'PRAGMA foreign_key_check')).toEqual([]);
    },
  );

  it('in the middle of an upgrade leaves the old version', async () => {
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(1)));
    await temp.store.close();
    const before = await plainRows(temp, 'PRAGMA user_version');
    const child = fork(CHILD, ['migrate', temp.file, temp.backupsDir]);
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    const store = await temp.reopen();
    expect(await plainRows(temp, 'PRAGMA user_version')).toEqual(before);
    expect(await plainRows(temp, "SELECT name FROM sqlite_schema WHERE name = 'half'")).toEqual([]);
    expect(await store.read.cards('new', 0, 10)).toHaveLength(1);
  });
});
