import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { OzonPosting } from './posting.ts';
import { badArgument } from './refusal.ts';
import { compareText } from './store.ts';

/**
 * The platform's cursor is base64 of the last row's sort keys (seen in the official answer example). Ours also holds a mark of the
 * request it belongs to, because the documents want the same filter with it.
 */
const cursorSchema = z.strictObject({
  fields: z.tuple([
    z.strictObject({ name: z.literal('osp.in_process_at'), dir: z.enum(['asc', 'desc']), val: z.number().int() }),
    z.strictObject({ name: z.literal('osp.id'), dir: z.enum(['asc', 'desc']), val: z.string() }),
  ]),
  filter: z.string(),
});

export interface PageRequest {
  cursor: string;
  limit: number;
  direction: 'ASC' | 'DESC';
  /** Everything that decides which postings belong to the list. */
  filter: unknown;
}

export interface Page {
  postings: OzonPosting[];
  cursor: string;
  hasNext: boolean;
}

/** One page of postings that are sorted ascending, after the cursor. Throws the platform's 400 on a cursor that is not its own. */
export function pageOf(ascending: readonly OzonPosting[], request: PageRequest): Page {
  const sorted = request.direction === 'ASC' ? ascending : ascending.toReversed();
  const mark = filterMark(request);
  const start = request.cursor === '' ? 0 : startAfter(sorted, request, mark);
  const postings = sorted.slice(start, start + request.limit);
  const last = postings.at(-1);
  return {
    postings,
    cursor: last === undefined ? '' : writeCursor(last, request.direction, mark),
    hasNext: start + request.limit < sorted.length,
  };
}

function startAfter(sorted: readonly OzonPosting[], request: PageRequest, mark: string): number {
  const { fields, filter } = readCursor(request.cursor);
  if (filter !== mark) throw badArgument('Request validation error: cursor does not match filter');
  const [time, id] = fields;
  const sign = request.direction === 'ASC' ? 1 : -1;
  const start = sorted.findIndex(
    (posting) => sign * (posting.inProcessAtMs - time.val || compareText(posting.postingNumber, id.val)) > 0,
  );
  return start === -1 ? sorted.length : start;
}

function writeCursor(last: OzonPosting, direction: 'ASC' | 'DESC', mark: string): string {
  const dir = direction === 'ASC' ? 'asc' : 'desc';
  const fields = [
    { name: 'osp.in_process_at', dir, val: last.inProcessAtMs },
    { name: 'osp.id', dir, val: last.postingNumber },
  ];
  return Buffer.from(JSON.stringify({ fields, filter: mark })).toString('base64');
}

function readCursor(cursor: string): z.output<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')));
  } catch {
    throw badArgument('Request validation error: invalid Cursor: value is not a cursor');
  }
}

function filterMark(request: PageRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([request.filter, request.direction]))
    .digest('base64url')
    .slice(0, 16);
}
