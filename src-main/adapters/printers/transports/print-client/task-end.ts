import * as z from 'zod';
import type { ClientMessage } from './client-line.ts';
import type { WaybillTask } from './client-requests.ts';

/**
 * How a task ended: printed — every document is with the printer's driver · failed — nobody knows how much came out ·
 * empty, undecodable, refused — nothing was printed.
 */
export type TaskEnd = 'printed' | 'failed' | 'empty' | 'undecodable' | 'refused';

/** Cainiao cloud print: a task without documents. */
const EMPTY = 11;

const text = z.string().catch('');
const statusList = z.array(z.looseObject({ documentID: text, status: text })).catch([]);
const replySchema = z.looseObject({ requestID: text, status: text, errorCode: z.number().catch(0) });
const documentSchema = z.looseObject({ documentID: text, docStatus: text, status: text });
const resultSchema = z.looseObject({ taskStatus: text, printStatus: statusList });
const tasksSchema = z.looseObject({
  printStatus: z.array(z.looseObject({ taskID: text, taskId: text, detailStatus: statusList })).catch([]),
});

/**
 * What a message says of the task's end; null: nothing. The good reply to 'print' says only that the task was taken, and
 * 'rendered' and notifyTaskResult say less than they seem to; messages may come in any order, be lost, or be about
 * another task. The task is called taskID here and taskId there (Cainiao cloud print, observed sequence of a client).
 */
export function taskEnd(message: ClientMessage, task: WaybillTask): TaskEnd | null {
  switch (message['cmd']) {
    case 'print':
      return endOfReply(message, task);
    case 'notifyDocResult':
      return isOurs(message, task) ? endOfDocument(message, task) : null;
    case 'notifyPrintResult':
      return isOurs(message, task) ? endOfResult(message, task) : null;
    case 'getTaskStatus': {
      const { printStatus } = tasksSchema.parse(message);
      const own = printStatus.filter((status) => isOurs(status, task));
      return endOfAll(
        own.flatMap((status) => status.detailStatus),
        task,
      );
    }
    default:
      return null;
  }
}

function isOurs(message: ClientMessage, { taskId }: WaybillTask): boolean {
  return message['taskID'] === taskId || message['taskId'] === taskId;
}

function endOfReply(message: ClientMessage, task: WaybillTask): TaskEnd | null {
  const { requestID, status, errorCode } = replySchema.parse(message);
  if (requestID !== task.requestId || status !== 'failed') return null;
  return errorCode === EMPTY ? 'empty' : 'refused';
}

/** A document that could not be drawn never reached the printer; one that failed later may have, in part. */
function endOfDocument(message: ClientMessage, { documentId }: WaybillTask): TaskEnd | null {
  const { documentID, docStatus, status } = documentSchema.parse(message);
  if (documentID !== documentId || status !== 'failed') return null;
  return docStatus === 'rendered' ? 'undecodable' : 'failed';
}

function endOfResult(message: ClientMessage, task: WaybillTask): TaskEnd | null {
  const { taskStatus, printStatus } = resultSchema.parse(message);
  if (taskStatus === 'failed') return 'failed';
  return taskStatus === 'printed' ? endOfAll(printStatus, task) : null;
}

type Statuses = z.output<typeof statusList>;

/** Printed is what is printed whole. */
function endOfAll(statuses: Statuses, { documentId }: WaybillTask): TaskEnd | null {
  if (statuses.some(({ status }) => status === 'failed')) return 'failed';
  const isThere = statuses.some(({ documentID }) => documentID === documentId);
  return isThere && statuses.every(({ status }) => status === 'success') ? 'printed' : null;
}
