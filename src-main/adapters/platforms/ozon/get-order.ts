import type { OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import { listCancelRequests } from './cancel-requests.ts';
import type { ConnectorContext } from './context.ts';
import { parsePosting } from './parse-posting.ts';
import { fetchPosting, orThrow, unreadable } from './reader.ts';
import { isFinalStage } from './units-status.ts';

/**
 * One order, or null when Ozon does not know it. Asks for a buyer's cancel request as well, so that the snapshot's
 * alerts are whole; when that cannot be asked, the snapshot says so in a warning. Throws PlatformFault.
 */
export async function getOrder({ proxy, timings }: ConnectorContext, remoteId: string): Promise<OrderSnapshot | null> {
  const { node } = orThrow(await fetchPosting(proxy, remoteId), timings);
  if (node === null) return null;
  const parsed = parsePosting(node, false);
  if (!parsed.ok) throw unreadable(parsed.odd);
  const { facts } = parsed.snapshot;
  // Only a seller who delivers herself answers cancel requests (rFBS); for a finished order there is nothing to answer.
  if (isFinalStage(facts.stage) || facts.address === null) return parsed.snapshot;
  const requests = await listCancelRequests(proxy, remoteId);
  if (!requests.ok) return { ...parsed.snapshot, warnings: [...parsed.snapshot.warnings, 'cancel-requests-unread'] };
  const whole = parsePosting(node, requests.postings.includes(remoteId));
  return whole.ok ? whole.snapshot : parsed.snapshot;
}
