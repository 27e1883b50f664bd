/** Searches in half a million orders, each asked for the first time: no page of the file has been decrypted yet. */
import type { SqliteStore } from '../../src-main/adapters/sqlite/open-store.ts';
import type { CardQuery } from '../../src-main/app/ports/store-filters.ts';
import { NO_FILTER, type CardFilter } from '../../src-main/core/order/card-filter.ts';
import { LANES } from '../../src-main/core/order/lane.ts';
import { START_MS } from '../integration/sqlite/sample-orders.ts';
import { showCards } from './big-cards.ts';
import { bigOrder } from './big-orders.ts';
import { STORED, type BigStores } from './big-stores.ts';
import { quantile, type Ratio } from './figures.ts';

const HITS = 50;
const PAGE = 60;
const ROUNDS = 6;
const ASKED_MS = 30;
const DAY_MS = 24 * 3_600_000;

/** What a filter means at the time of these orders. */
export const queryOf = (change: Partial<CardFilter>): CardQuery => ({
  filter: { ...NO_FILTER, ...change },
  nowMs: START_MS,
  dayEndsMs: START_MS + DAY_MS / 3,
});

const SAMPLE = bigOrder(123_456, false);
const TRACKING = SAMPLE.work.parcels[0]?.trackingNumber ?? '';
/** One character of nearly all orders, common and rare words, beginnings, tails, numbers, people, notes, nonsense. */
const QUESTIONS = [
  [
    '色',
    '手',
    '号',
    '贺',
    '케',
    '红色',
    '手机壳',
    '蓝牙耳机',
    '大号',
    '케이스',
    '双层气泡膜',
    '请尽快',
    '旧',
    '旧款',
    '号色',
  ],
  [
    'iphone',
    'wireless',
    'waterpr',
    'беспров',
    'для',
    'кружка',
    'leave door',
    'петров',
    'alexand',
    '欧阳',
    'garcia',
    'vint',
  ],
  [
    '1234',
    '12',
    '56789',
    '5678',
    'LP00',
    '1Z999AA',
    '30312',
    '4127',
    '412701',
    'MUG',
    'MUG-RED',
    'case-blk-2',
    'SOCK-WHT-43',
  ],
  [SAMPLE.facts.remoteOrderNumber, SAMPLE.facts.remoteOrderNumber.slice(-5), TRACKING, TRACKING.slice(-6)],
  ['红色 iphone 1234', '杯 петров', '手机壳 蓝色 大号', 'zzzzqq', '壳杯', '9999999999999', '杯耳 zz', '号 色 壳 杯 大'],
].flat();
/** The same with what else a seller has set. */
const FILTERS: readonly Partial<CardFilter>[] = [
  { due: 'week', platforms: ['ozon', 'coupang'] },
  { lanes: ['new', 'to-ship'], size: 'multi' },
  { countries: ['RU', 'US'], signs: ['same-buyer'] },
];

interface Taken {
  readonly question: string;
  readonly ms: number;
}

async function took(question: string, work: () => Promise<unknown>): Promise<Taken> {
  const startedMs = performance.now();
  await work();
  return { question, ms: performance.now() - startedMs };
}

async function found(store: SqliteStore, question: string): Promise<void> {
  const hits = await store.read.search(question, HITS);
  await showCards(
    store,
    hits.map((hit) => hit.card),
  );
}

/** The counts, which are one question of the window, and the first page of a lane, which is another. */
async function narrowed(store: SqliteStore, question: string, turn: number): Promise<Taken[]> {
  const query = queryOf({ ...FILTERS[turn % FILTERS.length], text: question });
  const lane = LANES[turn % LANES.length] ?? 'new';
  return [
    await took(question, () => store.read.laneCounts(START_MS, query)),
    await took(question, async () => showCards(store, await store.read.cards(lane, 0, PAGE, query))),
  ];
}

function ratiosOf(name: string, taken: readonly Taken[]): Ratio[] {
  const slowest = taken.toSorted((left, right) => right.ms - left.ms)[0];
  const note = `${QUESTIONS.length} questions, slowest ${slowest?.ms.toFixed(0) ?? ''} ms: ${slowest?.question ?? ''}`;
  const times = taken.map(({ ms }) => ms);
  return [0.5, 0.95].map((share) => ({
    name: `${name} in ${STORED} orders, p${share * 100}`,
    unit: 'ms',
    value: quantile(times, share),
    baseName: 'asked for',
    base: ASKED_MS,
    note,
  }));
}

/** Opens the stores anew each round, and answers those that are open at the end. */
export async function benchSearches(stores: BigStores): Promise<{ ratios: Ratio[]; stores: BigStores }> {
  const free: Taken[] = [];
  const filtered: Taken[] = [];
  let opened = stores;
  for (let round = 0; round < ROUNDS; round += 1) {
    opened = await opened.reopened();
    for (const question of QUESTIONS) free.push(await took(question, () => found(opened.big, question)));
    opened = await opened.reopened();
    for (const [turn, question] of QUESTIONS.entries()) filtered.push(...(await narrowed(opened.big, question, turn)));
  }
  return { ratios: [...ratiosOf('search', free), ...ratiosOf('board by words and filters', filtered)], stores: opened };
}
