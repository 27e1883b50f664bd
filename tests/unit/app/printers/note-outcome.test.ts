import { describe, expect, it } from 'vitest';
import type { TransportOutcome } from '../../../../src-main/app/ports/printers.ts';
import { noteOutcome, statusAfter } from '../../../../src-main/app/printers/note-outcome.ts';
import { PrinterStates } from '../../../../src-main/app/printers/printer-states.ts';
import type { PrinterId } from '../../../../src-main/core/shared/ids.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

const notSent = (reason: Extract<TransportOutcome, { kind: 'not-sent' }>['reason']): TransportOutcome => ({
  kind: 'not-sent',
  reason,
});

describe('statusAfter', () => {
  it('is the printer’s own word where the outcome holds one', () => {
    const paperOut = { kind: 'answered', conditions: ['paper-out'], isBusy: false };
    expect(statusAfter(notSent('paper-out'))).toEqual(paperOut);
    expect(statusAfter({ kind: 'uncertain', bytesTaken: 9, reason: 'paper-out' })).toEqual(paperOut);
    expect(statusAfter({ kind: 'confirmed', bytes: 9 })).toEqual({ ...paperOut, conditions: [] });
  });

  it('is why it could not be reached', () => {
    expect(statusAfter(notSent('refused'))).toEqual({ kind: 'unreachable', reason: 'refused' });
  });

  it('is nothing where only the job or this program is to blame', () => {
    expect(statusAfter({ kind: 'sent', bytes: 9 })).toBeNull();
    expect(statusAfter({ kind: 'uncertain', bytesTaken: 9, reason: 'stalled' })).toBeNull();
    for (const reason of ['aborted', 'not-taken', 'not-supported'] as const)
      expect(statusAfter(notSent(reason))).toBeNull();
  });
});

describe('noteOutcome', () => {
  it('takes a job that went for a sign of life, and no more', async () => {
    const events: string[] = [];
    const states = new PrinterStates({
      clock: fakeClock(),
      events: { emit: (name) => void events.push(name) },
      store: { read: { revision: async () => 1 } } as never,
    });
    const id = 'p' as PrinterId;
    await noteOutcome(states, id, { kind: 'sent', bytes: 9 });
    expect(states.of(id)).toBeNull();
    await noteOutcome(states, id, notSent('timeout'));
    await noteOutcome(states, id, { kind: 'sent', bytes: 9 });
    expect(states.of(id)?.status).toEqual({ kind: 'silent' });
    await noteOutcome(states, id, notSent('paper-out'));
    await noteOutcome(states, id, { kind: 'sent', bytes: 9 });
    expect(states.of(id)?.status).toMatchObject({ conditions: ['paper-out'] });
    expect(events).toHaveLength(3);
  });
});
