import type { BatchView, PrintJobView } from '../../../../src-main/contract/methods/printing.ts';

export const NOON = new Date(2026, 2, 4, 12).getTime();
let serial = 0;

type JobSeed = PrintJobView['state'] | readonly [PrintJobView['state'], Partial<PrintJobView>];

export function makeJob(state: PrintJobView['state'], change: Partial<PrintJobView> = {}): PrintJobView {
  serial += 1;
  return {
    id: `job-${String(serial).padStart(5, '0')}`,
    batchId: 'b',
    position: 1,
    orderId: `order-${serial}`,
    printerId: 'p',
    remoteId: `23-${serial}`,
    state,
    step: 'done',
    copy: 1,
    reprintReason: null,
    createdAtMs: NOON,
    settledAtMs: null,
    byteCount: 0,
    preview: null,
    warnings: [],
    ...change,
  };
}

/** A batch with one job a seed, at the positions 1, 2, 3 … */
export function makeBatch(seeds: readonly JobSeed[], change: Partial<BatchView> = {}): BatchView {
  serial += 1;
  const id = change.id ?? `batch-${serial}`;
  return {
    id,
    printerId: 'p',
    sort: 'given',
    isReversed: false,
    state: 'running',
    stopReason: null,
    stoppedAt: null,
    createdAtMs: NOON,
    jobs: seeds.map((seed, index) => {
      const [state, more] = typeof seed === 'string' ? [seed, {}] : seed;
      return makeJob(state, { batchId: id, position: index + 1, ...more });
    }),
    ...change,
  };
}
