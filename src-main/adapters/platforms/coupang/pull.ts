import type { OddOrder, OrderSnapshot, PullPage } from '../../../app/ports/platform-connector.ts';
import { type CallFault, orThrow } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { listSheets, type SheetPage } from './list-sheets.ts';
import { withMet, withSeen } from './open-boxes.ts';
import { type PullCursor, readCursor, type Round, tokenMark, writeCursor } from './pull-cursor.ts';
import { parseSheets } from './read-sheet.ts';
import { recheckBoxes } from './recheck.ts';
import { afterLists, closeRound, halves, newRound, openRound } from './round.ts';

/** A first answer that shows our clock to be further off than this means that the wrong days were asked for. */
const SKEW_LIMIT_MS = 5 * 60_000;

type Going = PullCursor & { readonly round: Round };

/**
 * One page: a page of one list, or a look at some boxes that vanished from the lists. The window of a list is on the
 * day of the order and there is no list of changes, so a round reads one list a status and compares what it meets
 * with what was open before: what is missing has moved on, or is cancelled and shown no more. Throws PlatformFault.
 */
export async function pull(context: ConnectorContext, cursorText: string | null): Promise<PullPage> {
  const stored = readCursor(cursorText);
  const localNowMs = context.clock.nowMs();
  const round = openRound(stored, localNowMs);
  const going: Going = round === null ? newRound(stored, context.proxy.nowMs(), localNowMs) : { ...stored, round };
  const { recheck } = going.round;
  return recheck === null ? await listPage(context, going, round === null) : await recheckPage(context, going, recheck);
}

async function listPage(context: ConnectorContext, going: Going, isFirst: boolean): Promise<PullPage> {
  const [task] = going.round.tasks;
  // An open round without lists or boxes to look at cannot be written by this version; begin anew.
  if (task === undefined) return toPage([], [], closeRound(going, { ...going.round, isWhole: false }), null, []);
  const page = await listSheets(context, task);
  const nowMs = context.proxy.nowMs();
  if (isFirst && Math.abs(nowMs - going.round.startedAtMs) > SKEW_LIMIT_MS) {
    return await listPage(context, newRound({ ...going, round: null }, nowMs, context.clock.nowMs()), false);
  }
  if (!page.ok && isTooWide(page.fault)) {
    const parts = halves(task);
    if (parts !== null) {
      const tasks = [...parts, ...going.round.tasks.slice(1)];
      const split = {
        ...going.round,
        tasks,
        taskCount: going.round.taskCount + 1,
        touchedLocalMs: context.clock.nowMs(),
      };
      return toPage([], [], { ...going, round: split }, null, ['window-split']);
    }
  }
  // A token that is refused leads nowhere: the list ends here, and the next round reads it again.
  if (!page.ok && task.token !== '' && isRefused(page.fault)) return await takePage(context, going, NOTHING_MORE, true);
  return await takePage(context, going, orThrow(page), false);
}

const NOTHING_MORE: SheetPage = { ok: true, sheets: [], next: '', clockSkewMs: null };
const isRefused = (fault: CallFault): boolean => fault.kind === 'api' && fault.status === 400;

/** The gateway gave up waiting: a narrower window is the documented way out. */
const isTooWide = (fault: CallFault): boolean => fault.kind === 'api' && fault.status === 504;

async function takePage(context: ConnectorContext, going: Going, page: SheetPage, isCut: boolean): Promise<PullPage> {
  const { snapshots, odd } = parseSheets(page.sheets, context.proxy.nowMs());
  await context.boxes.remember(snapshots);
  const [task, ...rest] = going.round.tasks;
  const used = [...(task?.seen ?? []), tokenMark(task?.token ?? '')];
  const isBroken = isCut || (page.next !== '' && used.includes(tokenMark(page.next)));
  const isDone = page.next === '' || isBroken || task === undefined;
  const tasks = isDone ? rest : [{ ...task, token: page.next, seen: used }, ...rest];
  const cursor = { ...going, open: withMet(withSeen(going.open, snapshots), odd) };
  const isWhole = going.round.isWhole && !isBroken;
  const round = { ...going.round, tasks, isWhole, touchedLocalMs: context.clock.nowMs() };
  const next = tasks.length === 0 ? ended(cursor, afterLists(cursor, round)) : { ...cursor, round };
  return toPage(snapshots, odd, next, page.clockSkewMs, isBroken ? ['cursor-repeated'] : []);
}

/** The round is over when it has neither lists nor boxes left. */
const ended = (cursor: PullCursor, round: Round): PullCursor =>
  round.recheck?.length === 0 ? closeRound(cursor, round) : { ...cursor, round };

async function recheckPage(context: ConnectorContext, going: Going, recheck: readonly string[]): Promise<PullPage> {
  const { snapshots, odd, looked, gone, warnings } = await recheckBoxes(context, going.open, recheck);
  const open = new Map(withSeen(going.open, snapshots));
  for (const remoteId of gone) open.delete(remoteId);
  const round = { ...going.round, recheck: recheck.slice(looked), touchedLocalMs: context.clock.nowMs() };
  return toPage(snapshots, odd, ended({ ...going, open }, round), context.proxy.lastSkewMs(), warnings);
}

function toPage(
  snapshots: readonly OrderSnapshot[],
  odd: readonly OddOrder[],
  cursor: PullCursor,
  clockSkewMs: number | null,
  warnings: readonly string[],
): PullPage {
  const { round } = cursor;
  const progress = round?.kind === 'first' ? 1 - round.tasks.length / Math.max(1, round.taskCount) : null;
  return { snapshots, odd, nextCursor: writeCursor(cursor), hasMore: round !== null, clockSkewMs, warnings, progress };
}
