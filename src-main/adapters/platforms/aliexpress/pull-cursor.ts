import { z } from 'zod';
import { windowPosition } from './list-window.ts';

/**
 * What the connector remembers between pages. The app keeps it as an opaque text, in the same transaction as the orders
 * of the page. Times are UTC ms by the platform's clock unless named local.
 */
const round = z.object({
  /** first: everything · changes: what changed since the watermark · full: every open order again, once a day. */
  kind: z.enum(['first', 'changes', 'full']),
  startedAtMs: z.number(),
  /** When the last page of it came, by our clock. */
  touchedLocalMs: z.number(),
  /** Which list of the round is being read. */
  pass: z.number(),
  position: windowPosition,
});
export type Round = z.infer<typeof round>;

const pullCursor = z.object({
  version: z.literal(1),
  /** Everything that changed before this time has been taken in; null before the first round is complete. */
  watermarkMs: z.number().nullable(),
  fullAtMs: z.number().nullable(),
  skewMs: z.number(),
  round: round.nullable(),
  /**
   * Order id → what the list said of it when it was last taken in, as a short digest. An order whose digest is the same is
   * passed over, so that overlapping windows cost no detail calls. Orders that are over carry a time and are forgotten.
   */
  seen: z.record(z.string(), z.string()),
});
export type PullCursor = z.infer<typeof pullCursor>;

const EMPTY: PullCursor = { version: 1, watermarkMs: null, fullAtMs: null, skewMs: 0, round: null, seen: {} };

/**
 * Reads the text that writeCursor wrote. null, or a text of another version or damaged, starts from the beginning: a first
 * sync costs some pages and loses nothing, because snapshots are taken in idempotently.
 */
export function readCursor(text: string | null): PullCursor {
  if (text === null) return EMPTY;
  try {
    return pullCursor.safeParse(JSON.parse(text)).data ?? EMPTY;
  } catch {
    return EMPTY;
  }
}

export const writeCursor = (cursor: PullCursor): string => JSON.stringify(cursor);
