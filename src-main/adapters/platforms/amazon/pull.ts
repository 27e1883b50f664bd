import {
  type OddOrder,
  type OrderSnapshot,
  PlatformFault,
  type PullPage,
} from '../../../app/ports/platform-connector.ts';
import type { JsonNode } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, faultOutcome, isBadRequest, isDenied } from './errors.ts';
import { findDenied, openMarketplaces } from './market-access.ts';
import { asOfOwnLabels } from './own-labels.ts';
import { parseOrder } from './parse-order.ts';
import { parseTime } from './parse-time.ts';
import { pageMark, type PullCursor, readCursor, type Round, writeCursor } from './pull-cursor.ts';
import {
  changesSearch,
  closeChanges,
  firstSearch,
  historySearch,
  isTokenAlive,
  newRound,
  restarted,
  progressOf,
  withoutFulfillment,
} from './round.ts';
import { type OrderPage, searchOrders } from './search.ts';

const MAX_RESTARTS = 3;
/** A hundred thousand orders are no first sync of a desk: a platform that gives ever new tokens is stopped. */
const MAX_PAGES = 1_000;
const REFUSED = 'dataset-refused:FULFILLMENT';

interface Turn {
  readonly cursor: PullCursor;
  readonly round: Round;
  readonly isBackfill: boolean;
  /** A marketplace has joined whose open orders are still to come. */
  readonly hasMissing: boolean;
  readonly warnings: string[];
}

/**
 * One page of changes; one call in most cases, because searchOrders gives one in three minutes. The first sync takes the
 * open orders, then, beside the changes, the finished ones of the last 30 days. The watermark is the server's own bound
 * and moves only after a round's last page. Throws PlatformFault.
 */
export async function pull(context: ConnectorContext, cursorText: string | null): Promise<PullPage> {
  const nowMs = context.clock.nowMs();
  const stored = readCursor(cursorText);
  const { ids, denied } = await openMarketplaces(context);
  const warnings = denied.map((id) => `marketplace-refused:${id}`);
  const turn = nextTurn(stored, nowMs, ids, context.timings.changesWithinBackfillMs, warnings);
  const page = await searchOrders(context, turn.round.search, turn.round.token);
  if (!page.ok) return await afterFault(context, turn, page.fault);
  return await toPage(context, turn, page);
}

/** Changes first; history in between, while the changes are fresh. A round whose token died begins again. */
function nextTurn(
  cursor: PullCursor,
  nowMs: number,
  ids: readonly string[],
  freshMs: number,
  warnings: string[],
): Turn {
  const serverNowMs = nowMs + cursor.skewMs;
  const missing = ids.filter((id) => !cursor.known.includes(id));
  const turn = (round: Round, isBackfill: boolean): Turn => ({
    cursor,
    hasMissing: missing.length > 0,
    round: round.token !== null && isTokenAlive(round, nowMs) ? round : restarted(round, ids),
    isBackfill,
    warnings,
  });
  if (cursor.round !== null) return turn(cursor.round, false);
  const { watermarkMs, changesAtMs, backfill } = cursor;
  if (watermarkMs === null) return turn(newRound(firstSearch(serverNowMs, ids)), false);
  const isFresh = changesAtMs !== null && Math.abs(nowMs - changesAtMs) < freshMs;
  if (isFresh && missing.length > 0) return turn(newRound(firstSearch(serverNowMs, missing), 0, true), false);
  if (backfill === 'done' || !isFresh) return turn(newRound(changesSearch(watermarkMs, ids)), false);
  return turn(backfill === 'to-do' ? newRound(historySearch(serverNowMs, ids)) : backfill, true);
}

/** What a refused page means: other parameters, another beginning, or a fault for the caller. */
async function afterFault(context: ConnectorContext, turn: Turn, fault: CallFault): Promise<PullPage> {
  const { round, warnings } = turn;
  if (isDenied(fault)) {
    await findDenied(context);
    return emptyPage(turn, null, [...warnings, 'marketplace-refused']);
  }
  if (!isBadRequest(fault) || round.restarts >= MAX_RESTARTS) throw new PlatformFault(faultOutcome(fault, 'read'));
  if (round.token !== null) {
    return emptyPage(turn, restarted(round, round.search.marketplaceIds, round.restarts + 1), [
      ...warnings,
      'page-token-refused',
    ]);
  }
  if (!round.search.hasFulfillment) throw new PlatformFault(faultOutcome(fault, 'read'));
  // The history can wait until Amazon gives the dataset again; the changes tell when.
  if (turn.isBackfill) {
    const cursor = { ...turn.cursor, changesAtMs: null };
    return { ...NOTHING, nextCursor: writeCursor(cursor), hasMore: false, warnings: [...warnings, REFUSED] };
  }
  // The bucket may be empty by now: the search without it is for the next pull.
  return emptyPage(turn, newRound(withoutFulfillment(round.search), 0, round.isCatchUp), [...warnings, REFUSED]);
}

const NOTHING = { snapshots: [], odd: [], clockSkewMs: null } as const;

/** No orders, but another way to go on: `round` in the place of the turn's, or none. */
function emptyPage(turn: Turn, round: Round | null, warnings: readonly string[]): PullPage {
  const cursor = turn.isBackfill
    ? { ...turn.cursor, backfill: round ?? ('to-do' as const) }
    : { ...turn.cursor, round };
  return { ...NOTHING, nextCursor: writeCursor(cursor), hasMore: true, warnings };
}

async function toPage(context: ConnectorContext, turn: Turn, page: OrderPage): Promise<PullPage> {
  const nowMs = context.clock.nowMs();
  const found = await readOrders(context, page.orders, turn);
  const round = wentOn(turn.round, page, found.newestMs, nowMs);
  const warnings = [...turn.warnings];
  const taken = { ...turn.cursor, skewMs: page.clockSkewMs ?? turn.cursor.skewMs };
  const isCircle =
    page.nextToken !== null &&
    (turn.round.seen.includes(pageMark(page.nextToken)) || turn.round.seen.length >= MAX_PAGES);
  let cursor: PullCursor;
  if (isCircle) {
    // A platform that walks in a circle: what came is kept, the watermark stays, and the next pull begins again.
    warnings.push('cursor-repeated');
    cursor = turn.isBackfill ? { ...taken, backfill: 'to-do', changesAtMs: null } : { ...taken, round: null };
  } else if (turn.isBackfill) {
    // Changes that came while the last page was on its way are looked for at once.
    cursor =
      page.nextToken === null ? { ...taken, backfill: 'done', changesAtMs: null } : { ...taken, backfill: round };
  } else {
    cursor = page.nextToken === null ? closeChanges(taken, round, nowMs) : { ...taken, round };
  }
  const isUnderWay = cursor.round !== null || (cursor.backfill !== 'done' && cursor.watermarkMs !== null);
  const isChangesDue =
    (turn.isBackfill && cursor.backfill === 'done') || (turn.hasMissing && round.search.hasFulfillment);
  const hasMore = !isCircle && (isUnderWay || isChangesDue);
  return {
    snapshots: found.snapshots,
    odd: found.odd,
    nextCursor: writeCursor(cursor),
    hasMore,
    clockSkewMs: page.clockSkewMs,
    warnings,
    progress: progressOf(cursor),
  };
}

function wentOn(round: Round, page: OrderPage, newestMs: number, nowMs: number): Round {
  const isFirst = round.token === null;
  return {
    ...round,
    token: page.nextToken,
    tokenAtMs: isFirst ? nowMs : round.tokenAtMs,
    boundMs: isFirst ? page.boundMs : (round.boundMs ?? page.boundMs),
    seen: page.nextToken === null ? round.seen : [...round.seen, pageMark(page.nextToken)],
    newestMs: Math.max(round.newestMs, newestMs),
  };
}

interface FoundOrders {
  readonly snapshots: readonly OrderSnapshot[];
  readonly odd: readonly OddOrder[];
  readonly newestMs: number;
}

/**
 * Reads each order by itself: an odd one is kept raw and takes nothing else with it. Where FULFILLMENT was refused, only
 * orders that cannot be known yet are given: of the others the old values stay.
 */
async function readOrders(
  { notebook }: ConnectorContext,
  nodes: readonly JsonNode[],
  { round, cursor }: Turn,
): Promise<FoundOrders> {
  const { hasFulfillment } = round.search;
  const snapshots: OrderSnapshot[] = [];
  const odd: OddOrder[] = [];
  let newestMs = 0;
  for (const node of nodes) {
    const parsed = parseOrder(node, hasFulfillment ? null : 'UNSHIPPED');
    if (!parsed.ok) {
      odd.push(parsed.odd);
      continue;
    }
    newestMs = Math.max(newestMs, parseTime(parsed.shape.lastUpdatedTime) ?? 0);
    const isNew = cursor.watermarkMs === null || parsed.snapshot.facts.placedAtMs > cursor.watermarkMs;
    if (hasFulfillment || isNew) snapshots.push(await asOfOwnLabels(notebook, parsed.shape, parsed.snapshot));
  }
  return { snapshots, odd, newestMs };
}
