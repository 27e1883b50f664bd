import type { CardRow } from '../../app/ports/store-board.ts';
import { DEADLINE_KINDS } from '../../core/deadline/deadline.ts';
import { CHECK_CODES } from '../../core/order/checks.ts';
import { LANES } from '../../core/order/lane.ts';
import type { Order } from '../../core/order/order.ts';
import { PLATFORMS } from '../../core/shared/platform.ts';
import { cardOf } from './card-of.ts';
import { saveCardTags } from './card-tags.ts';
import type { Connection, SqlRow } from './connection.ts';
import { flag, id, integer, json, list, nullable, object, oneOf, record, text, truth } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { NO_DUE_MS, upsertInto, type Columns } from './sql-text.ts';

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
  dueKind: nullable(oneOf(DEADLINE_KINDS)),
  sinceMs: nullable(integer),
  hasBuyerNote: flag,
  hasLabel: flag,
  isLabelled: flag,
  trackingNumber: nullable(text),
  worstCheck: json(nullable(object({ code: oneOf(CHECK_CODES), blocking: truth, params: record(text) }))),
  checkCount: integer,
  tagIds: json(list(id())),
  buyerKey: nullable(text),
  shipsWith: nullable(id()),
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
  'due_kind',
  'since_ms',
  'has_buyer_note',
  'has_label',
  'is_labelled',
  'tracking_number',
  'worst_check',
  'stopped_by',
  'check_count',
  'tag_ids',
  'buyer_key',
  'ships_with',
  'hold_reason',
  'case_kind',
  'due_sort_ms',
  'placed_at_ms',
] as const;
const SAVE_CARD = upsertInto('card', 'row_id', CARD_COLUMNS);

/** Writes the card, with its tags, of an order whose header has this row id; answers the card. */
export function saveCard(connection: Connection, rowId: number, order: Order): CardRow {
  const card = cardOf(order);
  connection.run(SAVE_CARD, cardColumns(rowId, card, order.facts.placedAtMs));
  saveCardTags(connection, rowId, card);
  return card;
}

function cardColumns(rowId: number, card: CardRow, placedAtMs: number): Columns<(typeof CARD_COLUMNS)[number]> {
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
    due_kind: card.dueKind,
    since_ms: card.sinceMs,
    has_buyer_note: Number(card.hasBuyerNote),
    has_label: Number(card.hasLabel),
    is_labelled: Number(card.isLabelled),
    tracking_number: card.trackingNumber,
    worst_check: JSON.stringify(card.check),
    stopped_by: card.check?.blocking === true ? card.check.code : null,
    check_count: card.checkCount,
    tag_ids: JSON.stringify(card.tagIds),
    buyer_key: card.buyerKey,
    ships_with: card.shipsWith,
    hold_reason: card.holdReason,
    case_kind: card.caseKind,
    due_sort_ms: card.dueAtMs ?? NO_DUE_MS,
    placed_at_ms: placedAtMs,
  };
}
