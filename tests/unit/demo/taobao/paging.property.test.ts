import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedList } from '../../../../src-main/demo/taobao/answers/tree.ts';
import { makeTrade } from '../../../../src-main/demo/taobao/busy-day/make-trade.ts';
import { emptyWorld } from '../../../../src-main/demo/taobao/busy-day/shop.ts';
import { gmt8Text } from '../../../../src-main/demo/taobao/gmt8.ts';
import { methods } from '../../../../src-main/demo/taobao/methods.ts';
import { touch } from '../../../../src-main/demo/taobao/rules/trade-state.ts';
import { WorldStore } from '../../../../src-main/demo/taobao/store.ts';
import { demoTimings } from '../../../../src-main/demo/taobao/timings.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

const startMs = Date.parse('2026-11-22T06:00:00Z');
const hour = 3_600_000;

/** The ids of one page of the hour before `startMs`. */
function page(store: WorldStore, pageNo: number, pageSize: number): { total: number; tids: string[] } {
  const answer = methods.get('taobao.trades.sold.increment.get')!.run(
    {
      fields: 'tid,modified',
      start_modified: gmt8Text(startMs - hour),
      end_modified: gmt8Text(startMs),
      page_no: String(pageNo),
      page_size: String(pageSize),
    },
    {
      store,
      nowMs: startMs + 60_000,
      timings: demoTimings,
      random: seededRandom(1),
      choices: { refusesUnknownFields: true, returnsBalance: true, smsAboveFen: 0 },
      files: new Map(),
      callerIp: '',
    },
  ) as { total_results: number; trades: NamedList };
  return {
    total: answer.total_results,
    tids: answer.trades.items.map((row) => String((row as { tid: bigint }).tid)),
  };
}

function storeWith(modifiedSecondsAgo: readonly number[]): WorldStore {
  const store = new WorldStore(emptyWorld(startMs));
  modifiedSecondsAgo.forEach((seconds, index) => {
    const wish = { serial: index + 1, createdMs: startMs - 3 * hour, items: store.world.items };
    store.addTrade({ ...makeTrade(seededRandom(index), wish), modifiedMs: startMs - seconds * 1_000 });
  });
  return store;
}

describe('pages of an hour that is over, read from the last to the first', () => {
  it('hold every order that did not change meanwhile, whatever changed between two pages', () => {
    const ages = fc.array(fc.integer({ min: 0, max: 3_600 }), { minLength: 1, maxLength: 30 });
    const changes = fc.array(fc.array(fc.nat({ max: 29 }), { maxLength: 3 }), { maxLength: 15 });
    fc.assert(
      fc.property(ages, fc.integer({ min: 1, max: 7 }), changes, (secondsAgo, pageSize, changed) => {
        const store = storeWith(secondsAgo);
        const seen = new Set<string>();
        const moved = new Set<string>();
        let turn = 0;
        for (let pageNo = Math.ceil(page(store, 1, pageSize).total / pageSize); pageNo >= 1; pageNo -= 1) {
          for (const tid of page(store, pageNo, pageSize).tids) seen.add(tid);
          for (const index of changed[turn] ?? []) {
            const trade = store.world.trades[index];
            if (trade === undefined) continue;
            touch(trade, startMs + 30_000);
            moved.add(trade.tid);
          }
          turn += 1;
        }
        const missed = store.world.trades.filter((trade) => !seen.has(trade.tid) && !moved.has(trade.tid));
        expect(missed).toEqual([]);
      }),
    );
  });

  it('are sorted by the time of change, newest first, each order once while nothing changes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_600 }), { minLength: 1, maxLength: 30 }), (secondsAgo) => {
        const store = storeWith(secondsAgo);
        const tids: string[] = [];
        for (let pageNo = 1; tids.length < secondsAgo.length; pageNo += 1) tids.push(...page(store, pageNo, 4).tids);
        expect(new Set(tids).size).toBe(secondsAgo.length);
        const times = tids.map((tid) => store.trade(tid)!.modifiedMs);
        expect(times).toEqual(times.toSorted((first, second) => second - first));
      }),
    );
  });
});
