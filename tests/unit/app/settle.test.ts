import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../../src-main/app/outbox/backoff.ts';
import { afterConfirm, afterPush, MAX_ATTEMPTS } from '../../../src-main/app/outbox/settle.ts';
import type { Confirmation, Outcome } from '../../../src-main/app/ports/platform-connector.ts';
import type { EffectRow } from '../../../src-main/app/ports/store-outbox.ts';
import type { CommandId, EffectId, OrderId, ShopId } from '../../../src-main/core/shared/ids.ts';

const NOW = { nowMs: 1_000_000, random: 0.5 };

function row(change: Partial<EffectRow> = {}): EffectRow {
  return {
    id: 'e' as EffectId,
    shopId: 's' as ShopId,
    orderId: 'o' as OrderId,
    commandId: 'c' as CommandId,
    key: 'k',
    effect: { kind: 'push-in-transit', remoteId: 'r' },
    state: 'running',
    sequence: 1,
    attempts: 1,
    createdAtMs: 0,
    dueAtMs: 0,
    startedAtMs: NOW.nowMs,
    settledAtMs: null,
    lastCode: null,
    ...change,
  };
}

describe('afterPush', () => {
  it('settles what is done and keeps what was rejected with its code', () => {
    expect(afterPush(row(), { kind: 'done' }, NOW)).toMatchObject({ state: 'done', settledAtMs: NOW.nowMs });
    expect(afterPush(row(), { kind: 'rejected', code: 'HAS_INCORRECT_STATUS' }, NOW)).toMatchObject({
      state: 'gave-up',
      lastCode: 'HAS_INCORRECT_STATUS',
    });
  });

  it('never queues an unclear push again: it has to be asked about', () => {
    expect(afterPush(row(), { kind: 'unknown', code: 'timeout' }, NOW).state).toBe('unconfirmed');
    expect(afterPush(row(), { kind: 'accepted', confirmAfterMs: 700 }, NOW)).toMatchObject({
      state: 'unconfirmed',
      dueAtMs: NOW.nowMs + 700,
    });
  });

  it('does not count waiting for the platform as a try', () => {
    expect(afterPush(row({ attempts: 3 }), { kind: 'rate-limited', afterMs: 900 }, NOW)).toMatchObject({
      state: 'queued',
      attempts: 2,
      dueAtMs: NOW.nowMs + 900,
    });
    expect(afterPush(row({ attempts: 3 }), { kind: 'needs-login', code: 'wrong-key' }, NOW)).toMatchObject({
      state: 'queued',
      attempts: 2,
    });
  });

  it('goes on for ever without a network, but gives up on a platform that keeps failing', () => {
    const last = row({ attempts: MAX_ATTEMPTS });
    expect(afterPush(last, { kind: 'retry', code: 'not-sent', afterMs: null }, NOW).state).toBe('queued');
    expect(afterPush(last, { kind: 'retry', code: 'http-503', afterMs: null }, NOW).state).toBe('gave-up');
  });

  it('lets the platform name the pause', () => {
    expect(afterPush(row(), { kind: 'retry', code: 'busy', afterMs: 12_345 }, NOW).dueAtMs).toBe(NOW.nowMs + 12_345);
  });
});

describe('afterConfirm', () => {
  const unconfirmed = row({ state: 'unconfirmed' });

  it('sends again only when the platform says that nothing happened', () => {
    const answers: Confirmation[] = [
      { kind: 'done' },
      { kind: 'pending', afterMs: 10 },
      { kind: 'failed', code: 'x' },
      { kind: 'unknown', code: 'timeout' },
      { kind: 'not-done' },
    ];
    expect(answers.map((answer) => afterConfirm(unconfirmed, answer, NOW).state)).toEqual([
      'done',
      'unconfirmed',
      'gave-up',
      'unconfirmed',
      'queued',
    ]);
  });

  it('keeps for the seller what the platform accepted and never shows', () => {
    const old = row({ state: 'unconfirmed', startedAtMs: NOW.nowMs - 31 * 60_000 });
    expect(afterConfirm(old, { kind: 'pending', afterMs: 10 }, NOW)).toMatchObject({
      state: 'gave-up',
      lastCode: 'confirm-timeout',
    });
  });
});

describe('every outcome', () => {
  const outcome: fc.Arbitrary<Outcome> = fc.oneof(
    fc.constant({ kind: 'done' } as const),
    fc.record({ kind: fc.constant('accepted' as const), confirmAfterMs: fc.nat(1e6) }),
    fc.record({ kind: fc.constant('retry' as const), code: fc.string(), afterMs: fc.option(fc.nat(1e6)) }),
    fc.record({ kind: fc.constant('rate-limited' as const), afterMs: fc.nat(1e6) }),
    fc.record({ kind: fc.constant('needs-login' as const), code: fc.string() }),
    fc.record({ kind: fc.constant('rejected' as const), code: fc.string() }),
    fc.record({ kind: fc.constant('unknown' as const), code: fc.string() }),
  );

  it('leaves no row running, and a row is settled exactly when it has an end', () => {
    fc.assert(
      fc.property(
        outcome,
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (given, attempts, random) => {
          const next = afterPush(row({ attempts }), given, { nowMs: NOW.nowMs, random });
          expect(next.state).not.toBe('running');
          expect(next.settledAtMs !== null).toBe(next.state === 'done' || next.state === 'gave-up');
          if (next.settledAtMs === null) expect(next.dueAtMs).toBeGreaterThanOrEqual(NOW.nowMs);
        },
      ),
    );
  });
});

describe('backoffMs', () => {
  it('doubles, stays within a quarter of its middle and never passes five minutes by more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempts, random) => {
          const middle = Math.min(300_000, 2_000 * 2 ** (attempts - 1));
          expect(backoffMs(attempts, random)).toBeGreaterThanOrEqual(Math.floor(middle * 0.75));
          expect(backoffMs(attempts, random)).toBeLessThanOrEqual(Math.ceil(middle * 1.25));
        },
      ),
    );
  });
});
