import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { countJobs, lookOf } from './jobs-view.ts';

export interface PrinterState {
  readonly state: 'failed' | 'ask' | 'busy' | 'ready';
  readonly tone: 'late' | 'soon' | 'ok';
  readonly count: number;
}

/** What can be said of a printer from its jobs: raw printers tell nothing themselves, so nothing more is claimed. */
export function printerState(jobs: readonly PrintJobView[]): PrinterState {
  const counts = countJobs(jobs);
  if (counts.failed > 0) return { state: 'failed', tone: 'late', count: counts.failed };
  if (counts.ask > 0) return { state: 'ask', tone: 'soon', count: counts.ask };
  const isBusy = jobs.some((job) => lookOf(job) === 'busy' || job.state === 'queued');
  return { state: isBusy ? 'busy' : 'ready', tone: 'ok', count: 0 };
}
