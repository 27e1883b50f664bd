import { z } from 'zod';

/**
 * What the connector remembers between pages. The app keeps it as an opaque text, in the same transaction as the orders
 * of the page. Times are UTC ms by the platform's clock unless named local.
 */
const round = z.object({
  /** first and full: every trade of three months by its making · changes: by `modified` since the watermark. */
  kind: z.enum(['first', 'full', 'changes']),
  startedAtMs: z.number(),
  /** When the last page of it came, by our clock. */
  touchedLocalMs: z.number(),
  fromMs: z.number(),
  toMs: z.number(),
  /** changes: the window that is being read. */
  windowMs: z.number(),
  windowEndMs: z.number(),
  /** The page to read next; null: the pages of the window are still to be counted. */
  page: z.number().int().nullable(),
  pages: z.number().int(),
  /** What the last page held, to notice a page that comes twice. */
  mark: z.string(),
});
export type Round = z.infer<typeof round>;

const pullCursor = z.object({
  version: z.literal(1),
  /** Everything that changed before this time has been taken in; null before the first round is complete. */
  watermarkMs: z.number().nullable(),
  fullAtMs: z.number().nullable(),
  round: round.nullable(),
  /** Trades read in the time that the next windows look at again, with their `modified`. */
  seen: z.record(z.string(), z.string()),
});
export type PullCursor = z.infer<typeof pullCursor>;

const EMPTY: PullCursor = { version: 1, watermarkMs: null, fullAtMs: null, round: null, seen: {} };

/**
 * Reads the text that writeCursor wrote. null, or a text of another version or damaged, starts from the beginning: a
 * first sync costs some pages and loses nothing, because snapshots are taken in idempotently.
 */
export function readCursor(text: string | null): PullCursor {
  try {
    return pullCursor.safeParse(JSON.parse(text ?? 'null')).data ?? EMPTY;
  } catch {
    return EMPTY;
  }
}

/** What readCursor reads. */
export const writeCursor = (cursor: PullCursor): string => JSON.stringify(cursor);
