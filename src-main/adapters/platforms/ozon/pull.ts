import type { OddOrder, OrderSnapshot, PullPage } from '../../../app/ports/platform-connector.ts';
import { listCancelRequests } from './cancel-requests.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, outcomeCode } from './errors.ts';
import { listBody } from './mapper.ts';
import { OZON_METHODS } from './paths.ts';
import { type PostingPage, readPostingPage } from './posting-page.ts';
import { pageMark, type PullCursor, readCursor, type Round, writeCursor } from './pull-cursor.ts';
import { fetchPosting, orThrow, readPostings } from './reader.ts';
import { closeRound, isFullDue, newRound, oldestFinalMs, openRound } from './round.ts';
import { isFinalStage } from './units-status.ts';

/** A first page that shows our clock to be further off than this is asked again with the right time. */
const SKEW_LIMIT_MS = 5 * 60_000;
const RECHECKS_A_PULL = 20;

/**
 * One page of changes. Rounds: the first sync (90 days, finished orders of the last 30), then changes since the
 * watermark less 15 minutes, and once a day everything again. The watermark is the time by Ozon's clock at which a
 * round began, and moves only after its last page. Throws PlatformFault.
 */
export async function pull(context: ConnectorContext, cursorText: string | null): Promise<PullPage> {
  const stored = readCursor(cursorText);
  const warnings: string[] = [];
  const opened = openRound(stored, context.clock.nowMs());
  const isStart = opened.seen.length === 0;
  const cursor = isStart ? await withCancelRequests(context, stored, warnings) : stored;
  const { round, page, clockSkewMs } = await fetchPage(context, cursor, opened);
  const { snapshots, odd } = await readPostings(page.postings, new Set(cursor.asked));
  const seenNow = new Set(snapshots.map((snapshot) => snapshot.facts.remoteId));
  const taken: PullCursor = {
    ...cursor,
    clockSkewMs: clockSkewMs ?? cursor.clockSkewMs,
    recheck: cursor.recheck.filter((remoteId) => !seenNow.has(remoteId)),
  };
  const kept = snapshots.filter((snapshot) => isWanted(snapshot, oldestFinalMs(round)));
  const found = { snapshots: kept, odd };
  const isLast = page.next === null || isCircle(round, page.next);
  if (!isLast) {
    const seen = [...round.seen, pageMark(round.page)];
    const going = { ...round, page: page.next ?? '', seen, touchedLocalMs: context.clock.nowMs() };
    return {
      ...toPage(found, { ...taken, round: going }, true, clockSkewMs, warnings),
      progress: progressOf(round, found),
    };
  }
  return await endRound(context, { round, taken, found, clockSkewMs, warnings, isComplete: page.next === null });
}

interface Found {
  readonly snapshots: readonly OrderSnapshot[];
  readonly odd: readonly OddOrder[];
}

const isWanted = ({ facts }: OrderSnapshot, oldestFinal: number): boolean =>
  !isFinalStage(facts.stage) || facts.placedAtMs >= oldestFinal;

const isCircle = (round: Round, next: string): boolean =>
  next === '' || next === round.page || round.seen.includes(pageMark(next));

/** The round's page; the first one again when it shows that our clock was wrong by far. */
async function fetchPage(
  context: ConnectorContext,
  cursor: PullCursor,
  opened: Round,
): Promise<{ readonly round: Round; readonly page: PostingPage; readonly clockSkewMs: number | null }> {
  const answer = orThrow(await context.proxy.call('list', listBody(opened.filter, opened.page)), context.timings);
  const { clockSkewMs, sentAtMs } = answer;
  const isFirstPage = opened.seen.length === 0;
  if (!isFirstPage || clockSkewMs === null) return { round: opened, page: readPostingPage(answer.body), clockSkewMs };
  const isWayOff = Math.abs(sentAtMs + clockSkewMs - opened.startedAtMs) > SKEW_LIMIT_MS;
  // Not beyond the moment the request left, by Ozon's clock: what changes from then on belongs to the next round.
  const timed = { ...opened, startedAtMs: Math.min(opened.startedAtMs, sentAtMs + clockSkewMs) };
  if (!isWayOff) return { round: timed, page: readPostingPage(answer.body), clockSkewMs };
  const round = newRound(cursor, context.clock.nowMs(), clockSkewMs);
  const again = orThrow(await context.proxy.call('list', listBody(round.filter, '')), context.timings);
  return { round, page: readPostingPage(again.body), clockSkewMs };
}

/**
 * Reads which buyers ask to cancel. A request may come or go without the posting changing, so the postings whose
 * state of asking changed are marked to be looked at. When the list cannot be read, what was known stands.
 */
async function withCancelRequests(
  context: ConnectorContext,
  cursor: PullCursor,
  warnings: string[],
): Promise<PullCursor> {
  const requests = await listCancelRequests(context.proxy);
  if (!requests.ok) {
    const code = outcomeCode(faultOutcome(requests.fault, 'read', context.timings));
    warnings.push(
      code === 'missing-role' ? `missing-role:${OZON_METHODS.cancelRequests.path}` : `cancel-requests-unread:${code}`,
    );
    return cursor;
  }
  const asked = requests.postings;
  const withdrawn = cursor.asked.filter((remoteId) => !asked.includes(remoteId));
  const added = asked.filter((remoteId) => !cursor.asked.includes(remoteId));
  return { ...cursor, asked, recheck: [...new Set([...cursor.recheck, ...withdrawn, ...added])] };
}

interface Ending {
  readonly round: Round;
  readonly taken: PullCursor;
  readonly found: Found;
  readonly clockSkewMs: number | null;
  readonly warnings: string[];
  readonly isComplete: boolean;
}

/** The last page of a round: the orders whose cancel request came or went are fetched one by one and added. */
async function endRound(context: ConnectorContext, ending: Ending): Promise<PullPage> {
  const { round, taken, found, clockSkewMs, warnings, isComplete } = ending;
  const rechecked = await recheck(context, taken);
  const all = { snapshots: [...found.snapshots, ...rechecked.snapshots], odd: [...found.odd, ...rechecked.odd] };
  const cursor = { ...taken, recheck: rechecked.rest };
  if (!isComplete) {
    // A platform that walks in a circle: what came is kept, the watermark stays, and the next pull begins again.
    warnings.push('cursor-repeated');
    return toPage(all, { ...cursor, round: null }, false, clockSkewMs, warnings);
  }
  const closed = closeRound(cursor, round);
  return toPage(all, closed, isFullDue(closed, context.clock.nowMs() + closed.clockSkewMs), clockSkewMs, warnings);
}

async function recheck(
  context: ConnectorContext,
  { recheck: waiting, asked }: PullCursor,
): Promise<Found & { readonly rest: string[] }> {
  const rest = [...waiting];
  const nodes = [];
  for (const remoteId of waiting.slice(0, RECHECKS_A_PULL)) {
    const posting = await fetchPosting(context.proxy, remoteId);
    if (!posting.ok) break;
    if (posting.node !== null) nodes.push(posting.node);
    rest.shift();
  }
  return { ...(await readPostings(nodes, new Set(asked))), rest };
}

/** How far a first sync is: the list goes by the time when orders were placed. Other rounds are short. */
function progressOf({ kind, filter, startedAtMs }: Round, { snapshots }: Found): number | null {
  const last = snapshots.at(-1)?.facts.placedAtMs;
  if (kind !== 'first' || last === undefined) return null;
  return Math.min(1, Math.max(0, (last - filter.sinceMs) / Math.max(1, startedAtMs - filter.sinceMs)));
}

function toPage(
  found: Found,
  cursor: PullCursor,
  hasMore: boolean,
  clockSkewMs: number | null,
  warnings: string[],
): PullPage {
  return { ...found, nextCursor: writeCursor(cursor), hasMore, clockSkewMs, warnings };
}
