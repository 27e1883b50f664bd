import { z } from 'zod';

/** A report that is asked for in one call and fetched in a later one. */
const reportTask = z.object({
  reportId: z.string().nullable(),
  /** By our clock. */
  askedAtMs: z.number(),
  doneAtMs: z.number().nullable(),
});
export type ReportTask = z.infer<typeof reportTask>;

/** A list that is read page by page, from a watermark of Amazon's clock on. */
const listTask = z.object({
  watermarkMs: z.number().nullable(),
  /** When it was last read to its end, by our clock. */
  doneAtMs: z.number().nullable(),
  /** The pages that are under way: from when on, the next token, and the watermark after the last page. */
  open: z.object({ afterMs: z.number(), token: z.string(), nextMarkMs: z.number(), tokenAtMs: z.number() }).nullable(),
});
export type ListTask = z.infer<typeof listTask>;

/** The sources of cases, in the order in which a round reads them: the one with the slowest bucket last. */
export const SOURCES = ['money', 'returns', 'feedback', 'cancelRequests'] as const;
export type Source = (typeof SOURCES)[number];

const cursorSchema = z.object({
  version: z.literal(1),
  /** Where the round stands. */
  step: z.enum(SOURCES),
  money: listTask,
  returns: reportTask,
  feedback: reportTask,
  cancelRequests: listTask,
});
export type AfterSalesCursor = z.infer<typeof cursorSchema>;

const NO_REPORT: ReportTask = { reportId: null, askedAtMs: 0, doneAtMs: null };
const NO_LIST: ListTask = { watermarkMs: null, doneAtMs: null, open: null };
const EMPTY: AfterSalesCursor = {
  version: 1,
  step: 'money',
  money: NO_LIST,
  returns: NO_REPORT,
  feedback: NO_REPORT,
  cancelRequests: NO_LIST,
};

/** null, or a text of another version or damaged, starts from the beginning: cases are taken in idempotently. */
export function readAfterSalesCursor(text: string | null): AfterSalesCursor {
  if (text === null) return EMPTY;
  try {
    return cursorSchema.safeParse(JSON.parse(text)).data ?? EMPTY;
  } catch {
    return EMPTY;
  }
}
