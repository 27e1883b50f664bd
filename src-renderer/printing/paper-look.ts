import type { BatchView, PrintJobView } from '../../src-main/contract/methods/printing.ts';

/** Why a label was held back: the order became something else between the key and the paper. */
export const HELD_STEPS = [
  'order-cancelled',
  'order-refunded',
  'order-replaced',
  'cancel-requested',
  'order-held',
] as const;
export type HeldStep = (typeof HELD_STEPS)[number];

/**
 * How a label is drawn: waiting — pale · busy — leaving now · sent, confirmed — ticked · look — sent, but it lies beside
 * the stop: amber · ask — nobody knows whether it came out · stopped — here the printer stopped: red, half · failed ·
 * held — stamped · cancelled.
 */
export type PaperLook =
  | 'waiting'
  | 'busy'
  | 'sent'
  | 'confirmed'
  | 'look'
  | 'ask'
  | 'stopped'
  | 'failed'
  | 'held'
  | 'cancelled';

const LOOKS: Readonly<Record<PrintJobView['state'], PaperLook>> = {
  waiting: 'waiting',
  queued: 'waiting',
  sending: 'busy',
  sent: 'sent',
  confirmed: 'confirmed',
  unknown: 'ask',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** Why this label is held back, or null. */
export function heldStep(job: PrintJobView): HeldStep | null {
  if (job.state !== 'failed' && job.state !== 'cancelled') return null;
  return HELD_STEPS.find((step) => job.step === step) ?? null;
}

/** How a job looks by itself. */
export function lookOf(job: PrintJobView): PaperLook {
  return heldStep(job) === null ? LOOKS[job.state] : 'held';
}

const ON_PAPER: readonly PaperLook[] = ['sent', 'confirmed'];

/** True for a label that left for the printer in good order. */
export function isSent(job: PrintJobView): boolean {
  return ON_PAPER.includes(lookOf(job));
}

/** The job at which the batch stands still; null while it moves. */
export function stoppedJob(batch: BatchView): PrintJobView | null {
  if (batch.state !== 'stopped') return null;
  return batch.jobs.find((job) => job.position === batch.stoppedAt) ?? null;
}

/** The last label that left before a position: the one to look at when the printer stopped there. */
export function sentBefore(batch: BatchView, position: number): PrintJobView | null {
  return batch.jobs.findLast((job) => job.position < position && isSent(job)) ?? null;
}

/** How each label of a batch is drawn, in its order. */
export function looksOf(batch: BatchView): PaperLook[] {
  const stopped = stoppedJob(batch);
  const before = stopped === null ? null : sentBefore(batch, stopped.position);
  return batch.jobs.map((job) => {
    if (job === stopped && lookOf(job) !== 'held') return 'stopped';
    return job === before ? 'look' : lookOf(job);
  });
}

export interface BatchCounts {
  readonly total: number;
  readonly sent: number;
  /** 0 or 1: the label at which it stands still. */
  readonly stopped: number;
  readonly waiting: number;
  readonly ask: number;
  readonly failed: number;
  readonly held: number;
  readonly cancelled: number;
}

/** Counts for bar and legend. What is leaving counts as waiting: it is not on paper yet. */
export function countLooks(looks: readonly PaperLook[]): BatchCounts {
  const count = (...wanted: PaperLook[]) => looks.filter((look) => wanted.includes(look)).length;
  return {
    total: looks.length,
    sent: count('sent', 'confirmed', 'look'),
    stopped: count('stopped'),
    waiting: count('waiting', 'busy'),
    ask: count('ask'),
    failed: count('failed'),
    held: count('held'),
    cancelled: count('cancelled'),
  };
}
