import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseJob, LABEL_WAIT_MS, queuesOf } from '../../../../src-main/app/printing/choose-job.ts';
import type { PrintBatchId, PrintJobId } from '../../../../src-main/core/shared/ids.ts';
import { printBatch, printJob } from '../../../support/print-rows.ts';

const NOW = 1_000_000;
const job = (position: number, state: 'waiting' | 'queued', dueAtMs = 0) =>
  printJob({ id: `j${position}` as PrintJobId, position, state, dueAtMs });
const choose = (jobs: ReturnType<typeof job>[], lastAtMs = NOW) =>
  chooseJob(
    queuesOf([printBatch()], jobs, () => lastAtMs),
    NOW,
  );

describe('the next label of a printer', () => {
  it('is the first of the batch by position', () => {
    expect(choose([job(3, 'queued'), job(2, 'queued')])).toMatchObject({ kind: 'print', job: { position: 2 } });
  });

  it('waits for one before it whose label is being made, for a while', () => {
    const jobs = [job(1, 'waiting'), job(2, 'queued')];
    expect(choose(jobs)).toEqual({ kind: 'wait', untilMs: NOW + LABEL_WAIT_MS });
    expect(choose(jobs, NOW - LABEL_WAIT_MS)).toMatchObject({ kind: 'print', job: { position: 2 } });
  });

  it('that was overtaken is printed as soon as it is ready', () => {
    const jobs = [job(1, 'queued'), job(7, 'queued')];
    expect(choose(jobs)).toMatchObject({ kind: 'print', job: { position: 1 } });
  });

  it('is not sought behind one that is tried again', () => {
    expect(choose([job(1, 'queued', NOW + 500), job(2, 'queued')])).toEqual({ kind: 'wait', untilMs: NOW + 500 });
  });

  it('comes from a later batch while an earlier one waits', () => {
    const later = printBatch({ id: 'later' as PrintBatchId, createdAtMs: 5 });
    const jobs = [job(1, 'waiting'), job(2, 'queued'), { ...job(1, 'queued'), batchId: later.id }];
    const queues = queuesOf([printBatch(), later], jobs, () => NOW);
    expect(chooseJob(queues, NOW)).toMatchObject({ kind: 'print', job: { batchId: 'later' } });
  });

  it('is none of a batch that is held: its batch is not among the running ones', () => {
    expect(
      chooseJob(
        queuesOf([], [job(1, 'queued')], () => NOW),
        NOW,
      ),
    ).toEqual({ kind: 'wait', untilMs: null });
  });

  it('never goes before a queued one of a lower position, and is never withheld for ever', () => {
    const states = fc.array(fc.constantFrom('waiting' as const, 'queued' as const), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(states, fc.integer({ min: 0, max: 2 * LABEL_WAIT_MS }), (list, ageMs) => {
        const jobs = list.map((state, index) => job(index + 1, state));
        const choice = choose(jobs, NOW - ageMs);
        const first = jobs.find((candidate) => candidate.state === 'queued');
        if (choice.kind === 'print') expect(choice.job).toBe(first);
        else expect(first === undefined || choice.untilMs !== null).toBe(true);
      }),
    );
  });
});
