import { type OrderSnapshot, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { JsonNode } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { fetchDetail, readDetailed } from './order-reader.ts';

/** One order, or null when the platform does not know it. Throws PlatformFault. */
export async function getOrder(context: ConnectorContext, remoteId: string): Promise<OrderSnapshot | null> {
  if (!isOrderId(remoteId)) return null;
  const { node } = orThrow(await fetchDetail(context.proxy, remoteId), context.timings);
  if (node === null) return null;
  const read = readDetailed(node);
  // The order could be fetched but not read: the port has no odd order for a single get, so it is a named fault.
  if (!read.ok) throw new PlatformFault({ kind: 'rejected', code: read.odd.reason });
  return read.snapshot;
}

/** The order as the platform has it. Throws PlatformFault, also rejected('order-unknown'). */
export async function knownDetail({ proxy, timings }: ConnectorContext, remoteId: string): Promise<JsonNode> {
  const node = isOrderId(remoteId) ? orThrow(await fetchDetail(proxy, remoteId), timings).node : null;
  if (node === null) throw new PlatformFault({ kind: 'rejected', code: 'order-unknown' });
  return node;
}

const isOrderId = (remoteId: string): boolean => /^\d{1,20}$/.test(remoteId);
