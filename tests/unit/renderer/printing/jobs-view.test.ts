import { describe, expect, it } from 'vitest';
import type { PrintJobView } from '../../../../src-main/contract/methods/printing.ts';
import {
  batches,
  countJobs,
  jobInFocus,
  jobsOfToday,
  lookOf,
} from '../../../../src-renderer/features/printing/jobs-view.ts';
import { printerState } from '../../../../src-renderer/features/printing/printer-state.ts';
import { failureGround } from '../../../../src-renderer/features/printing/step-words.ts';

const NOON = new Date(2026, 2, 4, 12).getTime();
const DAY = 86_400_000;
let count = 0;
const job = (state: PrintJobView['state'], createdAtMs = NOON, change: Partial<PrintJobView> = {}): PrintJobView => ({
  id: `job-${String((count += 1)).padStart(4, '0')}`,
  orderId: 'o',
  printerId: 'p',
  remoteId: '1',
  state,
  step: 'done',
  copy: 1,
  createdAtMs,
  settledAtMs: null,
  byteCount: 0,
  preview: null,
  warnings: [],
  ...change,
});

describe('batches', () => {
  it('joins what was asked for in one go and puts the newest batch first', () => {
    const jobs = [job('sent', NOON + 60_000), job('sent', NOON), job('sent', NOON + 2_000), job('sent', NOON + 4_500)];
    expect(batches(jobs).map((batch) => batch.jobs.map(({ createdAtMs }) => createdAtMs - NOON))).toEqual([
      [60_000],
      [0, 2_000, 4_500],
    ]);
  });

  it('keeps every job', () => {
    const jobs = Array.from({ length: 57 }, (_, index) => job('queued', NOON + index * 1_700));
    expect(batches(jobs).flatMap((batch) => batch.jobs)).toHaveLength(57);
    expect(batches([])).toEqual([]);
  });
});

describe('countJobs', () => {
  it('counts what is sent, what waits and what wants a look', () => {
    const jobs = [
      job('sent'),
      job('confirmed', NOON, { copy: 2 }),
      job('sending'),
      job('waiting'),
      job('unknown'),
      job('failed'),
      job('cancelled'),
    ];
    expect(countJobs(jobs)).toEqual({ total: 7, sent: 2, waiting: 2, ask: 1, failed: 1, cancelled: 1, reprints: 1 });
  });
});

describe('jobsOfToday', () => {
  it('drops yesterday, but not what still wants an answer', () => {
    const old = [
      job('sent', NOON - DAY),
      job('unknown', NOON - DAY),
      job('failed', NOON - 3 * DAY),
      job('cancelled', NOON - DAY),
    ];
    expect(jobsOfToday([...old, job('sent')], NOON).map(lookOf)).toEqual(['ask', 'failed', 'sent']);
  });
});

describe('jobInFocus', () => {
  it('asks about the oldest unknown job, then about failures, unless one is chosen', () => {
    const failed = job('failed', NOON);
    const later = job('unknown', NOON + 9);
    const sooner = job('unknown', NOON + 5);
    const sent = job('sent');
    expect(jobInFocus([failed, later, sooner, sent], null)).toBe(sooner);
    expect(jobInFocus([failed, sent], null)).toBe(failed);
    expect(jobInFocus([failed, sent], sent.id)).toBe(sent);
    expect(jobInFocus([sent], 'gone')).toBeNull();
  });
});

describe('printerState', () => {
  it('claims no more than the jobs say, worst first', () => {
    expect(printerState([])).toEqual({ state: 'ready', tone: 'ok', count: 0 });
    expect(printerState([job('sending')]).state).toBe('busy');
    expect(printerState([job('waiting')]).state).toBe('ready');
    expect(printerState([job('unknown'), job('queued')])).toEqual({ state: 'ask', tone: 'soon', count: 1 });
    expect(printerState([job('unknown'), job('failed'), job('failed')])).toEqual({
      state: 'failed',
      tone: 'late',
      count: 2,
    });
  });
});

describe('failureGround', () => {
  it.each([
    ['printer-refused', 'printer'],
    ['stalled', 'printer'],
    ['printer-missing', 'printer'],
    ['label-unreadable', 'label'],
    ['label-encrypted', 'label'],
    ['label-late', 'platform'],
    ['confirm-failed', 'platform'],
    ['missing-role:/v4/posting', 'platform'],
  ])('%s is mended at the %s', (step, ground) => {
    expect(failureGround(step)).toBe(ground);
  });
});
