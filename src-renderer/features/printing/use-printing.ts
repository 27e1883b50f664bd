import type { PaperView, PrinterView, PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import type { CallError } from '../../client/call-error.ts';
import { useQuery } from '../../stores/use-query.ts';

/** The contract's longest list of jobs: a busy day of one seller fits. */
const JOB_LIMIT = 200;

export interface PrintingData {
  readonly printers: readonly PrinterView[] | null;
  readonly jobs: readonly PrintJobView[];
  readonly papers: readonly PaperView[];
  readonly error: CallError | null;
  readonly reload: () => void;
}

/** Printers, jobs and the virtual printer's papers, kept fresh. */
export function usePrinting(): PrintingData {
  const printers = useQuery('printing.printers', {}, ['printing.changed']);
  const jobs = useQuery('printing.jobs', { limit: JOB_LIMIT }, ['printing.changed']);
  const papers = useQuery('printing.papers', {}, ['papers.changed']);
  return {
    printers: printers.value?.printers ?? null,
    jobs: jobs.value?.jobs ?? [],
    papers: papers.value?.papers ?? [],
    error: printers.error ?? jobs.error,
    reload: () => {
      printers.reload();
      jobs.reload();
    },
  };
}
