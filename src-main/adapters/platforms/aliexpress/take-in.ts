import { type OddOrder, type OrderSnapshot, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { OrderFacts } from '../../../core/order/facts.ts';
import type { JsonNode } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome } from './errors.ts';
import type { ListWindow } from './list-window.ts';
import { fetchDetail, readDetailed, readListed } from './order-reader.ts';
import { digestOf, isSeen, seenMark } from './seen-orders.ts';
import { isFinalStage } from './units-status.ts';

/** The list lacks address, parcels and exact deadline; a detail costs a call each, so a page brings so many at most. */
const DETAILS_A_PAGE = 25;

export interface TakenIn {
  readonly snapshots: readonly OrderSnapshot[];
  readonly odd: readonly OddOrder[];
  readonly warnings: readonly string[];
  readonly seen: Readonly<Record<string, string>>;
  /** False when orders of the window are left for the next page. */
  readonly isWhole: boolean;
}

export interface TakeInWish {
  readonly window: ListWindow;
  readonly seen: Readonly<Record<string, string>>;
  readonly isFirstSync: boolean;
}

interface Taking {
  readonly snapshots: OrderSnapshot[];
  readonly odd: OddOrder[];
  readonly warnings: Set<string>;
  readonly seen: Record<string, string>;
  detailsLeft: number;
}

/**
 * Reads a window's orders, those that have not changed since passed over. When the platform fails halfway, what was read
 * stays and the rest is for the next page. Throws PlatformFault when nothing could be read.
 */
export async function takeIn(context: ConnectorContext, wish: TakeInWish): Promise<TakenIn> {
  const taking: Taking = {
    snapshots: [],
    odd: [],
    warnings: new Set(),
    seen: { ...wish.seen },
    detailsLeft: DETAILS_A_PAGE,
  };
  let isWhole = true;
  for (const listed of wish.window.orders) {
    try {
      if (!(await takeOrder(context, taking, listed, wish))) isWhole = false;
    } catch (error) {
      const isEmpty = taking.snapshots.length === 0 && taking.odd.length === 0;
      if (!(error instanceof PlatformFault) || isEmpty) throw error;
      isWhole = false;
      break;
    }
  }
  const { snapshots, odd, warnings, seen } = taking;
  return { snapshots, odd, warnings: [...warnings], seen, isWhole };
}

/** False when the order is left for the next page. */
async function takeOrder(
  context: ConnectorContext,
  taking: Taking,
  listed: JsonNode,
  { window, isFirstSync }: TakeInWish,
): Promise<boolean> {
  const read = readListed(listed, window.atMs);
  if (!read.ok) {
    taking.odd.push(read.odd);
    return true;
  }
  const { facts } = read.snapshot;
  const digest = digestOf(listed, facts.shipByMs);
  if (isSeen(taking.seen, facts.remoteId, digest)) return true;
  const isDetailed = needsDetail(facts, isFirstSync);
  if (isDetailed && taking.detailsLeft === 0) return false;
  if (isDetailed) await takeDetailed(context, taking, listed, read.snapshot);
  else taking.snapshots.push(read.snapshot);
  taking.seen[facts.remoteId] = seenMark(digest, isFinalStage(facts.stage), window.atMs);
  return true;
}

/** Unpaid orders, and those that a first sync finds cancelled in time, need nothing that the list does not have. */
function needsDetail({ stage, cancellation }: OrderFacts, isFirstSync: boolean): boolean {
  if (stage === 'not-ready') return false;
  return !(isFirstSync && cancellation !== null && !cancellation.afterHandOver);
}

async function takeDetailed(
  { proxy, timings }: ConnectorContext,
  taking: Taking,
  listed: JsonNode,
  snapshot: OrderSnapshot,
): Promise<void> {
  taking.detailsLeft -= 1;
  const detail = await fetchDetail(proxy, snapshot.facts.remoteId);
  if (detail.ok && detail.node !== null) {
    const read = readDetailed(detail.node, listed);
    if (read.ok) taking.snapshots.push(read.snapshot);
    else taking.odd.push(read.odd);
    return;
  }
  const outcome = detail.ok ? null : faultOutcome(detail.fault, 'read', timings);
  if (outcome !== null && outcome.kind !== 'rejected') throw new PlatformFault(outcome);
  const code = outcome === null ? 'not-found' : outcome.code;
  if (code === 'missing-role') taking.warnings.add('missing-role:aliexpress.trade.new.redefining.findorderbyid');
  taking.snapshots.push({ ...snapshot, warnings: [...snapshot.warnings, `detail-unread:${code}`] });
}
