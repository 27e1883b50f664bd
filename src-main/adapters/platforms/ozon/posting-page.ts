import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import { unwrapped } from './unwrapped.ts';
import { pageSchema } from './schema.ts';

export interface PostingPage {
  readonly postings: readonly JsonNode[];
  /** The next page's cursor; null on the last page. An empty text means "more, but without a cursor". */
  readonly next: string | null;
}

/**
 * A v4 list answer. Throws PlatformFault retry('unexpected-answer') when it does not say plainly whether more pages
 * follow: to stop early without a word would lose orders.
 */
export function readPostingPage(body: JsonNode): PostingPage {
  const content = unwrapped(body);
  const postings = member(content, 'postings');
  const page = pageSchema.safeParse(
    plain({ cursor: member(content, 'cursor'), has_next: member(content, 'has_next') }),
  );
  // An empty last page has come as `postings: null` from Go services.
  if (!page.success || !(Array.isArray(postings) || postings === null)) {
    throw new PlatformFault({ kind: 'retry', code: 'unexpected-answer', afterMs: null });
  }
  return { postings: postings ?? [], next: page.data.has_next ? (page.data.cursor ?? '') : null };
}
