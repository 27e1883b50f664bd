import { describe, expect, it } from 'vitest';
import type { PrintJobRow } from '../../../src-main/app/ports/store-printing.ts';
import { afterLabelAnswer, afterLabelRequest, afterTransport } from '../../../src-main/app/printing/settle-job.ts';
import type {
  CommandId,
  LabelId,
  OrderId,
  ParcelId,
  PrinterId,
  PrintJobId,
} from '../../../src-main/core/shared/ids.ts';

const NOW = { nowMs: 5_000_000, random: 0.5 };

function job(change: Partial<PrintJobRow> = {}): PrintJobRow {
  return {
    id: 'j' as PrintJobId,
    key: 'o:1:1',
    orderId: 'o' as OrderId,
    commandId: 'c' as CommandId,
    parcelId: 'o:1' as ParcelId,
    printerId: 'p' as PrinterId,
    labelId: 'l' as LabelId,
    state: 'waiting',
    copy: 1,
    reprintReason: null,
    step: 'label',
    ticket: 't',
    attempts: 0,
    dueAtMs: NOW.nowMs,
    createdAtMs: NOW.nowMs,
    settledAtMs: null,
    byteCount: 0,
    previewPng: null,
    warnings: [],
    ...change,
  };
}

describe('afterTransport', () => {
  const sending = job({ state: 'sending' });

  it('never goes back to the queue once a byte may have left', () => {
    for (const reason of ['stalled', 'reset', 'closed-early', 'aborted'] as const) {
      expect(afterTransport(sending, { kind: 'uncertain', bytesTaken: 12, reason }, NOW)).toMatchObject({
        state: 'unknown',
        step: reason,
        byteCount: 12,
      });
    }
  });

  it('tries a printer that took nothing a few times, then says so', () => {
    const refused = { kind: 'not-sent', reason: 'refused' } as const;
    const first = afterTransport(sending, refused, NOW);
    expect(first).toMatchObject({ state: 'queued', attempts: 1 });
    const third = afterTransport({ ...first, attempts: 2 }, refused, NOW);
    expect(third).toMatchObject({ state: 'failed', step: 'printer-refused' });
  });

  it('settles what the printer took', () => {
    expect(afterTransport(sending, { kind: 'sent', bytes: 124_369 }, NOW)).toMatchObject({
      state: 'sent',
      byteCount: 124_369,
      settledAtMs: NOW.nowMs,
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
