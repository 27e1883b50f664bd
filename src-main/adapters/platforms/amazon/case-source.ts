import type { AfterSalePage } from '../../../app/ports/platform-connector.ts';
import { PlatformFault } from '../../../app/ports/platform-connector.ts';

/** One look at one source of cases. */
export interface SourceLook<Task> {
  readonly task: Task;
  readonly cases: AfterSalePage['cases'];
  readonly odd: AfterSalePage['odd'];
  readonly warnings: readonly string[];
  /** More of this source can be read right now. */
  readonly hasMore: boolean;
}

/** A look that found nothing. */
export const nothingSeen = <Task>(task: Task, warnings: readonly string[] = []): SourceLook<Task> => ({
  task,
  cases: [],
  odd: [],
  warnings,
  hasMore: false,
});

export const unreadableAnswer = (): PlatformFault =>
  new PlatformFault({ kind: 'retry', code: 'unexpected-answer', afterMs: null });

/** True when what was read so long ago should be read again. */
export const isDue = (doneAtMs: number | null, nowMs: number, everyMs: number): boolean =>
  doneAtMs === null || Math.abs(nowMs - doneAtMs) >= everyMs;
