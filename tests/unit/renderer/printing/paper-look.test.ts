import { describe, expect, it } from 'vitest';
import { PRINT_JOB_STATES } from '../../../../src-main/app/ports/store-printing.ts';
import { HELD_BACK } from '../../../../src-main/app/printing/held-back.ts';
import {
  countLooks,
  HELD_STEPS,
  heldStep,
  isSent,
  lookOf,
  looksOf,
  sentBefore,
  stoppedJob,
} from '../../../../src-renderer/printing/paper-look.ts';
import { thingsToLookAt } from '../../../../src-renderer/printing/to-look-at.ts';
import { makeBatch, makeJob } from './make-batch.ts';

const stopped = makeBatch(
  ['sent', 'confirmed', ['failed', { step: 'order-refunded' }], 'unknown', 'queued', 'waiting'],
  {
    state: 'stopped',
    stopReason: 'paper-out',
    stoppedAt: 4,
  },
);

describe('the look of a label', () => {
  it('has one for every state', () => {
    expect(PRINT_JOB_STATES.map((state) => lookOf(makeJob(state)))).not.toContain(undefined);
  });

  it('knows every reason to hold a label back', () => {
    expect([...HELD_STEPS].sort()).toEqual([...HELD_BACK].sort());
    expect(lookOf(makeJob('failed', { step: 'order-refunded' }))).toBe('held');
    expect(lookOf(makeJob('failed', { step: 'label-late' }))).toBe('failed');
    expect(heldStep(makeJob('queued', { step: 'order-refunded' })), 'not yet').toBeNull();
  });

  it('counts as sent only what left in good order', () => {
    expect(['sent', 'confirmed'].map((state) => isSent(makeJob(state as 'sent')))).toEqual([true, true]);
    expect(['unknown', 'sending', 'failed'].map((state) => isSent(makeJob(state as 'sent')))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a batch that stopped', () => {
  it('is red where it stands, amber on the last label that left, though a held one lies between', () => {
    expect(looksOf(stopped)).toEqual(['sent', 'look', 'held', 'stopped', 'waiting', 'waiting']);
    expect(stoppedJob(stopped)?.position).toBe(4);
    expect(sentBefore(stopped, 4)?.position).toBe(2);
    expect(sentBefore(stopped, 1)).toBeNull();
  });

  it('is red as well where the label never began', () => {
    const batch = makeBatch([['failed', { step: 'printer-paper-out' }], 'queued'], { state: 'stopped', stoppedAt: 1 });
    expect(looksOf(batch)).toEqual(['stopped', 'waiting']);
  });

  it('has neither while it moves', () => {
    expect(looksOf({ ...stopped, state: 'running' })).toEqual([
      'sent',
      'confirmed',
      'held',
      'ask',
      'waiting',
      'waiting',
    ]);
  });

  it('is counted so that the parts make the whole', () => {
    const counts = countLooks(looksOf(stopped));
    expect(counts).toEqual({ total: 6, sent: 2, stopped: 1, waiting: 2, ask: 0, failed: 0, held: 1, cancelled: 0 });
    const { total, ...parts } = counts;
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
  });
});

describe('things to look at', () => {
  it('counts the stop once and each held, failed or doubtful label', () => {
    expect(thingsToLookAt([stopped])).toEqual({ count: 2, tone: 'late' });
    expect(thingsToLookAt([makeBatch(['sent', 'unknown'])])).toEqual({ count: 1, tone: 'soon' });
    expect(thingsToLookAt([makeBatch(['sent', ['failed', { step: 'label-late' }]])])).toEqual({
      count: 1,
      tone: 'late',
    });
  });

  it('forgets what the seller left out', () => {
    expect(thingsToLookAt([makeBatch([['cancelled', { step: 'order-refunded' }], 'cancelled', 'sent'])]).count).toBe(0);
    expect(thingsToLookAt([]).count).toBe(0);
  });
});
