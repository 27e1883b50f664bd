import type { OddOrder, OrderSnapshot, PullPage } from '../../../app/ports/platform-connector.ts';
import type { ConnectorContext } from './context.ts';
import { type ListWindow, readWindow } from './list-window.ts';
import { type PullCursor, readCursor, type Round, writeCursor } from './pull-cursor.ts';
import { closeRound, isFresh, isFullDue, newRound, nextPass, openRound, progressOf, queryOf } from './round.ts';
import { takeIn } from './take-in.ts';

/** A first window that shows our clock to be further off than this is asked for again with the right time. */
const SKEW_LIMIT_MS = 5 * 60_000;

/**
 * One window of the order list, with the details of the orders that need them. Rounds: the first sync (180 days, finished
 * orders of the last 30), then changes since the watermark less 90 minutes, and once a day every open order again. The
 * watermark is the platform's time at which a round began and moves only after its last window. Throws PlatformFault.
 */
export async function pull(context: ConnectorContext, cursorText: string | null): Promise<PullPage> {
  const cursor = readCursor(cursorText);
  const { round, window } = await firstWindow(context, cursor);
  const taken = await takeIn(context, { window, seen: cursor.seen, isFirstSync: round.kind === 'first' });
  const skewMs = context.gateway.skewMs();
  const known: PullCursor = { ...cursor, skewMs: skewMs ?? cursor.skewMs, seen: taken.seen };
  const touched = { ...round, touchedLocalMs: context.clock.nowMs() };
  const going = !taken.isWhole
    ? touched
    : window.next === null
      ? nextPass(touched)
      : { ...touched, position: window.next };
  const page: Page = { taken, skewMs, progress: progressOf(round, going, window.total) };
  if (going !== null) return toPage(page, { ...known, round: going }, true);
  const closed = closeRound(known, round);
  return toPage(page, closed, isFullDue(closed, context.gateway.platformNowMs()));
}

/** The round's window; for a fresh round the first one again when it shows that our clock was wrong by far. */
async function firstWindow(
  context: ConnectorContext,
  cursor: PullCursor,
): Promise<{ readonly round: Round; readonly window: ListWindow }> {
  const { clock, gateway } = context;
  const nowMs = clock.nowMs() + (gateway.skewMs() ?? cursor.skewMs);
  const opened = openRound(cursor, nowMs, clock.nowMs());
  const window = await readWindow(context, queryOf(opened, cursor.watermarkMs), opened.position);
  if (!isFresh(opened)) return { round: opened, window };
  // Not beyond the platform's own time: what changes from then on belongs to the next round.
  const timed = { ...opened, startedAtMs: Math.min(opened.startedAtMs, window.atMs) };
  if (Math.abs(window.atMs - nowMs) <= SKEW_LIMIT_MS) return { round: timed, window };
  const round = newRound(cursor, window.atMs, clock.nowMs());
  return { round, window: await readWindow(context, queryOf(round, cursor.watermarkMs), round.position) };
}

interface Page {
  readonly taken: {
    readonly snapshots: readonly OrderSnapshot[];
    readonly odd: readonly OddOrder[];
    readonly warnings: readonly string[];
  };
  readonly skewMs: number | null;
  readonly progress: number | null;
}

function toPage({ taken, skewMs, progress }: Page, cursor: PullCursor, hasMore: boolean): PullPage {
  const { snapshots, odd, warnings } = taken;
  return { snapshots, odd, warnings, nextCursor: writeCursor(cursor), hasMore, clockSkewMs: skewMs, progress };
}
