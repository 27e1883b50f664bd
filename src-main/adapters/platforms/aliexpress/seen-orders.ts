import { createHash } from 'node:crypto';
import { isRecord, type JsonNode, plain } from '../shared/json.ts';

const MINUTE_MS = 60_000;
/** Deadlines are told as what is left of them, which jitters by seconds. */
const DEADLINE_GRAIN_MS = 5 * MINUTE_MS;
/** Fields that say something else in every answer. */
const CLOCK_FIELDS: ReadonlySet<string> = new Set([
  'timeout_left_time',
  'left_send_good_day',
  'left_send_good_hour',
  'left_send_good_min',
]);

/** A short digest of what a list says of an order: equal for equal facts. */
export function digestOf(listed: JsonNode, shipByMs: number | null): string {
  const fields = plain(listed);
  const steady = isRecord(fields) ? Object.entries(fields).filter(([key]) => !CLOCK_FIELDS.has(key)) : [];
  const deadline = shipByMs === null ? null : Math.round(shipByMs / DEADLINE_GRAIN_MS);
  return createHash('sha256')
    .update(JSON.stringify([steady, deadline]))
    .digest('base64url')
    .slice(0, 8);
}

/** What to remember of an order that was taken in; one that is over is remembered for a while only. */
export function seenMark(digest: string, isOver: boolean, nowMs: number): string {
  return isOver ? `${digest}.${Math.floor(nowMs / MINUTE_MS).toString(36)}` : digest;
}

export function isSeen(seen: Readonly<Record<string, string>>, orderId: string, digest: string): boolean {
  return Object.hasOwn(seen, orderId) && seen[orderId]?.split('.')[0] === digest;
}

/** Without the orders that were over before this time. */
export function forgetOld(seen: Readonly<Record<string, string>>, beforeMs: number): Record<string, string> {
  const kept = Object.entries(seen).filter(([, mark]) => {
    const minutes = mark.split('.')[1];
    return minutes === undefined || Number.parseInt(minutes, 36) * MINUTE_MS >= beforeMs;
  });
  return Object.fromEntries(kept);
}
