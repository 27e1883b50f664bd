import * as z from 'zod';
import { int64 } from '../answers/values.ts';
import type { OzonPosting } from '../posting.ts';
import { badArgument, notFound } from '../refusal.ts';
import { route, type Call } from '../route.ts';
import { int64Field, numberText } from '../schema/fields.ts';
import type { WorldStore } from '../store.ts';
import type { LabelTask } from '../world.ts';

/** The new methods name no highest number; twenty was the old method's, and staying with it is what the reference advises. */
const mostPostings = 20;

export const labelRoutes = [
  route({
    path: '/v3/posting/fbs/package-label/create',
    writes: true,
    schema: z.strictObject({ posting_numbers: z.array(numberText).min(1).max(mostPostings) }),
    handle: createTasks,
  }),
  route({
    path: '/v2/posting/fbs/package-label/get',
    schema: z.strictObject({ task_id: int64Field }),
    handle: getTask,
  }),
];

/** Always two tasks, one a size; which one the warehouse expects is in `/v2/warehouse/list`. */
function createTasks(body: { posting_numbers: string[] }, call: Call): unknown {
  const postings = body.posting_numbers.map((number) => labelPosting(number, call.store));
  for (const posting of postings) posting.effects.labelTasks += 1;
  const tasks = (['big', 'small'] as const).map((size) => newTask(size, body.posting_numbers, call));
  call.store.world.labelTasks.push(...tasks);
  return { tasks: tasks.map((task) => ({ task_id: int64(task.taskId), task_type: `${task.size}_label` })) };
}

function labelPosting(postingNumber: string, store: WorldStore): OzonPosting {
  const posting = store.find(postingNumber);
  if (posting === undefined) throw badArgument('POSTING_NUMBERS_IS_INCORRECT_FOR_COMPANY');
  if (posting.status === 'delivered') throw badArgument('label not allowed for delivered postings');
  const hasOzonLabel = posting.integration === 'ozon' || posting.integration === 'aggregator';
  const canBeAsked =
    posting.isShipping || posting.status === 'awaiting_registration' || posting.status === 'awaiting_deliver';
  if (!hasOzonLabel || !canBeAsked) throw badArgument('INVALID_ARGUMENT');
  return posting;
}

function newTask(size: LabelTask['size'], postingNumbers: string[], call: Call): LabelTask {
  const token = Array.from({ length: 4 }, () =>
    Math.floor(call.random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
  return {
    taskId: call.store.newId(),
    size,
    postingNumbers: [...new Set(postingNumbers)],
    createdAtMs: call.nowMs,
    startedAtMs: call.nowMs + call.timings.labelDelayMs / 2,
    doneAtMs: call.nowMs + call.timings.labelDelayMs,
    fileToken: token,
    downloads: 0,
  };
}

function getTask(body: { task_id: string }, call: Call): unknown {
  const task = call.store.labelTask(body.task_id);
  if (task === undefined) throw notFound('task not found');
  if (call.fault('label-error') !== undefined) return taskAnswer(task, 'error', [], 'label generation failed');
  if (call.nowMs < task.startedAtMs) return taskAnswer(task, 'pending', []);
  if (call.nowMs < task.doneAtMs || call.fault('label-not-ready') !== undefined)
    return taskAnswer(task, 'in_progress', []);
  const printable = printablePostings(task, call.store);
  const printed = call.fault('partial-failure') === undefined ? printable : printable.slice(1);
  if (printed.length === 0) return taskAnswer(task, 'error', [], notReady);
  return { ...taskAnswer(task, 'completed', printed), file_url: `${call.baseUrl}${labelFilePath(task)}` };
}

const notReady = "The next postings aren't ready";

/** The postings whose labels were ready when the task was worked on; a posting cancelled since has no label any more. */
export function printablePostings(task: LabelTask, store: WorldStore): OzonPosting[] {
  return task.postingNumbers
    .map((number) => store.posting(number))
    .filter(
      (posting) =>
        posting.labelReadyAtMs !== null && posting.labelReadyAtMs <= task.doneAtMs && posting.status !== 'cancelled',
    );
}

export function labelFilePath(task: LabelTask): string {
  return `/cdn/labels/${task.fileToken}.pdf`;
}

function taskAnswer(
  task: LabelTask,
  code: string,
  printed: readonly OzonPosting[],
  problem = '',
): Record<string, unknown> {
  const printedNumbers = new Set(printed.map((posting) => posting.postingNumber));
  const isOver = code === 'completed' || code === 'error';
  const unprinted = isOver ? task.postingNumbers.filter((number) => !printedNumbers.has(number)) : [];
  return {
    error: { code: problem === '' ? '' : 'LABEL_GENERATION_ERROR', message: problem },
    file_url: '',
    status: {
      code,
      postings_count: task.postingNumbers.length,
      printed_postings_count: printed.length,
      unprinted_postings: unprinted.map((number) => ({ posting_number: number, message: notReady })),
    },
  };
}
