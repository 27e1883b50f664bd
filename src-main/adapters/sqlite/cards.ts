import type { CardRow, LaneCount } from '../../app/ports/store-board.ts';
import type { CardQuery, Facet } from '../../app/ports/store-filters.ts';
import type { Reads } from '../../app/ports/store.ts';
import { LANES } from '../../core/order/lane.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { conditionOf, UNLABELLED, type CardCondition } from './card-filter-sql.ts';
import { toCard } from './card-rows.ts';
import type { Connection } from './connection.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_FACETS = 100;

const BOARD_ORDER = 'due_sort_ms, placed_at_ms, row_id';
const CARD_BY_ID = 'SELECT * FROM card WHERE order_id = ?';

/** Cards of a lane in board order; a condition reads the index alone, so that only the cards shown are fetched. */
export function laneCardsSql({ sql }: Pick<CardCondition, 'sql'>): string {
  return `SELECT * FROM card WHERE lane = @lane AND lane IS NOT NULL${sql} ORDER BY ${BOARD_ORDER} LIMIT @limit OFFSET @offset`;
}

export function laneIdsSql({ sql }: Pick<CardCondition, 'sql'>): string {
  return `SELECT order_id FROM card WHERE lane = @lane AND lane IS NOT NULL${sql} ORDER BY ${BOARD_ORDER} LIMIT @limit`;
}

export function laneCountsSql({ sql }: Pick<CardCondition, 'sql'>): string {
  return `SELECT lane, count(*) AS count,
    count(*) FILTER (WHERE due_sort_ms < @now) AS overdue,
    count(*) FILTER (WHERE due_sort_ms >= @now AND due_sort_ms < @soon) AS due_soon
    FROM card WHERE lane IS NOT NULL${sql} GROUP BY lane`;
}

export function facetSql(column: 'country' | 'service'): string {
  return `SELECT ${column} AS value, count(*) AS count FROM card WHERE lane IS NOT NULL AND ${column} IS NOT NULL
    GROUP BY ${column} ORDER BY count DESC, value LIMIT ${MOST_FACETS}`;
}

export const SIBLINGS = `SELECT card.* FROM json_each(@keys) CROSS JOIN card ON card.buyer_key = json_each.value
  WHERE card.lane IN ${UNLABELLED} ORDER BY card.due_sort_ms, card.placed_at_ms, card.row_id`;
export const COMPANIONS = `SELECT ships_with, order_id FROM json_each(@leads) CROSS JOIN card ON ships_with = value
  ORDER BY placed_at_ms, row_id`;

type CardReads = Pick<Reads, 'laneCounts' | 'cards' | 'cardsById' | 'cardIds' | 'facets' | 'siblings' | 'companions'>;

/** Reading of the board. */
export function cardReads(connection: Connection): CardReads {
  return {
    laneCounts: async (nowMs, query) => laneCounts(connection, nowMs, query),
    cards: async (lane, offset, limit, query) => {
      const condition = conditionOf(query);
      return connection.list(toCard, laneCardsSql(condition), { ...condition.params, lane, offset, limit });
    },
    cardsById: async (ids) =>
      connection.mapRows((orderId: OrderId) => connection.one(toCard, CARD_BY_ID, [orderId]), ids),
    cardIds: async (query, limit) => {
      const counts = laneCounts(connection, query.nowMs, query);
      return {
        ids: idsOf(connection, query, limit),
        total: counts.reduce((sum, { count }) => sum + count, 0),
      };
    },
    facets: async () => ({ countries: facet(connection, 'country'), services: facet(connection, 'service') }),
    siblings: async (buyerKeys) => {
      const cards = connection.list(toCard, SIBLINGS, { keys: JSON.stringify([...new Set(buyerKeys)]) });
      return grouped(cards, (card: CardRow) => card.buyerKey ?? '');
    },
    companions: async (leads) => {
      const rows = connection.all(COMPANIONS, { leads: JSON.stringify([...new Set(leads)]) });
      const pairs = rows.map((row) => ({ lead: String(row['ships_with']), id: String(row['order_id']) as OrderId }));
      const byLead = grouped(pairs, ({ lead }) => lead as OrderId);
      return new Map([...byLead].map(([lead, members]) => [lead, members.map(({ id }) => id)]));
    },
  };
}

function laneCounts(connection: Connection, nowMs: number, query?: CardQuery): LaneCount[] {
  const { sql, params } = conditionOf(query);
  const rows = connection.all(laneCountsSql({ sql }), { ...params, now: nowMs, soon: nowMs + DAY_MS });
  return LANES.map((lane): LaneCount => {
    const row = rows.find((candidate) => candidate['lane'] === lane);
    const countOf = (column: string) => Number(row?.[column] ?? 0);
    return { lane, count: countOf('count'), overdue: countOf('overdue'), dueSoon: countOf('due_soon') };
  });
}

function idsOf(connection: Connection, query: CardQuery, limit: number): OrderId[] {
  const { sql, params } = conditionOf(query);
  const ids: OrderId[] = [];
  for (const lane of LANES) {
    const rows = connection.all(laneIdsSql({ sql }), { ...params, lane, limit: limit - ids.length });
    for (const row of rows) ids.push(String(row['order_id']) as OrderId);
  }
  return ids;
}

function facet(connection: Connection, column: 'country' | 'service'): Facet[] {
  return connection.all(facetSql(column)).map((row) => ({ value: String(row['value']), count: Number(row['count']) }));
}

function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
