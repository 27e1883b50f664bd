import { EFFECT_STATES, type EffectRow, type NewEffectRow } from '../../app/ports/store-outbox.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import type { Connection } from './connection.ts';
import { effectJson } from './decode-events.ts';
import { id, integer, nullable, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { insertInto, updateOf, type Columns } from './sql-text.ts';

const toEffect = rowMapper<EffectRow>('outbox', 'id', {
  id: id(),
  shopId: id(),
  orderId: nullable(id()),
  commandId: id(),
  key: text,
  effect: effectJson,
  state: oneOf(EFFECT_STATES),
  sequence: integer,
  attempts: integer,
  createdAtMs: integer,
  dueAtMs: integer,
  startedAtMs: nullable(integer),
  settledAtMs: nullable(integer),
  lastCode: nullable(text),
});

/**
 * Rows of one shop that wait and have no unsettled row of their order in front; a row without an order has none. A row
 * that gave up stands in front as well: what follows it would make no sense before the seller settled it. The words of both conditions are those of
 * the partial indices outbox_due and outbox_front, or SQLite could not use them.
 */
const FIRST_IN_LINE = `FROM outbox AS waiting
  WHERE waiting.shop_id = ? AND waiting.state IN ('queued', 'unconfirmed')
  AND NOT EXISTS (
    SELECT 1 FROM outbox AS front WHERE front.order_id = waiting.order_id AND front.sequence < waiting.sequence
    AND front.state IN ('queued', 'running', 'unconfirmed', 'gave-up'))`;
export const DUE_OF_SHOP = `SELECT waiting.* ${FIRST_IN_LINE} AND waiting.due_at_ms <= ?
  ORDER BY waiting.due_at_ms, waiting.sequence LIMIT ?`;
/** More than one row, since rows that cannot be read are passed over: they must not wake the worker for nothing. */
export const NEXT_OF_SHOP = `SELECT waiting.* ${FIRST_IN_LINE} ORDER BY waiting.due_at_ms LIMIT 10`;
export const EFFECTS_IN_STATE = 'SELECT * FROM outbox WHERE state = ? ORDER BY sequence LIMIT ?';
const EFFECT = 'SELECT * FROM outbox WHERE id = ?';
export const WAITING_OF_SHOP = `SELECT * FROM outbox WHERE shop_id = ? AND state IN ('queued', 'unconfirmed')
  ORDER BY due_at_ms, sequence LIMIT ?`;
const EFFECTS_OF_ORDER = 'SELECT * FROM outbox WHERE order_id = ? ORDER BY sequence';
const EFFECTS_OF_COMMAND = 'SELECT * FROM outbox WHERE command_id = ? ORDER BY sequence';
/** What a shop by file tells its platform leaves with an export. */
const SHOP_IDS = "SELECT id FROM shop WHERE mode = 'api' ORDER BY id";

type OutboxReads = Pick<
  Reads,
  | 'effect'
  | 'dueEffects'
  | 'nextEffectAtMs'
  | 'effectsOfOrder'
  | 'effectsOfCommand'
  | 'effectsInState'
  | 'waitingEffects'
>;

/** Reading of the outbox. */
export function outboxReads(connection: Connection): OutboxReads {
  const shopIds = () => connection.all(SHOP_IDS).map((row) => String(row['id']));
  return {
    effect: async (effectId) => connection.one(toEffect, EFFECT, [effectId]),
    dueEffects: async (nowMs, limit) => {
      const byShop = shopIds().map((shopId) => connection.list(toEffect, DUE_OF_SHOP, [shopId, nowMs, limit]));
      return takeInTurns(byShop, limit);
    },
    nextEffectAtMs: async () => {
      const next = shopIds().flatMap((shopId) => connection.list(toEffect, NEXT_OF_SHOP, [shopId]).slice(0, 1));
      return next.length === 0 ? null : Math.min(...next.map((row) => row.dueAtMs));
    },
    effectsOfOrder: async (orderId) => connection.list(toEffect, EFFECTS_OF_ORDER, [orderId]),
    effectsOfCommand: async (commandId) => connection.list(toEffect, EFFECTS_OF_COMMAND, [commandId]),
    waitingEffects: async (shopId, limit) => connection.list(toEffect, WAITING_OF_SHOP, [shopId, limit]),
    effectsInState: async (state, limit) => connection.list(toEffect, EFFECTS_IN_STATE, [state, limit]),
  };
}

/** One of each shop in turn, so that a shop with a thousand waiting rows cannot fill the limit alone. */
function takeInTurns<T>(queues: readonly (readonly T[])[], limit: number): T[] {
  const longest = Math.max(0, ...queues.map((queue) => queue.length));
  const taken: T[] = [];
  for (let turn = 0; turn < longest; turn += 1) taken.push(...queues.flatMap((queue) => queue.slice(turn, turn + 1)));
  return taken.slice(0, limit);
}

const COLUMNS = [
  'id',
  'shop_id',
  'order_id',
  'command_id',
  'key',
  'effect',
  'state',
  'attempts',
  'created_at_ms',
  'due_at_ms',
  'started_at_ms',
  'settled_at_ms',
  'last_code',
] as const;
const INSERT = insertInto('outbox', COLUMNS);
const UPDATE = updateOf('outbox', 'id', COLUMNS);

/** Writing of the outbox. */
export function outboxWrites(connection: Connection): Pick<Writes, 'addEffects' | 'saveEffect'> {
  return {
    addEffects: async (rows) =>
      connection.atomic(() => {
        for (const row of rows) connection.run(INSERT, effectColumns(row));
      }),
    saveEffect: async (row) => connection.change('outbox', row.id, UPDATE, effectColumns(row)),
  };
}

function effectColumns(row: NewEffectRow): Columns<(typeof COLUMNS)[number]> {
  return {
    id: row.id,
    shop_id: row.shopId,
    order_id: row.orderId,
    command_id: row.commandId,
    key: row.key,
    effect: JSON.stringify(row.effect),
    state: row.state,
    attempts: row.attempts,
    created_at_ms: row.createdAtMs,
    due_at_ms: row.dueAtMs,
    started_at_ms: row.startedAtMs,
    settled_at_ms: row.settledAtMs,
    last_code: row.lastCode,
  };
}
