import { z } from 'zod';

/** Kinds of cases are read one after the other; each by its own list. */
export const CASE_PARTS = ['cancel-requests', 'rfbs-returns', 'returns', 'reviews', 'questions', 'chats'] as const;
export type CasePartName = (typeof CASE_PARTS)[number];

/** Where the reading of cases stands. Holds ids and times only. */
export interface CaseCursor {
  /** Index of the part that comes next. */
  readonly part: number;
  /** Place in that part's list; '' at its begin. */
  readonly page: string;
  /** When this round began, by our clock. */
  readonly startedAtMs: number;
  /** When all was read afresh the last time. */
  readonly fullAtMs: number | null;
  /** Chats that waited for the seller when they were read last. */
  readonly unread: readonly string[];
  /** Parts that the key or the subscription does not open, why, and when to try again. */
  readonly closed: Readonly<Partial<Record<CasePartName, ClosedPart>>>;
}

export interface ClosedPart {
  readonly untilMs: number;
  readonly code: string;
}

const shape = z.strictObject({
  part: z
    .number()
    .int()
    .min(0)
    .max(CASE_PARTS.length - 1),
  page: z.string(),
  startedAtMs: z.number(),
  fullAtMs: z.number().nullable(),
  unread: z.array(z.string()),
  closed: z.partialRecord(z.enum(CASE_PARTS), z.strictObject({ untilMs: z.number(), code: z.string() })),
});

/** A cursor that cannot be read begins anew: the lists overlap, so nothing is lost. */
export function readCaseCursor(text: string | null, nowMs: number): CaseCursor {
  const fresh = { part: 0, page: '', startedAtMs: nowMs, fullAtMs: null, unread: [], closed: {} };
  if (text === null) return fresh;
  try {
    const read = shape.safeParse(JSON.parse(text));
    if (!read.success) return fresh;
    const isBegin = read.data.part === 0 && read.data.page === '';
    return isBegin ? { ...read.data, startedAtMs: nowMs } : read.data;
  } catch {
    return fresh;
  }
}

export const writeCaseCursor = (cursor: CaseCursor): string => JSON.stringify(cursor);
