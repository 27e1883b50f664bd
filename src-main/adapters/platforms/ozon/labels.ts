import type { LabelAnswer, LabelFault, LabelRequest } from '../../../app/ports/platform-connector.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, faultOutcome, isNotFound, outcomeCode, saysNotReady } from './errors.ts';
import { jsonInteger, member } from '../shared/json.ts';
import { fetchLabelFile } from './label-file.ts';
import { parseLabelTasks, readTicket, taskFor, writeTicket } from './label-ticket.ts';
import { parseLabelTask } from './parse-label.ts';
import { fetchPosting } from './reader.ts';
import { stageOf } from './units-status.ts';

/** Refusals that a posting gets which is not packed yet, and others get as well; a look at it tells them apart. */
const PERHAPS_TOO_EARLY: ReadonlySet<string> = new Set([
  'INVALID_ARGUMENT',
  'HAS_INCORRECT_STATUS',
  'http-400',
  'http-409',
]);

/** Asks Ozon to render a posting's label. Asking twice only makes another task, so every doubt is 'not-ready'. */
export async function requestLabel(context: ConnectorContext, remoteId: string): Promise<LabelRequest> {
  const { proxy, timings } = context;
  const answer = await proxy.call('createLabel', { posting_numbers: [remoteId] });
  if (!answer.ok) return await requestFault(context, remoteId, answer.fault);
  const tasks = parseLabelTasks(answer.body);
  if (tasks === null) return { kind: 'not-ready', code: 'unexpected-answer', afterMs: timings.labelNotReadyMs };
  return { kind: 'requested', ticket: writeTicket(tasks), afterMs: timings.labelPollMs };
}

/** Looks for a requested label and fetches it when it is there. */
export async function fetchLabel(context: ConnectorContext, remoteId: string, ticket: string): Promise<LabelAnswer> {
  const { proxy, timings, settings } = context;
  const tasks = readTicket(ticket);
  const taskId = tasks === null ? null : taskFor(tasks, settings.labelSize);
  if (taskId === null) return { kind: 'not-ready', code: 'ticket-unreadable', afterMs: 0 };
  const answer = await proxy.call('getLabel', { task_id: jsonInteger(taskId) });
  if (!answer.ok) return taskFault(context, answer.fault);
  const task = parseLabelTask(answer.body, remoteId);
  switch (task.kind) {
    case 'file':
      return await fetchLabelFile(context, task.fileUrl);
    case 'pending':
      return { kind: 'pending', afterMs: timings.labelPollMs };
    case 'not-ready':
      return { kind: 'not-ready', code: 'label-not-ready', afterMs: timings.labelNotReadyMs };
    case 'failed':
      return task;
  }
}

async function requestFault(context: ConnectorContext, remoteId: string, fault: CallFault): Promise<LabelFault> {
  const { timings } = context;
  const notReady: LabelFault = { kind: 'not-ready', code: 'label-not-ready', afterMs: timings.labelNotReadyMs };
  if (fault.kind === 'api' && fault.error.status < 500 && saysNotReady(fault.error.message)) return notReady;
  const failure = labelFault(context, fault);
  if (failure.kind !== 'failed' || !PERHAPS_TOO_EARLY.has(failure.code)) return failure;
  const posting = await fetchPosting(context.proxy, remoteId);
  const status = posting.ok ? member(posting.node, 'status') : null;
  const stage = typeof status === 'string' ? stageOf(status) : null;
  return stage === 'to-confirm' || stage === 'registering' || stage === 'to-hand-over' ? notReady : failure;
}

function taskFault(context: ConnectorContext, fault: CallFault): LabelAnswer {
  const { timings } = context;
  if (fault.kind === 'api' && isNotFound(fault.error))
    return { kind: 'not-ready', code: 'ticket-gone', afterMs: timings.labelNotReadyMs };
  const failure = labelFault(context, fault);
  return failure.kind === 'not-ready' ? { kind: 'pending', afterMs: failure.afterMs } : failure;
}

function labelFault({ timings }: ConnectorContext, fault: CallFault): LabelFault {
  const outcome = faultOutcome(fault, 'read', timings);
  switch (outcome.kind) {
    case 'needs-login':
      return outcome;
    case 'rejected':
      return { kind: 'failed', code: outcome.code };
    case 'rate-limited':
      return { kind: 'not-ready', code: 'rate-limited', afterMs: outcome.afterMs };
    case 'retry':
    case 'unknown': {
      const afterMs = outcome.kind === 'retry' ? outcome.afterMs : null;
      return { kind: 'not-ready', code: outcomeCode(outcome), afterMs: afterMs ?? timings.labelNotReadyMs };
    }
  }
}
