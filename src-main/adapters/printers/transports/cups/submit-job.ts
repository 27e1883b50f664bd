import type { NotSentReason, TransportOutcome } from '../../../../app/ports/printers.ts';
import { blockingCondition } from '../../status/dialect.ts';
import { IppUnreachable } from '../ipp/exchange.ts';
import type { IppResponse } from '../ipp/decode-response.ts';
import { cutText, type RequestAttributes } from '../ipp/encode-request.ts';
import { groupOf, numberOf } from '../ipp/read-attributes.ts';
import { GROUP } from '../ipp/tags.ts';
import { cupsFault, type Cups } from './cups-server.ts';
import { followJob, type QueueTiming } from './follow-job.ts';
import { hindrances, QUEUE_ATTRIBUTES, readQueueState } from './queue-state.ts';
import { requestingUser } from './requesting-user.ts';

export interface QueueDocument {
  readonly queue: string;
  readonly title: string;
  readonly format: 'application/vnd.cups-raw' | 'application/pdf';
  readonly bytes: Uint8Array;
  readonly jobAttributes: RequestAttributes;
}

/** Looks at the queue, gives it the document and follows the job to its end. Never rejects. */
export async function submitJob(
  cups: Cups,
  document: QueueDocument,
  signal: AbortSignal,
  timing: QueueTiming,
): Promise<TransportOutcome> {
  if (signal.aborted) return { kind: 'not-sent', reason: 'aborted' };
  const { queue, bytes } = document;
  try {
    const state = readQueueState(groupOf(await cups.printer(queue, QUEUE_ATTRIBUTES), GROUP.printer));
    const trouble = blockingCondition(hindrances(state));
    if (trouble !== null) return { kind: 'not-sent', reason: trouble };
  } catch (error) {
    return { kind: 'not-sent', reason: unreachableReason(error) };
  }
  try {
    const jobId = numberOf(groupOf(await give(cups, document), GROUP.job), 'job-id');
    if (jobId === null) return LOST;
    return await followJob(cups, { queue, jobId, byteCount: bytes.length }, timing, signal);
  } catch (error) {
    return error instanceof NotTaken ? { kind: 'not-sent', reason: error.reason } : LOST;
  }
}

/** The job may lie in the queue: its answer never came, or was unreadable. */
const LOST: TransportOutcome = { kind: 'uncertain', bytesTaken: 0, reason: 'reset' };

/** The print system did not take the document. */
class NotTaken extends Error {
  readonly reason: NotSentReason;
  constructor(reason: NotSentReason) {
    super(reason);
    this.reason = reason;
  }
}

async function give(cups: Cups, { queue, title, format, bytes, jobAttributes }: QueueDocument): Promise<IppResponse> {
  const operation: RequestAttributes = {
    ...requestingUser(),
    'job-name': { tag: 'name', value: cutText(title, 127) },
    'document-format': { tag: 'mimeMediaType', value: format },
  };
  try {
    return await cups.print(queue, operation, jobAttributes, bytes);
  } catch (error) {
    const reason = error instanceof IppUnreachable && error.wasSent ? null : cupsFault(error);
    throw reason === null ? error : new NotTaken(reason);
  }
}

/** Why the queue cannot be asked; anything unreadable is a fault of the print system. */
export function unreachableReason(error: unknown): NotSentReason {
  return cupsFault(error) ?? 'fault';
}
