import { describe, expect, it } from 'vitest';
import type { PrintJobRow } from '../../../src-main/app/ports/store-printing.ts';
import { afterLabelAnswer, afterLabelRequest, afterTransport } from '../../../src-main/app/printing/settle-job.ts';
import { printJob } from '../../support/print-rows.ts';

const NOW = { nowMs: 5_000_000, random: 0.5 };

const job = (change: Partial<PrintJobRow> = {}): PrintJobRow =>
  printJob({ state: 'waiting', step: 'label', ticket: 't', dueAtMs: NOW.nowMs, createdAtMs: NOW.nowMs, ...change });

describe('afterTransport', () => {
  const sending = job({ state: 'sending' });

  it('never goes back to the queue once a byte may have left, and stops its batch', () => {
    for (const reason of ['stalled', 'reset', 'closed-early', 'aborted'] as const) {
      const outcome = { kind: 'uncertain', bytesTaken: 12, reason } as const;
      expect(afterTransport(sending, outcome, NOW.nowMs)).toMatchObject({
        job: { state: 'unknown', step: reason, byteCount: 12 },
        stopReason: 'unknown',
      });
    }
    const paperOut = { kind: 'uncertain', bytesTaken: 12, reason: 'paper-out' } as const;
    expect(afterTransport(sending, paperOut, NOW.nowMs).stopReason).toBe('paper-out');
  });

  it('tries a printer that took nothing a few times, then says so and stops the batch', () => {
    const refused = { kind: 'not-sent', reason: 'refused' } as const;
    const first = afterTransport(sending, refused, NOW.nowMs);
    expect(first).toMatchObject({ job: { state: 'queued', attempts: 1 }, stopReason: null });
    const third = afterTransport({ ...first.job, attempts: 2 }, refused, NOW.nowMs);
    expect(third).toMatchObject({ job: { state: 'failed', step: 'printer-refused' }, stopReason: 'printer-refused' });
    expect(afterTransport(sending, refused, NOW.nowMs, 1).job.state).toBe('failed');
  });

  it('does not try again what only somebody at the printer can mend', () => {
    const outOfPaper = { kind: 'not-sent', reason: 'paper-out' } as const;
    expect(afterTransport(sending, outOfPaper, NOW.nowMs)).toMatchObject({
      job: { state: 'failed', step: 'printer-paper-out' },
      stopReason: 'paper-out',
    });
    const denied = { kind: 'not-sent', reason: 'access-denied' } as const;
    expect(afterTransport(sending, denied, NOW.nowMs).stopReason).toBe('printer-access-denied');
  });

  it.each(['sent', 'confirmed'] as const)('settles what was %s', (kind) => {
    expect(afterTransport(sending, { kind, bytes: 124_369 }, NOW.nowMs)).toMatchObject({
      job: { state: kind, byteCount: 124_369, settledAtMs: NOW.nowMs },
      stopReason: null,
    });
  });

  it('of a waybill that the print client cannot draw fails alone: the next may be a good one', () => {
    for (const reason of ['waybill-empty', 'waybill-undecodable'] as const)
      expect(afterTransport(sending, { kind: 'not-sent', reason }, NOW.nowMs)).toMatchObject({
        job: { state: 'failed', step: reason },
        stopReason: null,
      });
  });
});

describe('waiting for a label', () => {
  it('keeps the ticket and looks again', () => {
    expect(
      afterLabelRequest(job({ ticket: null }), { kind: 'requested', ticket: 'T1', afterMs: 300 }, NOW),
    ).toMatchObject({
      ticket: 'T1',
      dueAtMs: NOW.nowMs + 300,
      state: 'waiting',
    });
    expect(afterLabelAnswer(job(), { kind: 'pending', afterMs: 250 }, NOW)).toMatchObject({
      ticket: 't',
      dueAtMs: NOW.nowMs + 250,
    });
  });

  it('asks anew, ever more slowly, when the platform is not ready', () => {
    const notReady = { kind: 'not-ready', code: 'not-ready', afterMs: 100 } as const;
    const first = afterLabelAnswer(job(), notReady, NOW);
    const second = afterLabelAnswer(first, notReady, NOW);
    expect(first).toMatchObject({ ticket: null, attempts: 1, state: 'waiting' });
    expect(second.dueAtMs).toBeGreaterThan(first.dueAtMs);
  });

  it('stops after ten minutes and on a plain refusal', () => {
    const old = job({ createdAtMs: NOW.nowMs - 11 * 60_000 });
    expect(afterLabelAnswer(old, { kind: 'pending', afterMs: 1 }, NOW)).toMatchObject({
      state: 'failed',
      step: 'label-late',
    });
    expect(afterLabelAnswer(job(), { kind: 'failed', code: 'INVALID_ARGUMENT' }, NOW)).toMatchObject({
      state: 'failed',
      step: 'INVALID_ARGUMENT',
    });
  });
});
