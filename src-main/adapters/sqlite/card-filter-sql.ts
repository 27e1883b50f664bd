import type { CardQuery } from '../../app/ports/store-filters.ts';
import type { CardSign, DueFilter, DueSpan } from '../../core/order/card-filter.ts';
import type { CheckCode } from '../../core/order/checks.ts';
import { UNLABELLED_LANES } from '../../core/order/lane.ts';
import { normaliseCode } from './codes-of.ts';
import { articlesCalled } from './product-names.ts';
import { piecesOf } from './search-query.ts';
import { NO_DUE_MS, sqlList } from './sql-text.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Lanes whose goods can still go into one parcel. */
export const UNLABELLED = sqlList(UNLABELLED_LANES);

/** A WHERE clause over the card table, and the values of its named parameters. */
export interface CardCondition {
  /** Begins with AND; empty when nothing is asked. */
  readonly sql: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

const NONE: CardCondition = { sql: '', params: {} };

/**
 * What a filter means, in SQL. Lists come as JSON, so that a filter with the same fields has the same text, and the
 * statement is prepared once. Every column asked for is in the index card_lane; a plus before a column keeps SQLite from
 * leaving that index for another one, and so from sorting.
 */
export function conditionOf(query: CardQuery | undefined): CardCondition {
  if (query === undefined) return NONE;
  const { filter } = query;
  const conditions = [
    oneOf('platform', 'platforms', filter.platforms),
    oneOf('shop_id', 'shopIds', filter.shopIds),
    oneOf('lane', 'lanes', filter.lanes),
    oneOf('country', 'countries', filter.countries),
    oneOf('service', 'services', filter.services),
    tagged(filter.tagIds),
    filter.due === null ? NONE : dueOf(filter.due, query),
    filter.dueSpan === undefined ? NONE : dueIn(filter.dueSpan),
    filter.stoppedBy === undefined ? NONE : stoppedBy(filter.stoppedBy),
    filter.heldFor === undefined ? NONE : { sql: ' AND hold_reason = @heldFor', params: { heldFor: filter.heldFor } },
    filter.waitsFor === undefined ? NONE : waitsFor(filter.waitsFor),
    filter.size === null ? NONE : { sql: ` AND quantity ${filter.size === 'single' ? '= 1' : '> 1'}`, params: {} },
    ...filter.signs.map((sign) => ({ sql: ` AND ${SIGNS[sign]}`, params: {} })),
    foundBy(filter.text),
  ];
  return {
    sql: conditions.map(({ sql }) => sql).join(''),
    params: Object.assign({}, ...conditions.map(({ params }) => params)) as CardCondition['params'],
  };
}

function oneOf(column: string, name: string, values: readonly string[]): CardCondition {
  if (values.length === 0) return NONE;
  return {
    sql: ` AND +${column} IN (SELECT value FROM json_each(@${name}))`,
    params: { [name]: JSON.stringify(values) },
  };
}

function tagged(tagIds: readonly string[]): CardCondition {
  if (tagIds.length === 0) return NONE;
  const rows = `SELECT order_row FROM json_each(@tagIds) CROSS JOIN card_tag ON tag_id = value WHERE is_open = 1`;
  return { sql: ` AND +row_id IN (${rows})`, params: { tagIds: JSON.stringify(tagIds) } };
}

/** Every time is a bound of due_sort_ms, by which the index is sorted. */
function dueOf(due: DueFilter, { nowMs, dayEndsMs }: CardQuery): CardCondition {
  switch (due) {
    case 'late':
      return { sql: ' AND due_sort_ms < @dueTo', params: { dueTo: nowMs } };
    case 'today':
      return { sql: ' AND due_sort_ms < @dueTo', params: { dueTo: dayEndsMs } };
    case 'tomorrow':
      return {
        sql: ' AND due_sort_ms >= @dueFrom AND due_sort_ms < @dueTo',
        params: { dueFrom: dayEndsMs, dueTo: dayEndsMs + DAY_MS },
      };
    case 'week':
      return { sql: ' AND due_sort_ms < @dueTo', params: { dueTo: dayEndsMs + 6 * DAY_MS } };
    case 'none':
      return { sql: ' AND due_sort_ms = @noDue', params: { noDue: NO_DUE_MS } };
  }
}

function dueIn({ fromMs, toMs }: DueSpan): CardCondition {
  return {
    sql: ' AND due_sort_ms >= @spanFrom AND due_sort_ms < @spanTo',
    params: { spanFrom: fromMs, spanTo: toMs },
  };
}

/** The seller's own hold says more than a check. */
function stoppedBy(code: CheckCode): CardCondition {
  return { sql: ' AND hold_reason IS NULL AND stopped_by = @stoppedBy', params: { stoppedBy: code } };
}

/** As the stock counts the orders that a product is short for. */
function waitsFor(sku: string): CardCondition {
  const rows = 'SELECT order_row FROM reservation WHERE product = @waitsFor AND missing > 0';
  return { sql: ` AND +row_id IN (${rows})`, params: { waitsFor: sku } };
}

const SIGNS: Readonly<Record<CardSign, string>> = {
  'buyer-note': 'has_buyer_note = 1',
  blocked: 'stopped_by IS NOT NULL',
  held: 'hold_reason IS NOT NULL',
  case: 'case_kind IS NOT NULL',
  'same-buyer': `lane IN ${UNLABELLED} AND EXISTS (SELECT 1 FROM card AS other
    WHERE other.buyer_key = card.buyer_key AND other.lane IN ${UNLABELLED} AND other.row_id <> card.row_id)`,
  'no-tracking': 'tracking_number IS NULL',
};

const OF_CASE = `SELECT named.row_id FROM after_sale JOIN card AS named ON named.order_id = after_sale.order_id
  WHERE after_sale.code = @code OR after_sale.tracking_code = @code`;

/** As the search field takes it: words of the order or names of its first product, or the number of a platform's case. */
export function foundBy(text: string): CardCondition {
  if (text.trim() === '') return NONE;
  const pieces = piecesOf(text);
  if (pieces.length === 0) return { sql: ' AND FALSE', params: {} };
  const isFound = pieces.map((_piece, index) => {
    const words = `SELECT rowid FROM board_search WHERE board_search MATCH @match${index}`;
    return `(+sku IN (${articlesCalled(`@like${index}`)}) OR +row_id IN (${words}))`;
  });
  return {
    sql: ` AND (${isFound.join(' AND ')} OR +row_id IN (${OF_CASE}))`,
    params: {
      code: normaliseCode(text),
      ...Object.fromEntries(
        pieces.flatMap(({ match, like }, index) => [
          [`match${index}`, match],
          [`like${index}`, like],
        ]),
      ),
    },
  };
}
