import type { CardRow, LaneCount } from '../../app/ports/store-board.ts';
import type { Reads } from '../../app/ports/store.ts';
import { CHECK_CODES } from '../../core/order/checks.ts';
import { LANES } from '../../core/order/lane.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { PLATFORMS } from '../../core/shared/platform.ts';
import { cardOf } from './card-of.ts';
import type { Connection, SqlRow } from './connection.ts';
import { flag, id, integer, json, nullable, object, oneOf, record, text, truth } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto, type Columns } from './sql-text.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

type CardColumns = Omit<CardRow, 'check'> & { readonly worstCheck: CardRow['check'] };

const toCardColumns = rowMapper<CardColumns>('card', 'order_id', {
  orderId: id(),
  shopId: id(),
  platform: oneOf(PLATFORMS),
  lane: nullable(oneOf(LANES)),
  remoteId: text,
  title: text,
  variant: nullable(text),
  sku: text,
  quantity: integer,
  lineCount: integer,
  country: nullable(text),
  service: nullable(text),
  stage: text,
  rawStatus: text,
  dueAtMs: nullable(integer),
  sinceMs: nullable(integer),
  hasBuyerNote: flag,
  hasLabel: flag,
  isLabelled: flag,
  trackingNumber: nullable(text),
  worstCheck: json(nullable(object({ code: oneOf(CHECK_CODES), blocking: truth, params: record(text) }))),
  checkCount: integer,
  holdReason: nullable(text),
  caseKind: nullable(text),
});

/** Maps a row of the card table ("check" is a word of SQL, so its column has another name). */
export function toCard(row: SqlRow): CardRow {
  const { worstCheck, ...card } = toCardColumns(row);
  return { ...card, check: worstCheck };
}

const CARD_COLUMNS = [
  'row_id',
  'order_id',
  'shop_id',
  'platform',
  'lane',
  'remote_id',
  'title',
  'variant',
  'sku',
  'quantity',
  'line_count',
  'country',
  'service',
  'stage',
  'raw_status',
  'due_at_ms',
  'since_ms',
  'has_buyer_note',
  'has_label',
  'is_labelled',
  'tracking_number',
  'worst_check',
  'check_count',
  'hold_reason',
  'case_kind',
  'due_sort_ms',
  'placed_at_ms',
] as const;

export const LANE_CARDS = `SELECT * FROM card WHERE lane = ? AND lane IS NOT NULL
  ORDER BY due_sort_ms, placed_at_ms, row_id LIMIT ? OFFSET ?`;
export const LANE_COUNTS = `SELECT lane, count(*) AS count,
  count(*) FILTER (WHERE due_sort_ms < @now) AS overdue,
  count(*) FILTER (WHERE due_sort_ms >= @now AND due_sort_ms < @soon) AS due_soon
  FROM card WHERE lane IS NOT NULL GROUP BY lane`;
const CARD_BY_ID = 'SELECT * FROM card WHERE order_id = ?';
const SAVE_CARD = upsertInto('card', 'row_id', CARD_COLUMNS);

/** Writes the card of an order whose header has this row id. */
export function saveCard(connection: Connection, rowId: number, order: Order): void {
  connection.run(SAVE_CARD, cardColumns(rowId, order));
}

function cardColumns(rowId: number, order: Order): Columns<(typeof CARD_COLUMNS)[number]> {
  const card = cardOf(order);
  return {
    row_id: rowId,
    order_id: card.orderId,
    shop_id: card.shopId,
    platform: card.platform,
    lane: card.lane,
    remote_id: card.remoteId,
    title: card.title,
    variant: card.variant,
    sku: card.sku,
    quantity: card.quantity,
    line_count: card.lineCount,
    country: card.country,
    service: card.service,
    stage: card.stage,
    raw_status: card.rawStatus,
    due_at_ms: card.dueAtMs,
    since_ms: card.sinceMs,
    has_buyer_note: Number(card.hasBuyerNote),
    has_label: Number(card.hasLabel),
    is_labelled: Number(card.isLabelled),
    tracking_number: card.trackingNumber,
    worst_check: JSON.stringify(card.check),
    check_count: card.checkCount,
    hold_reason: card.holdReason,
    case_kind: card.caseKind,
    due_sort_ms: card.dueAtMs ?? Number.MAX_SAFE_INTEGER,
    placed_at_ms: order.facts.placedAtMs,
  };
}

/** Reading of the board. */
export function cardReads(connection: Connection): Pick<Reads, 'laneCounts' | 'cards' | 'cardsById'> {
  return {
    laneCounts: async (nowMs) => {
      const rows = connection.all(LANE_COUNTS, { now: nowMs, soon: nowMs + DAY_MS });
      return LANES.map((lane): LaneCount => {
        const row = rows.find((candidate) => candidate['lane'] === lane);
        const countOf = (column: string) => Number(row?.[column] ?? 0);
        return { lane, count: countOf('count'), overdue: countOf('overdue'), dueSoon: countOf('due_soon') };
      });
    },
    cards: async (lane, offset, limit) => connection.list(toCard, LANE_CARDS, [lane, limit, offset]),
    cardsById: async (ids) =>
      connection.mapRows((orderId: OrderId) => connection.one(toCard, CARD_BY_ID, [orderId]), ids),
  };
}
