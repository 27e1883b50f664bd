import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A search as it was first asked; its page tokens are good for exactly these parameters. */
const search = z.object({
  /** Everything that changed (by Amazon's clock) since then. */
  afterMs: z.number(),
  statuses: z.array(z.string()).readonly().nullable(),
  marketplaceIds: z.array(z.string()).readonly(),
  /** False where Amazon refused the dataset FULFILLMENT, and with it everything that tells where an order stands. */
  hasFulfillment: z.boolean(),
});
export type Search = z.infer<typeof search>;

/** Pages of one search, gone through one by one. */
const round = z.object({
  search,
  token: z.string().nullable(),
  /** When the first token came, by our clock; tokens live 24 hours. */
  tokenAtMs: z.number(),
  /** The server's bound, as its first page said. */
  boundMs: z.number().nullable(),
  /** Short hashes of the tokens used so far, to notice a platform that walks in a circle. */
  seen: z.array(z.string()).readonly(),
  restarts: z.number(),
  /** True for the open orders of a marketplace that joined later: the watermark is not moved by it. */
  isCatchUp: z.boolean(),
  /** The newest change that came, for the progress. */
  newestMs: z.number(),
});
export type Round = z.infer<typeof round>;

/**
 * What the connector remembers between pages. The app keeps it as an opaque text, in the same transaction as the
 * orders of the page.
 */
const pullCursor = z.object({
  version: z.literal(1),
  /** Everything that changed before this time, by Amazon's clock, has been taken in; null before the first round is through. */
  watermarkMs: z.number().nullable(),
  /** Marketplaces whose open orders were taken in once. */
  known: z.array(z.string()).readonly(),
  /** When the last round of changes ended, by our clock; null: one is due. */
  changesAtMs: z.number().nullable(),
  /** Amazon's clock minus ours. */
  skewMs: z.number(),
  round: round.nullable(),
  /** Finished orders of the last weeks, taken in beside the changes. */
  backfill: z.union([z.literal('to-do'), z.literal('done'), round]),
});
export type PullCursor = z.infer<typeof pullCursor>;

const EMPTY: PullCursor = {
  version: 1,
  watermarkMs: null,
  known: [],
  changesAtMs: null,
  skewMs: 0,
  round: null,
  backfill: 'to-do',
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

/** A short, stable name for a page token. */
export const pageMark = (token: string): string => createHash('sha256').update(token).digest('base64url').slice(0, 10);
