import { type OrderSnapshot, PlatformFault } from '../../../app/ports/platform-connector.ts';
import { orThrow } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { goneSnapshot } from './gone-box.ts';
import { parseSheet } from './parse-sheet.ts';
import { readSheet } from './read-sheet.ts';

/** One box, also when it is cancelled and shown no more; null when Coupang does not know it. Throws PlatformFault. */
export async function getOrder(context: ConnectorContext, remoteId: string): Promise<OrderSnapshot | null> {
  const read = orThrow(await readSheet(context, remoteId));
  if (read.kind === 'unknown') return null;
  if (read.kind === 'gone') return orThrow(await goneSnapshot(context, remoteId, null)).snapshot;
  const parsed = parseSheet(read.node, context.proxy.nowMs());
  // The port has no odd order for a single one, so it is a named fault.
  if (!parsed.ok) throw new PlatformFault({ kind: 'rejected', code: parsed.odd.reason });
  await context.boxes.remember([parsed.snapshot]);
  return parsed.snapshot;
}
