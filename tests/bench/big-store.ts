/**
 * Figures of a store of half a million orders against one that holds the open orders alone; `node
 * tests/bench/big-store.ts` runs this part by itself.
 */
import { fileURLToPath } from 'node:url';
import type { SqliteStore } from '../../src-main/adapters/sqlite/open-store.ts';
import type { CardQuery } from '../../src-main/app/ports/store-filters.ts';
import { LANES } from '../../src-main/core/order/lane.ts';
import { START_MS } from '../integration/sqlite/sample-orders.ts';
import { bigOrder, TAGS } from './big-orders.ts';
import { showCards } from './big-cards.ts';
import { benchSearches, queryOf } from './big-searches.ts';
import { FOLDER_OF_BIG, OPEN, openBigStores, STORED, type BigStores } from './big-stores.ts';

import { median, printRatio, quantile, type Ratio } from './figures.ts';
import { upgradeOldStore } from './old-store.ts';

const PAGE = 60;
const ROUNDS = 15;
const COLD_ROUNDS = 5;

type Work = (store: SqliteStore) => Promise<unknown>;

/** What the window asks for when it opens: the counts, and the first page of each lane. */
const loadBoard: Work = async (store) => {
  await store.read.laneCounts(START_MS);
  for (const lane of LANES) await showCards(store, await store.read.cards(lane, 0, PAGE));
};

/** As a seller would keep them. */
const VIEWS: readonly CardQuery[] = [
  queryOf({ due: 'today' }),
  queryOf({ due: 'late', lanes: ['new', 'to-ship'] }),
  queryOf({ platforms: ['ozon', 'amazon'] }),
  queryOf({ countries: ['US'], size: 'single' }),
  queryOf({ services: ['e邮宝'] }),
  queryOf({ tagIds: TAGS.slice(0, 2) }),
  queryOf({ signs: ['buyer-note'] }),
  queryOf({ signs: ['same-buyer'] }),
  queryOf({ text: '红色' }),
  queryOf({ text: '色 iphone', due: 'week', size: 'multi' }),
];

const countViews: Work = async ({ read }) => {
  for (const query of VIEWS) await read.laneCounts(query.nowMs, query);
};

async function tookMs(work: Work, store: SqliteStore): Promise<number> {
  const startedMs = performance.now();
  await work(store);
  return performance.now() - startedMs;
}

/** The same work on both stores in turn, so that the machine's mood is the same for both. */
async function compared(name: string, work: Work, { big, small }: BigStores): Promise<Ratio> {
  const inBig: number[] = [];
  const inSmall: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    inSmall.push(await tookMs(work, small));
    inBig.push(await tookMs(work, big));
  }
  const base = { baseName: `in ${OPEN} orders`, base: median(inSmall), unit: 'ms' as const };
  return { name, value: median(inBig), ...base, note: `p95 ${quantile(inBig, 0.95).toFixed(1)} ms` };
}

/** Straight after opening, when no page of the files has been decrypted yet. */
async function firstLoads(stores: BigStores): Promise<{ readonly ratio: Ratio; readonly stores: BigStores }> {
  const inBig: number[] = [];
  const inSmall: number[] = [];
  let opened = stores;
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    opened = await opened.reopened();
    inSmall.push(await tookMs(loadBoard, opened.small));
    inBig.push(await tookMs(loadBoard, opened.big));
  }
  const base = { baseName: `in ${OPEN} orders`, base: median(inSmall), unit: 'ms' as const };
  return { ratio: { name: `first board load of ${STORED} orders`, value: median(inBig), ...base }, stores: opened };
}

/** The least that an upgrade must do is to keep a checked copy of the file. */
async function upgrade(): Promise<Ratio> {
  const { wholeMs, backupMs } = await upgradeOldStore(FOLDER_OF_BIG);
  const base = { baseName: 'of it backup and its check', base: backupMs, unit: 'ms' as const };
  return { name: `upgrade of an old store of ${STORED} orders`, value: wholeMs, ...base };
}

async function inOpenStores(): Promise<Ratio[]> {
  const cold = await firstLoads(await openBigStores());
  const { ratios: searches, stores } = await benchSearches(cold.stores);
  let turn = 0;
  const save: Work = (store) => store.write((tx) => tx.saveOrder(bigOrder(STORED - 1 - (turn++ % 50), true)));
  try {
    return [
      cold.ratio,
      await compared('board load', loadBoard, stores),
      ...searches,
      await compared(
        'counts of a filter by words',
        ({ read: { laneCounts } }) => laneCounts(START_MS, VIEWS[8]),
        stores,
      ),
      await compared('ten views counted', countViews, stores),
      await compared('ids of all cards', ({ read: { cardIds } }) => cardIds(queryOf({}), 20_000), stores),
      await compared('what could be filtered by', ({ read: { facets } }) => facets(), stores),
      await compared('one order saved', save, stores),
    ];
  } finally {
    await stores.close();
  }
}

/** Half a million orders stored with ten thousand open: board, search, filters, a save, and how such a file is upgraded. */
export async function benchBigStore(): Promise<Ratio[]> {
  return [...(await inOpenStores()), await upgrade()];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) (await benchBigStore()).forEach(printRatio);
