import { type JsonNode, member, plain } from '../shared/json.ts';

/** The tasks that one label request made: Ozon renders both sizes. Ids are digits of any length, as text. */
export interface LabelTasks {
  readonly big: string | null;
  readonly small: string | null;
}

/** Reads the tasks of a create answer; null when there is none that can be asked for. */
export function parseLabelTasks(body: JsonNode): LabelTasks | null {
  const content = member(body, 'tasks') ?? member(member(body, 'result'), 'tasks');
  const tasks: readonly JsonNode[] = Array.isArray(content) ? content : [];
  const find = (type: string): string | null => {
    const task = tasks.find((candidate) => member(candidate, 'task_type') === type);
    return taskId(plain(member(task, 'task_id')));
  };
  return atLeastOne({ big: find('big_label'), small: find('small_label') });
}

/** The ticket that the app keeps and gives back. */
export const writeTicket = (tasks: LabelTasks): string => JSON.stringify(tasks);

/** Reads a ticket; null when it is none of ours. Never throws. */
export function readTicket(text: string): LabelTasks | null {
  try {
    const value: unknown = JSON.parse(text);
    return atLeastOne({ big: taskId(member(value, 'big')), small: taskId(member(value, 'small')) });
  } catch {
    return null;
  }
}

/** The task of the wanted size; the other size is better than no label. */
export function taskFor(tasks: LabelTasks, size: 'big' | 'small'): string | null {
  return size === 'big' ? (tasks.big ?? tasks.small) : (tasks.small ?? tasks.big);
}

const taskId = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{1,20}$/.test(value) ? value : null;

const atLeastOne = (tasks: LabelTasks): LabelTasks | null =>
  tasks.big === null && tasks.small === null ? null : tasks;
