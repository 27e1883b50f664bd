import { type OddOrder, type OrderSnapshot, PlatformFault } from '../../../app/ports/platform-connector.ts';
import { type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, isTradeUnknown, orThrow, type Refused, UNEXPECTED } from './errors.ts';
import { FULL_FIELDS } from './fields.ts';
import { parseTrade, tidOf } from './parse-trade.ts';
import type { TaobaoProxy } from './proxy.ts';
import { readTrade, type TradeShape } from './schema.ts';
import { isPastDesk, isUnpaid, stageOf } from './units-status.ts';

/** `node` is null when the platform does not know the trade. */
export type RawTrade = { readonly ok: true; readonly node: JsonNode } | Refused;

/** One trade with everything that the lists leave out, unread. */
export async function fetchTrade(proxy: TaobaoProxy, tid: string): Promise<RawTrade> {
  if (!/^[1-9]\d{0,18}$/.test(tid)) return { ok: true, node: null };
  const answer = await proxy.call('taobao.trade.fullinfo.get', { tid, fields: FULL_FIELDS, include_oaid: 'true' });
  if (!answer.ok) return isTradeUnknown(answer.fault) ? { ok: true, node: null } : answer;
  const node = member(answer.body, 'trade');
  // An answer that belongs to another question must not be taken for this order.
  return tidOf(node) === tid ? { ok: true, node } : UNEXPECTED;
}

export type FullTrade = { readonly ok: true; readonly trade: TradeShape | null } | Refused;

/** One trade as the operations want it; an unreadable one is an unexpected answer. */
export async function fetchShape(proxy: TaobaoProxy, tid: string): Promise<FullTrade> {
  const found = await fetchTrade(proxy, tid);
  if (!found.ok) return found;
  if (found.node === null) return { ok: true, trade: null };
  const read = readTrade(found.node);
  return read.ok ? read : UNEXPECTED;
}

/** One order, or null when the platform does not know it. Throws PlatformFault. */
export async function getOrder({ proxy, timings }: ConnectorContext, tid: string): Promise<OrderSnapshot | null> {
  const { node } = orThrow(await fetchTrade(proxy, tid), timings);
  if (node === null) return null;
  const parsed = parseTrade(node);
  if (parsed.ok) return parsed.snapshot;
  throw new PlatformFault({ kind: 'rejected', code: parsed.odd.reason });
}

export interface ReadTrades {
  readonly snapshots: readonly OrderSnapshot[];
  readonly odd: readonly OddOrder[];
  readonly warnings: readonly string[];
}

/**
 * Reads each trade of a list by itself: an odd one is kept raw and takes nothing else with it. Those that their list does
 * not tell all about are asked for in full. Throws PlatformFault when a detail could not be had for now.
 */
export async function readTrades(
  context: ConnectorContext,
  nodes: readonly JsonNode[],
  list: 'by-making' | 'by-change',
): Promise<ReadTrades> {
  const snapshots: OrderSnapshot[] = [];
  const odd: OddOrder[] = [];
  const warnings = new Set<string>();
  for (const node of nodes) {
    const parsed = parseTrade(node);
    if (!parsed.ok) odd.push(parsed.odd);
    else if (isToldWhole(parsed.trade, list)) snapshots.push(parsed.snapshot);
    else await readInFull(context, parsed.snapshot, { snapshots, odd, warnings });
  }
  return { snapshots, odd, warnings: [...warnings] };
}

/**
 * The lists know no words of the buyer and not what blocks a trade, which matters on the desk only; the list by change
 * knows no deadlines either. Before the payment there are none of them.
 */
function isToldWhole(trade: TradeShape, list: 'by-making' | 'by-change'): boolean {
  if (trade.has_buyer_message) return false;
  return isUnpaid(trade) || (list === 'by-making' && isPastDesk(stageOf(trade)));
}

interface Basket {
  readonly snapshots: OrderSnapshot[];
  readonly odd: OddOrder[];
  readonly warnings: Set<string>;
}

async function readInFull(
  { proxy, timings }: ConnectorContext,
  listed: OrderSnapshot,
  { snapshots, odd, warnings }: Basket,
): Promise<void> {
  const found = await fetchTrade(proxy, listed.facts.remoteId);
  if (found.ok && found.node !== null) {
    const parsed = parseTrade(found.node);
    if (parsed.ok) snapshots.push(parsed.snapshot);
    else odd.push(parsed.odd);
    return;
  }
  const outcome = found.ok ? null : faultOutcome(found.fault, 'read', timings);
  if (outcome !== null && outcome.kind !== 'rejected') throw new PlatformFault(outcome);
  // Refused for this one trade, or for the app: what the list told is better than nothing.
  if (outcome?.code.startsWith('missing-role:') === true) warnings.add(outcome.code);
  snapshots.push({ ...listed, warnings: [...listed.warnings, 'detail-missing'] });
}
