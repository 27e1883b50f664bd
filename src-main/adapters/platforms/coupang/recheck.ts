import type { OddOrder, OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import { isOfThisOne, readFault } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { goneSnapshot } from './gone-box.ts';
import type { OpenBoxes } from './open-boxes.ts';
import { parseSheets, readSheet } from './read-sheet.ts';
import { dayStartMs } from './seoul-time.ts';

/** Some seconds' worth of requests: a pull must not stand in the way of the seller's pushes. */
const LOOKS_A_PULL = 10;

export interface Rechecked {
  readonly snapshots: readonly OrderSnapshot[];
  readonly odd: readonly OddOrder[];
  /** How many of the list are settled. */
  readonly looked: number;
  /** Boxes to watch no longer. */
  readonly gone: readonly string[];
  readonly warnings: readonly string[];
}

/** Looks at some of the boxes that no list showed. Throws PlatformFault when not even one could be looked at. */
export async function recheckBoxes(
  context: ConnectorContext,
  open: OpenBoxes,
  waiting: readonly string[],
): Promise<Rechecked> {
  const snapshots: OrderSnapshot[] = [];
  const odd: OddOrder[] = [];
  const gone: string[] = [];
  const warnings: string[] = [];
  let looked = 0;
  for (const remoteId of waiting.slice(0, LOOKS_A_PULL)) {
    const box = open.get(remoteId);
    const seen = await look(context, remoteId, box === undefined ? null : dayStartMs(box.day));
    if (!seen.ok && !isOfThisOne(seen.fault)) {
      if (looked === 0) throw readFault(seen.fault);
      break;
    }
    looked += 1;
    if (!seen.ok) {
      // It stays watched and is looked at again in the next round.
      warnings.push('recheck-failed');
      continue;
    }
    snapshots.push(...seen.snapshots);
    odd.push(...seen.odd);
    if (!seen.isOpen) gone.push(remoteId);
    if (seen.warning !== null) warnings.push(seen.warning);
  }
  await context.boxes.remember(snapshots.filter(({ facts }) => facts.stage !== 'cancelled'));
  return { snapshots, odd, looked, gone, warnings };
}

async function look(context: ConnectorContext, remoteId: string, placedAtMs: number | null) {
  const read = await readSheet(context, remoteId);
  if (!read.ok) return read;
  if (read.kind === 'sheet') {
    const parsed = parseSheets([read.node], context.proxy.nowMs());
    return { ok: true as const, ...parsed, isOpen: true, warning: null };
  }
  const nothing = { ok: true as const, odd: [], isOpen: false };
  if (read.kind === 'unknown') return { ...nothing, snapshots: [], warning: 'order-vanished' };
  const found = await goneSnapshot(context, remoteId, placedAtMs);
  if (!found.ok) return found;
  return { ...nothing, snapshots: found.snapshot === null ? [] : [found.snapshot], warning: null };
}
