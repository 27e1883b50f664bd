import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CASE_BY_REMOTE,
  caseCondition,
  casesSql,
  UNLINKED_CASES,
} from '../../../src-main/adapters/sqlite/after-sales.ts';
import { conditionOf } from '../../../src-main/adapters/sqlite/card-filter-sql.ts';
import {
  COMPANIONS,
  facetSql,
  laneCardsSql,
  laneCountsSql,
  laneIdsSql,
  SIBLINGS,
} from '../../../src-main/adapters/sqlite/cards.ts';
import { openDatabase } from '../../../src-main/adapters/sqlite/database-file.ts';
import { ENTRIES_OF_COMMAND, ENTRIES_OF_ORDER } from '../../../src-main/adapters/sqlite/journal.ts';
import { LATEST_LABEL } from '../../../src-main/adapters/sqlite/labels.ts';
import { BY_REMOTE, OPEN_REMOTE_IDS } from '../../../src-main/adapters/sqlite/order-reader.ts';
import {
  DUE_OF_SHOP,
  EFFECTS_IN_STATE,
  NEXT_OF_SHOP,
  WAITING_OF_SHOP,
} from '../../../src-main/adapters/sqlite/outbox.ts';
import { LATEST_PAYLOAD, PRUNE_PAYLOADS } from '../../../src-main/adapters/sqlite/payloads.ts';
import { BATCHES_IN_STATES, BATCHES_SINCE } from '../../../src-main/adapters/sqlite/print-batches.ts';
import { JOBS_IN_STATES, JOBS_OF_BATCH, RECENT_JOBS } from '../../../src-main/adapters/sqlite/print-jobs.ts';
import {
  BOARD_CARDS_BY_WORDS,
  boardCardsByNamesSql,
  CARDS_BY_CASE,
  CARDS_BY_CODE,
  CARDS_BY_WORDS,
} from '../../../src-main/adapters/sqlite/search.ts';
import { SLIP_PRINTS_SINCE } from '../../../src-main/adapters/sqlite/slip-prints.ts';
import { ORDERS_WITH_TAG, TAG_COUNTS } from '../../../src-main/adapters/sqlite/tags.ts';
import { CARD_SIGNS, NO_FILTER, type CardFilter } from '../../../src-main/core/order/card-filter.ts';
import { orderIdOf, SHOP_ID, START_MS } from './sample-orders.ts';
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

/** Steps of the plan of a statement whose parameters are all unknown. */
function planOf(sql: string): string[] {
  const named = sql.match(/@\w+/g) ?? [];
  const params =
    named.length > 0
      ? [Object.fromEntries(named.map((name) => [name.slice(1), 0]))]
      : (sql.match(/\?/g) ?? []).map(() => 0);
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[];
  return rows.map((row) => row.detail);
}

describe('the plan of', () => {
  it.each([
    ['a lane', laneCardsSql({ sql: '' }), ['SEARCH card USING INDEX card_lane (lane=?)']],
    ['the lane counts', laneCountsSql({ sql: '' }), ['SEARCH card USING COVERING INDEX card_lane (lane>?)']],
    ['the tag counts', TAG_COUNTS, ['SCAN card_tag USING COVERING INDEX card_tag_open']],
    [
      'the orders of a tag',
      ORDERS_WITH_TAG,
      ['SEARCH card_tag USING PRIMARY KEY (tag_id=?)', 'SEARCH card USING INTEGER PRIMARY KEY (rowid=?)'],
    ],
    ['the open orders of a shop', OPEN_REMOTE_IDS, ['SEARCH card USING COVERING INDEX card_open (shop_id=?)']],
    [
      'an order by remote id',
      BY_REMOTE,
      ['SEARCH order_header USING INDEX sqlite_autoindex_order_header_2 (shop_id=? AND remote_id=?)'],
    ],
    [
      'the due effects',
      DUE_OF_SHOP,
      [
        'SEARCH waiting USING INDEX outbox_due (shop_id=? AND due_at_ms<?)',
        'CORRELATED SCALAR SUBQUERY 1',
        'SEARCH front USING COVERING INDEX outbox_front (order_id=? AND sequence<?)',
      ],
    ],
    [
      'the next effect',
      NEXT_OF_SHOP,
      [
        'SEARCH waiting USING INDEX outbox_due (shop_id=?)',
        'CORRELATED SCALAR SUBQUERY 1',
        'SEARCH front USING COVERING INDEX outbox_front (order_id=? AND sequence<?)',
      ],
    ],
    ['effects in a state', EFFECTS_IN_STATE, ['SEARCH outbox USING INDEX outbox_state (state=?)']],
    ['the waiting effects of a shop', WAITING_OF_SHOP, ['SEARCH outbox USING INDEX outbox_due (shop_id=?)']],
    ['the journal of an order', ENTRIES_OF_ORDER, ['SEARCH order_event USING INDEX order_event_order (order_id=?)']],
    [
      'the journal of a command',
      ENTRIES_OF_COMMAND,
      ['SEARCH order_event USING INDEX order_event_command (command_id=?)'],
    ],
    ['the latest label', LATEST_LABEL, ['SEARCH label_document USING INDEX label_document_order (order_id=?)']],
    ['the batches of a day', BATCHES_SINCE, ['SEARCH print_batch USING INDEX print_batch_age (created_at_ms>?)']],
    ['the slips of a day', SLIP_PRINTS_SINCE, ['SEARCH slip_print USING INDEX slip_print_age (at_ms>?)']],
    ['the recent print jobs', RECENT_JOBS, ['SCAN print_job USING INDEX print_job_age']],
    [
      'the latest payload',
      LATEST_PAYLOAD,
      ['SEARCH raw_payload USING INDEX sqlite_autoindex_raw_payload_1 (order_id=?)'],
    ],
    ['pruning', PRUNE_PAYLOADS, ['SEARCH raw_payload USING COVERING INDEX raw_payload_age (at_ms<?)']],
  ])('%s is found by an index, without a sort', (_name, sql, expected) => {
    expect(planOf(sql)).toEqual(expected);
  });

  const anyOf = (filter: Partial<CardFilter>) =>
    conditionOf({ filter: { ...NO_FILTER, ...filter }, nowMs: START_MS, dayEndsMs: START_MS });
  it.each<[string, Partial<CardFilter>]>([
    ['lists', { platforms: ['ozon'], shopIds: ['a', 'b'], countries: ['RU'], services: ['x'] }],
    ['size and signs', { size: 'single', signs: CARD_SIGNS }],
    ['what stops it', { stoppedBy: 'address-broken' }],
    ['why it is held', { heldFor: 'price' }],
    ['the product it waits for', { waitsFor: 'MUG-1' }],
    ['tags', { tagIds: ['a', 'b'] }],
    ['words', { text: '红色 mug' }],
    ['all at once', { platforms: ['ozon'], tagIds: ['a'], text: '红', due: 'tomorrow', signs: CARD_SIGNS }],
  ])('a filter by %s reads the index alone, and picks cards without a sort', (_name, filter) => {
    const condition = anyOf(filter);
    const counts = planOf(laneCountsSql(condition));
    expect(counts[0]).toMatch(/^SEARCH card USING COVERING INDEX card_lane \(lane[=>]/);
    for (const sql of [laneCardsSql(condition), laneIdsSql(condition)]) {
      const plan = planOf(sql);
      expect(plan[0]).toMatch(/^SEARCH card USING INDEX card_lane \(lane=\?/);
      expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
      expect(plan.filter((step) => /^SCAN (?!json_each|board_search|product)/.test(step))).toEqual([]);
    }
  });

  it.each(['late', 'today', 'tomorrow', 'week', 'none'] as const)('cards due %s are a stretch of the index', (due) => {
    expect(planOf(laneCardsSql(anyOf({ due })))).toEqual([
      expect.stringMatching(/^SEARCH card USING INDEX card_lane \(lane=\? AND due_sort_ms/),
    ]);
  });

  it('facets, siblings and companions come from indexes', () => {
    expect(planOf(facetSql('country'))[0]).toBe('SEARCH card USING COVERING INDEX card_lane (lane>?)');
    expect(planOf(facetSql('service'))[0]).toBe('SEARCH card USING COVERING INDEX card_lane (lane>?)');
    expect(planOf(SIBLINGS)).toContain('SEARCH card USING INDEX card_buyer (buyer_key=? AND lane=?)');
    expect(planOf(COMPANIONS)).toContain('SEARCH card USING COVERING INDEX card_ships_with (ships_with=?)');
  });

  it.each([
    ['open ones', { orderId: null, shopId: null, isOpenOnly: true }, 'SCAN after_sale USING INDEX after_sale_open'],
    ['all', { orderId: null, shopId: null, isOpenOnly: false }, 'SCAN after_sale USING INDEX after_sale_due'],
    [
      'open ones of a shop',
      { orderId: null, shopId: SHOP_ID, isOpenOnly: true },
      'SEARCH after_sale USING INDEX after_sale_shop (shop_id=?)',
    ],
    [
      'all of a shop',
      { orderId: null, shopId: SHOP_ID, isOpenOnly: false },
      'SEARCH after_sale USING INDEX after_sale_shop (shop_id=?)',
    ],
    [
      'those of an order',
      { orderId: orderIdOf(1), shopId: null, isOpenOnly: false },
      'SEARCH after_sale USING INDEX after_sale_order (order_id=?)',
    ],
  ])('cases, %s, come in order by an index', (_name, filter, plan) => {
    expect(planOf(casesSql(caseCondition(filter)))).toEqual([plan]);
  });

  it('a case, those without an order, and a number of a case are looked up', () => {
    expect(planOf(CASE_BY_REMOTE)[0]).toMatch(/^SEARCH after_sale USING INDEX sqlite_autoindex_after_sale_2 \(shop_id/);
    expect(planOf(UNLINKED_CASES)[0]).toBe('SEARCH after_sale USING INDEX after_sale_unlinked (shop_id=?)');
    const plan = planOf(CARDS_BY_CASE);
    expect(plan).toContain('SEARCH after_sale USING INDEX after_sale_code (code=?)');
    expect(plan).toContain('SEARCH after_sale USING INDEX after_sale_tracking (tracking_code=?)');
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });

  it('a search walks the word index backwards and sorts nothing', () => {
    for (const [index, sql] of [
      ['order_search', CARDS_BY_WORDS],
      ['board_search', BOARD_CARDS_BY_WORDS],
    ] as const) {
      expect(planOf(sql)).toEqual([
        // 192: ordered by row id, descending (fts5_main.c, FTS5_BI_ORDER_ROWID and FTS5_BI_ORDER_DESC).
        expect.stringMatching(new RegExp(`^SCAN ${index} VIRTUAL TABLE INDEX 192:M`)),
        'SEARCH card USING INTEGER PRIMARY KEY (rowid=?)',
      ]);
    }
  });

  it('a search by names of products reads the index of the board, and the catalogue', () => {
    const plan = planOf(boardCardsByNamesSql(anyOf({ text: '红色 mug' })));
    expect(plan[0]).toBe('SEARCH card USING INTEGER PRIMARY KEY (rowid=?)');
    expect(plan).toContain('SEARCH card USING COVERING INDEX card_lane (lane>?)');
    expect(plan.filter((step) => step.startsWith('SCAN card'))).toEqual([]);
  });

  it('a scanned code looks the code up', () => {
    expect(planOf(CARDS_BY_CODE).slice(0, 2)).toEqual([
      'SEARCH order_code USING PRIMARY KEY (code=?)',
      'SEARCH card USING INTEGER PRIMARY KEY (rowid=?)',
    ]);
  });

  it('jobs in some states looks the states up', () => {
    expect(planOf(JOBS_IN_STATES)).toContain('SEARCH print_job USING INDEX print_job_state (state=?)');
    expect(planOf(BATCHES_IN_STATES)).toContain('SEARCH print_batch USING INDEX print_batch_state (state=?)');
    expect(planOf(JOBS_OF_BATCH)).toContain('SEARCH print_job USING INDEX print_job_batch (batch_id=?)');
  });
});

describe('the cascade from a shop', () => {
  it('finds the rows of every table that refers to another by an index', () => {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
    const references = tables.flatMap((table) =>
      (database.pragma(`foreign_key_list(${table})`) as { from: string }[]).map(({ from }) => ({ table, from })),
    );
    expect(references.length).toBeGreaterThan(12);
    for (const { table, from } of references) {
      const [plan] = planOf(`SELECT 1 FROM ${table} WHERE ${from} = ?`);
      expect(plan, `${table}.${from}`).toMatch(/^SEARCH .* USING/);
    }
  });
});
