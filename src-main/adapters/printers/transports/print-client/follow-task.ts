import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientLine } from './client-line.ts';
import { statusRequest, type WaybillTask } from './client-requests.ts';
import { taskEnd, type TaskEnd } from './task-end.ts';

export interface FollowTiming {
  /** After so long without a word the client is asked. */
  readonly quietMs: number;
  /** After so long nobody waits any more. */
  readonly patienceMs: number;
  /** So long a client that cut the line may take to be there again. */
  readonly absenceMs: number;
}

/** The end of a task, or why it is not known. */
export type Followed = TaskEnd | 'stalled' | 'closed-early';

/** How often a client that is gone, or that was asked on a new line, is tried. */
const AGAIN_MS = 400;

/** What a task is followed with. */
export interface Follower {
  readonly task: WaybillTask;
  readonly timing: FollowTiming;
  readonly nextId: () => string;
  /** The app closes: nobody waits any more. */
  readonly signal: AbortSignal;
  /** Another line to the same client. Throws. */
  readonly open: () => Promise<ClientLine>;
}

/**
 * Waits for the end of a task that was sent. Where the client falls silent it is asked what became of it, on a new line
 * where it cut the old one; the task itself is never sent again.
 */
export async function followTask(line: ClientLine, follower: Follower): Promise<Followed> {
  const { timing, open, signal } = follower;
  const patience = AbortSignal.timeout(timing.patienceMs);
  let end = await hearEnd(line, follower, timing.quietMs, patience);
  const absence = AbortSignal.timeout(timing.absenceMs);
  while (end === 'closed-early' && !absence.aborted && !signal.aborted) {
    await sleep(AGAIN_MS);
    const again = await open().catch(() => null);
    if (again === null) continue;
    ask(again, follower);
    end = await hearEnd(again, follower, AGAIN_MS, absence);
    again.close();
  }
  return end;
}

async function hearEnd(
  line: ClientLine,
  follower: Follower,
  quietMs: number,
  patience: AbortSignal,
): Promise<Followed> {
  for (;;) {
    const message = await line.next(quietMs);
    if (message === 'closed') return 'closed-early';
    const end = message === null ? null : taskEnd(message, follower.task);
    if (end !== null) return end;
    if (patience.aborted) return 'stalled';
    if (message === null) ask(line, follower);
  }
}

function ask(line: ClientLine, { nextId, task }: Follower): void {
  line.send(statusRequest(nextId(), task.taskId));
}
