import type { ConnectorContext } from './context.ts';
import { LIST_START, readWindow, type WindowPosition } from './list-window.ts';
import { readListed } from './order-reader.ts';
import { OPEN_REACH_MS } from './round.ts';
import { isFinalStage } from './units-status.ts';

/**
 * Order ids of every order that the platform counts as open: all that is not finished, and finished ones in dispute.
 * Throws PlatformFault.
 */
export async function listOpen(context: ConnectorContext): Promise<readonly string[]> {
  const createdFromMs = context.gateway.platformNowMs() - OPEN_REACH_MS;
  const open = new Set<string>();
  for (const status of [null, 'IN_ISSUE']) {
    let position: WindowPosition | null = LIST_START;
    while (position !== null) {
      const { orders, atMs, next } = await readWindow(
        context,
        { createdFromMs, modifiedFromMs: null, status },
        position,
      );
      for (const listed of orders) {
        const read = readListed(listed, atMs);
        if (read.ok && !isFinalStage(read.snapshot.facts.stage)) open.add(read.snapshot.facts.remoteId);
      }
      position = next;
    }
  }
  return [...open];
}
