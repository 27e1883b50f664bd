import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { invoke } from '../../client/client.ts';
import { heldStep, lookOf, sentBefore } from '../../printing/paper-look.ts';
import { openOrder } from '../../stores/route.ts';
import { resumeAfter, resumeBatch } from './batch-commands.ts';
import type { Subject } from './subject.ts';

/** What the right column offers, for its buttons and for the keys. Null: not offered. */
export interface PanelActions {
  /** Enter. */
  readonly primary: (() => Promise<unknown>) | null;
  /** 2: the label before is not whole either, or: it did not come out. */
  readonly before: (() => Promise<unknown>) | null;
  /** 3: the label is whole after all. */
  readonly after: (() => Promise<unknown>) | null;
}

const MAY_STILL_GO: readonly string[] = ['cancel-requested', 'order-held'];

const NONE: PanelActions = { primary: null, before: null, after: null };

export function panelActions(subject: Subject): PanelActions {
  if (subject.kind === 'calm') return NONE;
  return subject.kind === 'stop' ? stopActions(subject) : jobActions(subject.job);
}

function stopActions({ batch, job }: Extract<Subject, { kind: 'stop' }>): PanelActions {
  const before = sentBefore(batch, job.position);
  return {
    primary: () => resumeBatch(batch, job.position),
    before: before === null ? null : () => resumeBatch(batch, before.position),
    after: job.state === 'unknown' ? () => resumeAfter(batch, job.position) : null,
  };
}

function jobActions(job: PrintJobView): PanelActions {
  const answer = (cameOut: boolean) => () => invoke('printing.answer', { jobId: job.id, cameOut });
  const retry = () => invoke('printing.retry', { jobId: job.id });
  switch (lookOf(job)) {
    case 'ask':
      // Nothing is proposed: only her eye knows, and Enter is pressed too easily.
      return { primary: null, before: answer(false), after: answer(true) };
    case 'failed':
      return { primary: retry, before: null, after: null };
    case 'held': {
      // Hers to lift: the buyer's wish she may refuse, the hold is her own.
      const mayStillGo = job.state === 'failed' && MAY_STILL_GO.includes(heldStep(job) ?? '');
      return { primary: async () => openOrder(job.orderId), before: mayStillGo ? retry : null, after: null };
    }
    default:
      return NONE;
  }
}
