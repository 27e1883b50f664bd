import { setTimeout as pause } from 'node:timers/promises';
import type { TransportOutcome } from '../../../../app/ports/printers.ts';
import { blockingCondition } from '../../status/dialect.ts';
import { GROUP } from '../ipp/tags.ts';
import { groupOf, numberOf, textOf } from '../ipp/read-attributes.ts';
import { CupsRefusal, type Cups } from './cups-server.ts';
import { hindrances, QUEUE_ATTRIBUTES, readQueueState, type QueueState } from './queue-state.ts';
import { requestingUser } from './requesting-user.ts';

export interface QueueTiming {
  /** A job that is held up (queue stopped, printer not reached or in trouble) is taken back after so long. */
  readonly patienceMs: number;
  /** So long a job may wait for others or print without any news. */
  readonly printingMs: number;
}

export interface FollowedJob {
  readonly queue: string;
  readonly jobId: number;
  readonly byteCount: number;
}

/** job-state (RFC 8011 §5.3.7). */
const STATE = { pending: 3, held: 4, processing: 5, stopped: 6, canceled: 7, aborted: 8, completed: 9 } as const;
const JOB_ATTRIBUTES = ['job-state', 'time-at-processing', 'job-printer-state-message'];
/** A label is through in some ten milliseconds. */
const FIRST_LOOK_MS = 3;
const LOOK_MS = 200;

/**
 * What the backends say until they have the printer (CUPS backend/socket.c, usb-libusb.c, usb-darwin.c). In another
 * language or wording the job simply counts as begun.
 */
const NOT_REACHED = new RegExp(
  [
    'may not exist or is unavailable',
    'printer is unreachable',
    'printer is in use',
    'waiting for printer to become available',
    'unable to locate printer',
  ].join('|'),
  'i',
);
/** These connect once a job and send after that, so that such words are the last only while no byte has left. */
const ONE_CONNECTION: ReadonlySet<string> = new Set(['socket', 'usb']);

interface JobLook {
  readonly state: number;
  /** The print system has begun with it: bytes may have left. */
  readonly wasBegun: boolean;
  /** The print system's last words on it are that it does not get at the printer. */
  readonly isUnreached: boolean;
}

/**
 * Watches a job until the print system is done with it, and takes it back when it is held up: what lies in a queue
 * comes out whenever the printer is back, perhaps hours after the seller printed the label elsewhere.
 */
export async function followJob(
  cups: Cups,
  job: FollowedJob,
  timing: QueueTiming,
  signal: AbortSignal,
): Promise<TransportOutcome> {
  const startMs = performance.now();
  let heldSinceMs: number | null = null;
  for (let waitMs = FIRST_LOOK_MS; ; waitMs = Math.min(LOOK_MS, waitMs * 1.4)) {
    await pause(waitMs, undefined, { signal }).catch(() => undefined);
    const look = await lookAt(cups, job);
    if (look === null) return uncertain('closed-early');
    if (look.state >= STATE.canceled) return ended(cups, look, job);
    if (signal.aborted) return takeBack(cups, job, 'aborted');
    const nowMs = performance.now();
    if (waitMs < LOOK_MS) continue;
    heldSinceMs = isHeld(look, await stateOf(cups, job.queue)) ? (heldSinceMs ?? nowMs) : null;
    if (heldSinceMs !== null && nowMs - heldSinceMs >= timing.patienceMs) return takeBack(cups, job, 'held');
    if (nowMs - startMs >= timing.printingMs) return takeBack(cups, job, 'held');
  }
}

function isHeld(look: JobLook, queue: QueueState): boolean {
  if (look.state === STATE.held || look.state === STATE.stopped) return true;
  return look.isUnreached || blockingCondition(hindrances(queue)) !== null;
}

async function ended(cups: Cups, look: JobLook, { queue, byteCount }: FollowedJob): Promise<TransportOutcome> {
  if (look.state === STATE.completed) return { kind: 'sent', bytes: byteCount };
  // Somebody took it out of the queue, or the print system gave it up.
  if (mayHaveLeft(look, await stateOf(cups, queue))) return uncertain('closed-early');
  return { kind: 'not-sent', reason: look.isUnreached ? 'offline' : 'aborted' };
}

/** Cancels the job; what may already have left decides what is certain. */
async function takeBack(cups: Cups, job: FollowedJob, why: 'held' | 'aborted'): Promise<TransportOutcome> {
  const before = await stateOf(cups, job.queue);
  await cups.cancel(job.queue, job.jobId, requestingUser()).catch((error: unknown) => {
    // Done with it meanwhile: the look below tells.
    if (!(error instanceof CupsRefusal)) throw error;
  });
  const look = await untilEnded(cups, job);
  if (look?.state === STATE.completed) return { kind: 'sent', bytes: job.byteCount };
  const trouble = blockingCondition(hindrances(before));
  if (look === null || mayHaveLeft(look, before)) {
    return uncertain(why === 'aborted' ? 'aborted' : (trouble ?? 'queue-held'));
  }
  if (why === 'aborted') return { kind: 'not-sent', reason: 'aborted' };
  return { kind: 'not-sent', reason: trouble ?? (look.isUnreached ? 'offline' : 'busy') };
}

function mayHaveLeft(look: JobLook, { scheme }: QueueState): boolean {
  if (look.state < STATE.canceled) return true;
  return look.wasBegun && !(look.isUnreached && ONE_CONNECTION.has(scheme));
}

/** The job's last state; a backend may need a moment to stop. */
async function untilEnded(cups: Cups, job: FollowedJob): Promise<JobLook | null> {
  let look = await lookAt(cups, job);
  for (let waitMs = FIRST_LOOK_MS; look !== null && look.state < STATE.canceled && waitMs < 2_000; waitMs *= 2) {
    await pause(waitMs);
    look = await lookAt(cups, job);
  }
  return look;
}

/** Null: the print system keeps no history and has forgotten the job. */
async function lookAt(cups: Cups, { queue, jobId }: FollowedJob): Promise<JobLook | null> {
  try {
    const attributes = groupOf(await cups.job(queue, jobId, JOB_ATTRIBUTES), GROUP.job);
    return {
      state: numberOf(attributes, 'job-state') ?? STATE.pending,
      wasBegun: numberOf(attributes, 'time-at-processing') !== null,
      isUnreached: NOT_REACHED.test(textOf(attributes, 'job-printer-state-message') ?? ''),
    };
  } catch (error) {
    if (error instanceof CupsRefusal && error.reason === 'not-found') return null;
    throw error;
  }
}

async function stateOf(cups: Cups, queue: string): Promise<QueueState> {
  return readQueueState(groupOf(await cups.printer(queue, QUEUE_ATTRIBUTES), GROUP.printer));
}

function uncertain(reason: Extract<TransportOutcome, { kind: 'uncertain' }>['reason']): TransportOutcome {
  return { kind: 'uncertain', bytesTaken: 0, reason };
}
