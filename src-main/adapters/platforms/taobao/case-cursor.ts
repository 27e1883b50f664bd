import { z } from 'zod';

/** A list that is being read: refunds by their change, ratings by their making. Times by the platform's clock. */
const list = z.object({
  watermarkMs: z.number().nullable(),
  round: z
    .object({
      startedAtMs: z.number(),
      fromMs: z.number(),
      toMs: z.number(),
      page: z.number().int().nullable(),
      touchedLocalMs: z.number(),
    })
    .nullable(),
});
export type ListCursor = z.infer<typeof list>;

const caseCursor = z.object({
  version: z.literal(1),
  refunds: list,
  /** In this round of both lists the refunds are through. */
  areRefundsRead: z.boolean(),
  ratings: list,
});
export type CaseCursor = z.infer<typeof caseCursor>;

const NEW: ListCursor = { watermarkMs: null, round: null };

/** A text that is none of ours starts from the beginning, which costs calls and loses nothing. */
export function readCaseCursor(text: string | null): CaseCursor {
  const empty: CaseCursor = { version: 1, refunds: NEW, areRefundsRead: false, ratings: NEW };
  try {
    return caseCursor.safeParse(JSON.parse(text ?? 'null')).data ?? empty;
  } catch {
    return empty;
  }
}

/** What readCaseCursor reads. */
export const writeCaseCursor = (cursor: CaseCursor): string => JSON.stringify(cursor);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** As far back as orders reach. */
const REACH_MS = 89 * DAY;
const ROUND_LIVES_MS = 15 * MINUTE;

type ListRound = NonNullable<ListCursor['round']>;

/** The round to go on with, or a new one from the watermark less `overlapMs`. */
export function openList(cursor: ListCursor, overlapMs: number, serverNowMs: number, localNowMs: number): ListRound {
  const { round, watermarkMs } = cursor;
  if (round !== null && Math.abs(localNowMs - round.touchedLocalMs) < ROUND_LIVES_MS) return round;
  const isUsable =
    watermarkMs !== null && watermarkMs <= serverNowMs + overlapMs && watermarkMs > serverNowMs - REACH_MS;
  const fromMs = isUsable ? watermarkMs - overlapMs : serverNowMs - REACH_MS;
  return { startedAtMs: serverNowMs, fromMs, toMs: serverNowMs + 1_000, page: null, touchedLocalMs: localNowMs };
}

/** The list after a page: going on, or closed when `next` is null. */
export const afterPage = (round: ListRound, next: number | null, localNowMs: number): ListCursor['round'] =>
  next === null ? null : { ...round, page: next, touchedLocalMs: localNowMs };
