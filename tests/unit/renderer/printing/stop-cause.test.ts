import { describe, expect, it } from 'vitest';
import { PRINTER_CONDITIONS } from '../../../../src-main/app/ports/printers.ts';
import { causeOf, STOP_CAUSES, stopCause } from '../../../../src-renderer/printing/stop-cause.ts';
import { failureGround } from '../../../../src-renderer/features/printing/step-words.ts';
import { makeBatch } from './make-batch.ts';

describe('stopCause', () => {
  it('knows every condition of a printer but the one that stops nothing', () => {
    const unknown = PRINTER_CONDITIONS.filter((condition) => stopCause(condition) === 'other');
    expect(unknown).toEqual(['paper-low']);
    for (const condition of PRINTER_CONDITIONS) expect(stopCause(`printer-${condition}`)).toBe(stopCause(condition));
  });

  it.each([
    ['printer-refused', 'off'],
    ['printer-timeout', 'off'],
    ['printer-unknown-host', 'address'],
    ['printer-busy', 'in-use'],
    ['printer-access-denied', 'access'],
    ['printer-not-supported', 'not-taken'],
    ['printer-gone', 'address'],
    ['stalled', 'broke-off'],
    ['queue-held', 'queue-held'],
    ['restarted', 'restarted'],
    ['solar-flare', 'other'],
    [null, 'other'],
  ])('%s is mended as %s', (code, cause) => {
    expect(stopCause(code)).toBe(cause);
  });

  it('asks the label where the batch only says that one is in doubt', () => {
    const batch = makeBatch(['sent', ['unknown', { step: 'reset' }]], { state: 'stopped', stoppedAt: 2 });
    expect(causeOf({ ...batch, stopReason: 'unknown' }, null)).toBe('broke-off');
    expect(causeOf({ ...batch, stopReason: 'head-open' }, null)).toBe('head-open');
    expect(STOP_CAUSES).toContain(causeOf({ ...batch, stopReason: null, stoppedAt: 9 }, []));
  });
});

describe('causeOf with a printer that says more', () => {
  const batch = makeBatch([['unknown', { step: 'stalled' }]], {
    state: 'stopped',
    stoppedAt: 1,
    stopReason: 'unknown',
  });
  const saying = (...conditions: string[]) => [
    { id: 'p', status: { kind: 'answered' as const, conditions, isBusy: false } },
  ];

  it('believes the printer where the talk only broke off', () => {
    expect(causeOf(batch, saying('paper-low', 'paper-out'))).toBe('paper-out');
    expect(causeOf(batch, saying('paper-low'))).toBe('broke-off');
    expect(causeOf(batch, [{ id: 'other', status: saying('jam')[0]!.status }])).toBe('broke-off');
    expect(causeOf(batch, [{ id: 'p', status: { kind: 'silent' } }])).toBe('broke-off');
  });

  it('keeps a cause that is clear', () => {
    expect(causeOf({ ...batch, stopReason: 'restarted' }, saying('paper-out'))).toBe('restarted');
    expect(causeOf({ ...batch, stopReason: 'head-open' }, saying('paper-out'))).toBe('head-open');
  });
});

describe('failureGround', () => {
  it.each([
    ['printer-refused', 'printer'],
    ['stalled', 'printer'],
    ['paper-out', 'printer'],
    ['printer-missing', 'printer'],
    ['label-unreadable', 'label'],
    ['label-encrypted', 'label'],
    ['label-unknown-kind', 'label'],
    ['label-late', 'platform'],
    ['confirm-failed', 'platform'],
    ['not-found', 'platform'],
    ['missing-role:/v4/posting', 'platform'],
  ])('%s is mended at the %s', (step, ground) => {
    expect(failureGround(step)).toBe(ground);
  });
});
