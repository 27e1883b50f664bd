import type {
  CardClock,
  DueGroup,
  LeavingCounts,
  LooseReport,
  NewOrders,
  StuckCards,
  TodayReads,
} from '../../app/ports/store-today.ts';
import { AFTER_SALE_KINDS } from '../../core/case/after-sale.ts';
import { DEADLINE_KINDS } from '../../core/deadline/deadline.ts';
import { CHECK_CODES } from '../../core/order/checks.ts';
import { DESK_LANES, LANES } from '../../core/order/lane.ts';
import { HOLD_REASONS } from '../../core/order/work.ts';
import { PLATFORMS } from '../../core/shared/platform.ts';
import type { Connection } from './connection.ts';
import { id, integer, nullable, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { sqlList } from './sql-text.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DESK = sqlList(DESK_LANES);

export const LEAVING_COUNTS = `SELECT count(*) FILTER (WHERE due_sort_ms < @now) AS late,
  count(*) FILTER (WHERE due_sort_ms < @dayEnds) AS today,
  count(*) FILTER (WHERE due_sort_ms >= @dayEnds) AS tomorrow
  FROM card WHERE lane IN ${DESK} AND due_sort_ms < @tomorrowEnds`;

/** The plus keeps the planner from going through all cards of the shop. */
export const DUE_GROUPS = `SELECT *, (SELECT due_kind FROM card AS first
    WHERE first.lane IN ${DESK} AND first.due_sort_ms = at_ms AND +first.shop_id = due.shop_id LIMIT 1) AS kind
  FROM (
    SELECT shop_id, platform, min(due_sort_ms) AS at_ms, max(due_sort_ms) AS last_ms,
      count(*) AS count, count(*) FILTER (WHERE lane = 'labelled') AS labelled
    FROM card WHERE lane IN ${DESK} AND due_sort_ms < @until
    GROUP BY shop_id, CASE WHEN due_sort_ms < @now THEN -1 ELSE due_sort_ms / 3600000 END
    ORDER BY at_ms, shop_id LIMIT @limit
  ) AS due`;

export const NEW_ORDERS = `SELECT shop_id, platform, count(*) AS count,
  count(*) FILTER (WHERE quantity = 1) AS singles, count(*) FILTER (WHERE has_buyer_note = 1) AS with_note
  FROM card WHERE lane = 'new' AND lane IS NOT NULL GROUP BY shop_id ORDER BY count DESC, shop_id`;

export const STUCK_CARDS = `SELECT hold_reason AS hold,
  CASE WHEN hold_reason IS NULL THEN worst_check ->> 'code' END AS "check",
  count(*) AS count, min(placed_at_ms) AS oldest_ms
  FROM card WHERE lane = 'problem' AND lane IS NOT NULL GROUP BY 1, 2 ORDER BY count DESC, oldest_ms`;

/** An order of several parcels is on the desk until the last one has gone. */
export const LEFT_DESK = `SELECT count(*) AS count
  FROM (SELECT DISTINCT order_row FROM parcel INDEXED BY parcel_handed_over WHERE handed_over_at_ms >= @since) AS gone
  CROSS JOIN card ON card.row_id = gone.order_row WHERE coalesce(card.lane, '') NOT IN ${DESK}`;

export const GAVE_UP_COUNT = "SELECT count(*) AS count FROM outbox WHERE state = 'gave-up'";

export const CLOCKS_UNTIL = `SELECT order_id, platform, lane, placed_at_ms, due_sort_ms AS due_at_ms, due_kind FROM card
  WHERE lane IN ${sqlList([...DESK_LANES, 'after-sales'])} AND due_sort_ms < ? ORDER BY due_sort_ms`;

const LOOSE = `after_sale WHERE stage <> 'closed' AND stage = 'wait-seller' AND NOT EXISTS
  (SELECT 1 FROM order_case WHERE order_case.after_sale_id = after_sale.id AND is_open = 1)`;
export const LOOSE_REPORT_COUNT = `SELECT count(*) AS count FROM ${LOOSE}`;
export const LOOSE_REPORTS = `SELECT id, order_id, kind, remote_id, platform, opened_at_ms, due_at_ms FROM ${LOOSE}
  AND due_sort_ms < ? ORDER BY due_sort_ms, updated_at_ms DESC, row_id DESC LIMIT ?`;

const toLeaving = rowMapper<LeavingCounts>('card', 'late', { late: integer, today: integer, tomorrow: integer });
const toGroup = rowMapper<DueGroup>('card', 'shop_id', {
  shopId: id(),
  platform: oneOf(PLATFORMS),
  kind: oneOf(DEADLINE_KINDS),
  atMs: integer,
  lastMs: integer,
  count: integer,
  labelled: integer,
});
const toNew = rowMapper<NewOrders>('card', 'shop_id', {
  shopId: id(),
  platform: oneOf(PLATFORMS),
  count: integer,
  singles: integer,
  withNote: integer,
});
const toStuck = rowMapper<StuckCards>('card', 'check', {
  check: nullable(oneOf(CHECK_CODES)),
  hold: nullable(oneOf(HOLD_REASONS)),
  count: integer,
  oldestMs: integer,
});
const toClock = rowMapper<CardClock>('card', 'order_id', {
  orderId: id(),
  platform: oneOf(PLATFORMS),
  lane: oneOf(LANES),
  placedAtMs: integer,
  dueAtMs: integer,
  dueKind: oneOf(DEADLINE_KINDS),
});
const toReport = rowMapper<LooseReport>('after_sale', 'id', {
  id: id(),
  orderId: nullable(id()),
  kind: oneOf(AFTER_SALE_KINDS),
  remoteId: text,
  platform: oneOf(PLATFORMS),
  openedAtMs: integer,
  dueAtMs: integer,
});

/** Counts for the start screen, the tray and the alarms. */
export function todayReads(connection: Connection): TodayReads {
  const countOf = (sql: string, params: Readonly<Record<string, number>> = {}): number =>
    Number(connection.get(sql, params)?.['count']);
  return {
    leavingCounts: async (nowMs, dayEndsMs) => {
      const times = { now: nowMs, dayEnds: dayEndsMs, tomorrowEnds: dayEndsMs + DAY_MS };
      return connection.one(toLeaving, LEAVING_COUNTS, times) ?? { late: 0, today: 0, tomorrow: 0 };
    },
    dueGroups: async (nowMs, untilMs, limit) =>
      connection.list(toGroup, DUE_GROUPS, { now: nowMs, until: untilMs, limit }),
    newOrders: async () => connection.list(toNew, NEW_ORDERS),
    stuckCards: async () => connection.list(toStuck, STUCK_CARDS),
    leftDeskSince: async (sinceMs) => countOf(LEFT_DESK, { since: sinceMs }),
    gaveUpCount: async () => countOf(GAVE_UP_COUNT),
    clocksUntil: async (untilMs) => connection.list(toClock, CLOCKS_UNTIL, [untilMs]),
    looseReportCount: async () => countOf(LOOSE_REPORT_COUNT),
    looseReports: async (untilMs, limit) => connection.list(toReport, LOOSE_REPORTS, [untilMs, limit]),
  };
}
