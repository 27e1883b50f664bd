import { type CancelReason, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { ConnectorContext } from './context.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import { orThrow } from './reader.ts';

/** "Other": the only reason that must come with the seller's own words (ozon.md §9). */
const OTHER_REASON = '402';

/** The reasons that Ozon offers for this posting, in Ozon's words and order. Throws PlatformFault. */
export async function cancelReasons(
  { proxy, timings }: ConnectorContext,
  remoteId: string,
): Promise<readonly CancelReason[]> {
  const answer = orThrow(await proxy.call('cancelReasons', { related_posting_numbers: [remoteId] }), timings);
  const result = member(answer.body, 'result');
  if (!Array.isArray(result)) throw new PlatformFault({ kind: 'retry', code: 'unexpected-answer', afterMs: null });
  const rows: readonly JsonNode[] = result;
  const reasons = new Map(rows.flatMap((row) => reasonsOf(row, remoteId)).map((reason) => [reason.id, reason]));
  return [...reasons.values()];
}

/** Rows are one a posting with its `reasons`; the list method's flat rows are understood as well. */
function reasonsOf(row: JsonNode, remoteId: string): CancelReason[] {
  const number = plain(member(row, 'posting_number'));
  if (number !== undefined && number !== remoteId) return [];
  const nested = member(row, 'reasons');
  const entries: readonly JsonNode[] = Array.isArray(nested) ? nested : [row];
  return entries.flatMap((entry) => {
    const id = plain(member(entry, 'id'));
    const title = member(entry, 'title');
    const isOffered =
      member(entry, 'is_available_for_cancellation') !== false && (member(entry, 'type_id') ?? 'seller') === 'seller';
    if (typeof id !== 'string' || !/^\d{1,19}$/.test(id) || typeof title !== 'string' || !isOffered) return [];
    return [{ id, title: title.trim().slice(0, 200), needsMessage: id === OTHER_REASON }];
  });
}
