import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type OpenBoxes, readOpenBoxes, writeOpenBoxes } from './open-boxes.ts';
import { LISTED_STATUSES } from './units-status.ts';

/**
 * What the connector remembers between pages. The app keeps it as an opaque text, in the same transaction as the
 * orders of the page. Times are UTC ms by the platform's clock unless named local.
 */
const task = z.object({
  status: z.enum(LISTED_STATUSES),
  fromDay: z.number().int(),
  toDay: z.number().int(),
  token: z.string(),
  /** Short hashes of the tokens used so far, to notice a platform that walks in a circle. */
  seen: z.array(z.string()),
});
export type Task = z.infer<typeof task>;

const round = z.object({
  /** first: all there is · full: the same, once a day · wide: all that is open · small: what is to be shipped. */
  kind: z.enum(['first', 'full', 'wide', 'small']),
  startedAtMs: z.number(),
  /** When its last page came, by our clock. */
  touchedLocalMs: z.number(),
  /** Lists still to be read, the present one first. */
  tasks: z.array(task),
  /** How many lists there were, for the progress. */
  taskCount: z.number().int(),
  /** False once a list could not be read to its end: then nothing is taken for vanished. */
  isWhole: z.boolean(),
  /** Boxes that no list showed, to be looked at one by one; null while lists are read. */
  recheck: z.array(z.string()).nullable(),
});
export type Round = z.infer<typeof round>;

const stored = z.object({
  version: z.literal(1),
  /** When the last round of each kind began; null before the first. */
  fullAtMs: z.number().nullable(),
  wideAtMs: z.number().nullable(),
  open: z.array(z.string()),
  round: round.nullable(),
});

export interface PullCursor {
  readonly fullAtMs: number | null;
  readonly wideAtMs: number | null;
  readonly open: OpenBoxes;
  readonly round: Round | null;
}

const EMPTY: PullCursor = { fullAtMs: null, wideAtMs: null, open: new Map(), round: null };

/**
 * Reads the text that writeCursor wrote. null, or a text of another version or damaged, starts from the beginning: a
 * first sync costs some pages and loses nothing, because snapshots are taken in idempotently.
 */
export function readCursor(text: string | null): PullCursor {
  if (text === null) return EMPTY;
  try {
    const { data } = stored.safeParse(JSON.parse(text));
    if (data === undefined) return EMPTY;
    const { fullAtMs, wideAtMs, open, round: under } = data;
    return { fullAtMs, wideAtMs, open: readOpenBoxes(open), round: under };
  } catch {
    return EMPTY;
  }
}

export const writeCursor = ({ fullAtMs, wideAtMs, open, round: under }: PullCursor): string =>
  JSON.stringify({ version: 1, fullAtMs, wideAtMs, open: writeOpenBoxes(open), round: under });

/** A short, stable name for a page token. */
export const tokenMark = (token: string): string => createHash('sha256').update(token).digest('base64url').slice(0, 10);
