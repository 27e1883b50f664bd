import { z } from 'zod';
import { RECEIPT_LISTS } from './list-receipts.ts';

/** One list still to be read in a window of days. */
const task = z.object({
  list: z.enum([...RECEIPT_LISTS, 'exchanges', 'questions', 'transfers', 'tickets']),
  fromDay: z.number().int(),
  toDay: z.number().int(),
  token: z.string(),
  /** Pages read so far, to stop a platform that walks in a circle. */
  pages: z.number().int(),
});
export type CaseTask = z.infer<typeof task>;

const round = z.object({
  startedAtMs: z.number(),
  touchedLocalMs: z.number(),
  isWide: z.boolean(),
  tasks: z.array(task),
  /** Requests met in the lists of those that are open. */
  met: z.array(z.string()),
  /** Tickets that only wait to be confirmed; the list of all tickets does not say so. */
  transfers: z.array(z.string()),
  isWhole: z.boolean(),
  /** Requests that no list showed any more; null while lists are read. */
  recheck: z.array(z.string()).nullable(),
});
export type CaseRound = z.infer<typeof round>;

const open = z.object({ id: z.string(), day: z.number().int() });

const cursor = z.object({
  version: z.literal(1),
  wideAtMs: z.number().nullable(),
  /** Requests that were open when last seen, and the day in Seoul on which they were made. */
  receipts: z.array(open),
  exchanges: z.array(open),
  round: round.nullable(),
});
export type CaseCursor = z.infer<typeof cursor>;

const EMPTY: CaseCursor = { version: 1, wideAtMs: null, receipts: [], exchanges: [], round: null };

/** A text that is not ours, or damaged, starts from the beginning: cases are taken in idempotently. */
export function readCaseCursor(text: string | null): CaseCursor {
  if (text === null) return EMPTY;
  try {
    return cursor.safeParse(JSON.parse(text)).data ?? EMPTY;
  } catch {
    return EMPTY;
  }
}

export const writeCaseCursor = (value: CaseCursor): string => JSON.stringify(value);
