import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * What the connector remembers between pages. The app keeps it as an opaque text, in the same transaction as the
 * orders of the page. Times are UTC ms by Ozon's clock unless named local.
 */
const filter = z.object({ sinceMs: z.number(), toMs: z.number(), changedFromMs: z.number().nullable() });

const round = z.object({
  /** first: everything · changes: what changed since the watermark · full: everything again, once a day. */
  kind: z.enum(['first', 'changes', 'full']),
  startedAtMs: z.number(),
  /** When the last page of it came, by our clock. */
  touchedLocalMs: z.number(),
  filter,
  page: z.string(),
  /** Short hashes of the page cursors used so far, to notice a platform that walks in a circle. */
  seen: z.array(z.string()),
});
export type Round = z.infer<typeof round>;

const pullCursor = z.object({
  version: z.literal(1),
  /** Everything that changed before this time has been taken in; null before the first round is complete. */
  watermarkMs: z.number().nullable(),
  fullAtMs: z.number().nullable(),
  clockSkewMs: z.number(),
  round: round.nullable(),
  /** Postings whose last snapshot carries the buyer's cancel request. */
  asked: z.array(z.string()).readonly(),
  /** Postings whose request came or went since; looked at one by one at the end of the round. */
  recheck: z.array(z.string()).readonly(),
});
export type PullCursor = z.infer<typeof pullCursor>;

const EMPTY: PullCursor = {
  version: 1,
  watermarkMs: null,
  fullAtMs: null,
  clockSkewMs: 0,
  round: null,
  asked: [],
  recheck: [],
};

/**
 * Reads the text that writeCursor wrote. null, or a text of another version or damaged, starts from the beginning:
 * a first sync costs some pages and loses nothing, because snapshots are taken in idempotently.
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

/** A short, stable name for a page cursor. */
export const pageMark = (page: string): string => createHash('sha256').update(page).digest('base64url').slice(0, 10);
