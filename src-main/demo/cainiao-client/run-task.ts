import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoClock } from '../clock.ts';
import type { ClientBooks, RecordedTask, TaskDocument } from './books.ts';
import type { ClientFaultKind } from './faults.ts';
import { noError, type PrintTask } from './protocol.ts';
import { renderDocument, type Rendered } from './render-document.ts';

/** What a task needs of its client. */
export interface TaskContext {
  clock: DemoClock;
  books: ClientBooks;
  /** Between two steps of a job. */
  paceMs: number;
  tell(message: Record<string, unknown>): void;
  drop(): void;
  faults: ReadonlySet<ClientFaultKind>;
}

type Page = { document: PrintTask['documents'][number]; rendered: Rendered };

/**
 * Runs a task through the sequence that current clients show: notifyTaskResult `initial`, the `print` reply, notifyDocResult `rendered`
 * and `printed` a document, notifyPrintResult `rendered` and `printed`, notifyTaskResult `completeSuccess` (taobao.md §6.1). A preview
 * ends with a second `print` reply that says where to look.
 */
export async function runTask(task: PrintTask, record: RecordedTask, context: TaskContext): Promise<void> {
  const { tell, faults } = context;
  if (task.documents.length === 0) {
    const refusal = { status: 'failed', errorCode: 11, msg: 'document not found' };
    tell({ cmd: 'print', requestID: record.requestId, taskID: task.taskID, ...refusal });
    return;
  }
  // The documents spell it `taskId` here and `taskID` there, and so do clients.
  tell({ cmd: 'notifyTaskResult', taskId: task.taskID, printer: record.printer, taskStatus: 'initial' });
  const taken = { cmd: 'print', requestID: record.requestId, taskID: task.taskID, ...noError };
  const isHeldBack = faults.has('reply-last') || faults.has('reply-lost');
  if (!isHeldBack) tell(taken);
  if (faults.has('silent-after-accept')) return;
  if (faults.has('drop-after-accept')) context.drop();
  const isSilent = faults.has('silent-after-print');
  const loud: TaskContext = isSilent ? { ...context, tell: () => undefined } : context;
  await sleep(context.paceMs);
  const pages = task.documents.map((document) => ({ document, rendered: renderDocument(document) }));
  for (const page of pages) tellRendered(task, record, page, loud);
  if (task.preview) tellPreview(task, record, loud);
  else await printPages(task, record, pages, loud);
  if (faults.has('reply-last')) tell(taken);
}

function tellRendered(task: PrintTask, record: RecordedTask, { document, rendered }: Page, context: TaskContext): void {
  const result = rendered.isGood
    ? { code: 0, detail: '', status: 'success' }
    : { code: rendered.code, detail: rendered.message, status: 'failed' };
  if (!rendered.isGood) setStatus(record, document.documentID, 'failed', rendered.message);
  context.tell({
    cmd: 'notifyDocResult',
    taskID: task.taskID,
    documentID: document.documentID,
    printer: record.printer,
    docStatus: 'rendered',
    ...result,
  });
}

function tellPreview(task: PrintTask, record: RecordedTask, { tell }: TaskContext): void {
  const base = `http://127.0.0.1:13528/previewTasks/${task.taskID}`;
  const where = task.previewType === 'image' ? { previewImage: [`${base}-0.jpg`] } : { previewURL: `${base}.pdf` };
  tell({ cmd: 'print', requestID: record.requestId, taskID: task.taskID, ...noError, ...where });
}

async function printPages(
  task: PrintTask,
  record: RecordedTask,
  pages: readonly Page[],
  context: TaskContext,
): Promise<void> {
  const { tell, faults } = context;
  if (pages.every(({ rendered }) => rendered.isGood) && !faults.has('printed-only'))
    tellResult(record, 'rendered', tell);
  await sleep(context.paceMs);
  for (const page of pages) printPage(task, record, page, context);
  const isGood = record.documents.every((document) => document.status === 'success');
  tellResult(record, isGood ? 'printed' : 'failed', tell);
  tell({
    cmd: 'notifyTaskResult',
    taskId: task.taskID,
    printer: record.printer,
    taskStatus: isGood ? 'completeSuccess' : 'completeFailure',
  });
}

function printPage(task: PrintTask, record: RecordedTask, { document, rendered }: Page, context: TaskContext): void {
  if (!rendered.isGood) return;
  const { documentID } = document;
  if (context.faults.has('printing-fails')) {
    setStatus(record, documentID, 'failed', 'out of paper');
    return;
  }
  const { label, templateUrl, customArea } = rendered;
  const atMs = context.clock.nowMs();
  context.books.prints.push({
    taskId: task.taskID,
    documentId: documentID,
    printer: record.printer,
    atMs,
    label,
    templateUrl,
    customArea,
  });
  setStatus(record, documentID, 'success', '');
  context.tell({
    cmd: 'notifyDocResult',
    taskID: task.taskID,
    documentID,
    printer: record.printer,
    docStatus: 'printed',
    status: 'success',
    code: 0,
    detail: '',
    spendTime: context.paceMs,
  });
}

function setStatus(record: RecordedTask, documentId: string, status: TaskDocument['status'], message: string): void {
  const document = record.documents.find((candidate) => candidate.documentId === documentId);
  if (document !== undefined) Object.assign(document, { status, message });
}

/** What an app may go by: `printed` with every document `success`. */
function tellResult(
  record: RecordedTask,
  taskStatus: 'rendered' | 'printed' | 'failed',
  tell: TaskContext['tell'],
): void {
  tell({
    cmd: 'notifyPrintResult',
    taskID: record.taskId,
    printer: record.printer,
    taskStatus,
    printStatus: record.documents.map((document) => ({
      documentID: document.documentId,
      status: taskStatus === 'rendered' ? 'success' : document.status,
      msg: document.message,
      detail: document.message,
    })),
  });
}
