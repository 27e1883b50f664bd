import type { PullPage } from '../../../app/ports/platform-connector.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { type PullCursor, readCursor, type Round, writeCursor } from './pull-cursor.ts';
import { readTrades, type ReadTrades } from './reader.ts';
import {
  closeRound,
  isFullDue,
  newRound,
  nextWindow,
  openRound,
  progressOf,
  SEEN_MS,
  withSettledWindow,
} from './round.ts';
import { unseen, withSeen } from './seen-trades.ts';
import { fetchTradePage, type TradePage, unexpected } from './trade-page.ts';

/** A first page that shows the time to have been further off than this is asked again with the right one. */
const SKEW_LIMIT_MS = 60_000;
/** Windows without a change are passed over, so many a call. */
const EMPTY_WINDOWS_A_PULL = 20;

/**
 * One page of changes. Rounds: the first sync (three months by the making of the trades), then changes in windows of half
 * an hour since the watermark less ten minutes, and once a day everything again. The watermark is the time by the
 * platform's clock at which a round began, and moves only after its last page. Throws PlatformFault.
 *
 * Of the increments the pages are counted and then read from the last to the first: a trade that changes meanwhile leaves
 * its place, and the ones behind it move up onto pages that are still to be read. A list by making has fixed ends and
 * loses no row, so its pages are read forward.
 */
export async function pull(context: ConnectorContext, cursorText: string | null): Promise<PullPage> {
  const cursor = readCursor(cursorText);
  let { round, page } = await openPage(context, cursor);
  const isNothingNew = () => unseen(page.trades, cursor.seen).length === 0;
  for (let passed = 0; isNothingNew() && passed < EMPTY_WINDOWS_A_PULL; passed += 1) {
    const next: Round | null = round.kind === 'changes' && isLastPage(round, page) ? nextWindow(round) : null;
    if (next === null) break;
    ({ round, page } = await readPage(context, next));
  }
  const isChange = round.kind === 'changes';
  const fresh = isChange ? unseen(page.trades, cursor.seen) : page.trades;
  const read = await readTrades(context, fresh, isChange ? 'by-change' : 'by-making');
  const nowMs = context.clock.nowMs() + (context.proxy.clockSkewMs() ?? 0);
  const seen = isChange ? withSeen(cursor.seen, fresh, nowMs, SEEN_MS) : cursor.seen;
  return toPullPage(context, { ...cursor, seen }, after(round, page), read);
}

interface Step {
  /** With the page that was read in `page`. */
  readonly round: Round;
  readonly page: TradePage;
}

async function openPage(context: ConnectorContext, cursor: PullCursor): Promise<Step> {
  const { proxy, clock, timings } = context;
  const { atMs } = orThrow(await proxy.serverNowMs(), timings);
  const opened = openRound(cursor, atMs, clock.nowMs());
  const step = await readPage(context, opened);
  const serverNowMs = clock.nowMs() + (proxy.clockSkewMs() ?? 0);
  const isNew = opened !== cursor.round;
  if (!isNew || Math.abs(serverNowMs - opened.startedAtMs) < SKEW_LIMIT_MS) return step;
  return await readPage(context, newRound(cursor, serverNowMs, clock.nowMs()));
}

/** The next page of the round; where the pages must be counted first, that is done too. */
async function readPage(context: ConnectorContext, round: Round): Promise<Step> {
  if (round.page !== null) return { round, page: await fetchUnlike(context, round, round.page) };
  const first = await fetchTradePage(context, round, 1, true);
  const pages = first.pages ?? 1;
  if (round.kind !== 'changes' || pages <= 1) return { round: { ...round, page: 1, pages }, page: first };
  // From the last page on, a trade that comes in at the top would push another one onto a page that was read.
  const settled = withSettledWindow(round);
  if (settled !== null) return await readPage(context, settled);
  const last = { ...round, page: pages, pages };
  return { round: last, page: await fetchTradePage(context, last, pages, false) };
}

/** A page that equals the one before it is asked for once more; if a list by making insists on it, rows would be lost. */
async function fetchUnlike(context: ConnectorContext, round: Round, page: number): Promise<TradePage> {
  const found = await fetchTradePage(context, round, page, false);
  if (found.mark === '' || found.mark !== round.mark) return found;
  const again = await fetchTradePage(context, round, page, false);
  if (again.mark === round.mark && round.kind !== 'changes') throw unexpected('page-repeated');
  return again;
}

function isLastPage(round: Round, page: TradePage): boolean {
  const at = round.page ?? 1;
  if (round.kind === 'changes') return at <= 1;
  return page.pages === null ? !page.hasNext : at >= page.pages;
}

/** The round as the next call has to go on with it; null when it is through. */
function after(round: Round, page: TradePage): { readonly done: Round; readonly next: Round | null } {
  const at = round.page ?? 1;
  if (!isLastPage(round, page)) {
    const step = round.kind === 'changes' ? -1 : 1;
    return { done: round, next: { ...round, page: at + step, mark: page.mark } };
  }
  return { done: round, next: round.kind === 'changes' ? nextWindow(round) : null };
}

function toPullPage(
  { proxy, clock }: ConnectorContext,
  cursor: PullCursor,
  { done, next }: ReturnType<typeof after>,
  read: ReadTrades,
): PullPage {
  const clockSkewMs = proxy.clockSkewMs();
  const touched = next === null ? null : { ...next, touchedLocalMs: clock.nowMs() };
  const after: PullCursor = touched === null ? closeRound(cursor, done) : { ...cursor, round: touched };
  const hasMore = touched !== null || isFullDue(after, clock.nowMs() + (clockSkewMs ?? 0));
  const progress = touched === null ? null : progressOf(touched);
  return { ...read, nextCursor: writeCursor(after), hasMore, clockSkewMs, progress };
}
