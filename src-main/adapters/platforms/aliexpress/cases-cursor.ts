import { z } from 'zod';

/** What the connector remembers of cases between pages; times are UTC ms by the platform's clock. Holds no buyer's data. */
const casesCursor = z.object({
  version: z.literal(1),
  phase: z.enum(['cancels', 'disputes', 'reviews']),
  /** When the walk under way began, and when the last complete one did. */
  startedAtMs: z.number().nullable(),
  doneAtMs: z.number().nullable(),
  /** Order id → the cancel request that was open when last seen. */
  cancels: z.record(z.string(), z.object({ openedAtMs: z.number(), dueAtMs: z.number().nullable() })),
  /** Dispute id → its order and what the list said of its last change. */
  disputes: z.record(z.string(), z.object({ orderId: z.string(), modified: z.string(), isOpen: z.boolean() })),
  /** Child order id → digest of the review, and the day after which it may be forgotten. */
  reviews: z.record(z.string(), z.object({ digest: z.string(), untilMs: z.number() })),
});
export type CasesCursor = z.infer<typeof casesCursor>;

const EMPTY: CasesCursor = {
  version: 1,
  phase: 'cancels',
  startedAtMs: null,
  doneAtMs: null,
  cancels: {},
  disputes: {},
  reviews: {},
};

/** Reads the text that writeCasesCursor wrote; anything else begins anew, which loses nothing. */
export function readCasesCursor(text: string | null): CasesCursor {
  if (text === null) return EMPTY;
  try {
    return casesCursor.safeParse(JSON.parse(text)).data ?? EMPTY;
  } catch {
    return EMPTY;
  }
}

export const writeCasesCursor = (cursor: CasesCursor): string => JSON.stringify(cursor);
