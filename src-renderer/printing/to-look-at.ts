import type { BatchView } from '../../src-main/contract/methods/printing.ts';
import { looksOf } from './paper-look.ts';

export interface ThingsToLookAt {
  readonly count: number;
  /** late: something stands still or must not go out. */
  readonly tone: 'soon' | 'late';
}

/** Everything that wants a hand: a batch that stopped counts once, each failed, held or doubtful label as well. */
export function thingsToLookAt(batches: readonly BatchView[]): ThingsToLookAt {
  const looks = batches.flatMap(looksWanted);
  const isLate = looks.some((look) => look !== 'ask');
  return { count: looks.length, tone: isLate ? 'late' : 'soon' };
}

function looksWanted(batch: BatchView): string[] {
  const isOpen = (index: number) => batch.jobs[index]?.state !== 'cancelled';
  return looksOf(batch).filter(
    (look, index) => isOpen(index) && (look === 'stopped' || look === 'ask' || look === 'failed' || look === 'held'),
  );
}
