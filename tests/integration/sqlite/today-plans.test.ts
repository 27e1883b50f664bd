import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src-main/adapters/sqlite/database-file.ts';
import {
  CLOCKS_UNTIL,
  DUE_GROUPS,
  GAVE_UP_COUNT,
  LEAVING_COUNTS,
  LEFT_DESK,
  LOOSE_REPORT_COUNT,
  LOOSE_REPORTS,
  NEW_ORDERS,
  STUCK_CARDS,
} from '../../../src-main/adapters/sqlite/today-reads.ts';
import { KEY, tempStore, type TempStore } from './temp-store.ts';

let temp: TempStore;
let database: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  temp = await tempStore();
  database = openDatabase({ file: temp.file, key: KEY });
});
afterAll(async () => {
  database.close();
  await temp.remove();
});

function planOf(sql: string): string[] {
  const named = [...new Set(sql.match(/@\w+/g))];
  const params =
    named.length > 0
      ? [Object.fromEntries(named.map((name) => [name.slice(1), 0]))]
      : (sql.match(/\?/g) ?? []).map(() => 0);
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[];
  return rows.map((row) => row.detail);
}

describe('the start screen and the alarms', () => {
  it.each([
    ['what leaves', LEAVING_COUNTS],
    ['the groups of it', DUE_GROUPS],
    ['new orders', NEW_ORDERS],
    ['what is stuck', STUCK_CARDS],
    ['what has left', LEFT_DESK],
    ['pushes that gave up', GAVE_UP_COUNT],
    ['clocks', CLOCKS_UNTIL],
    ['how many reports stand alone', LOOSE_REPORT_COUNT],
    ['reports that stand alone', LOOSE_REPORTS],
  ])('%s: no table is read through', (_name, sql) => {
    const plan = planOf(sql);
    expect(plan.filter((step) => /^SCAN (card|parcel|outbox|order_case)\b/.test(step))).toEqual([]);
    expect(plan.filter((step) => /^SCAN after_sale(?! USING (COVERING )?INDEX after_sale_open)/.test(step))).toEqual(
      [],
    );
  });
});
