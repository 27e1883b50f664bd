import { beforeAll, describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../../../src-main/contract/methods/orders.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';
import { timelineText } from '../../../../src-renderer/features/order/timeline-text.ts';
import { TIMELINE_KINDS, timelineDays } from '../../../../src-renderer/features/order/timeline-view.ts';

const NOON = new Date(2026, 2, 4, 12).getTime();
const entry = (
  kind: string,
  params: Record<string, string> = {},
  change: Partial<TimelineEntry> = {},
): TimelineEntry => ({
  sequence: 1,
  atMs: NOON,
  actor: 'seller',
  kind,
  params,
  isUndone: false,
  ...change,
});
const textOf = (kind: string, params: Record<string, string> = {}) => {
  const line = timelineDays([entry(kind, params)])[0]?.lines[0];
  return line === undefined ? '' : timelineText(line, currentWords());
};

beforeAll(() => setUpWords('en'));

describe('timelineDays', () => {
  it('cuts the journal into days, newest first', () => {
    const days = timelineDays([
      entry('pulled', {}, { sequence: 1, atMs: NOON - 86_400_000 }),
      entry('work.confirmed', {}, { sequence: 2 }),
      entry('work.released', {}, { sequence: 3, atMs: NOON + 1 }),
    ]);
    expect(days.map((day) => day.lines.map((line) => line.sequence))).toEqual([[3, 2], [1]]);
  });

  it('keeps what was taken back, marked, and never calls it a fault', () => {
    const [day] = timelineDays([entry('print-settled', { state: 'failed', copy: '1' }, { isUndone: true })]);
    expect(day?.lines[0]).toMatchObject({ isUndone: true, isFault: false });
  });

  it('shows the words of a note below the line', () => {
    expect(timelineDays([entry('work.held', { reason: 'other', note: 'ask first' })])[0]?.lines[0]?.note).toBe(
      'ask first',
    );
    expect(timelineDays([entry('work.note-written', { text: 'gift box' })])[0]?.lines[0]?.note).toBe('gift box');
  });
});

describe('timelineText', () => {
  it('has a sentence for every kind, without a gap or a code', () => {
    const params = {
      effect: 'confirm',
      state: 'done',
      copy: '1',
      changes: 'address',
      stage: 'new',
      trackingNumber: 'LX1',
      reason: 'price',
      check: 'out-of-stock',
      caseKind: 'refund',
      carrier: 'USPS',
      service: 'Ground',
    };
    for (const kind of TIMELINE_KINDS) expect(textOf(kind, params), kind).toMatch(/^[A-Z"][^{}]+$/);
  });

  it('says what happened with its facts', () => {
    expect(textOf('work.held', { reason: 'price' })).toBe('Put on hold: Wrong price');
    expect(textOf('work.tracking-assigned', { trackingNumber: 'LX1', carrier: 'ePacket' })).toBe(
      'Tracking number LX1 · ePacket',
    );
    expect(textOf('print-settled', { state: 'sent', copy: '3' })).toContain('Copy 3');
    expect(textOf('facts-changed', { changes: 'address,lines', stage: 'x' })).toBe('Platform changed address, items');
    expect(textOf('facts-changed', { changes: 'stage', stage: 'delivered' })).toBe('Platform: Delivered');
  });

  it('adds why an effect failed', () => {
    expect(textOf('effect-settled', { effect: 'confirm', state: 'gave-up', code: 'wrong-key' })).toMatch(
      /\(The key is wrong\)$/,
    );
    expect(textOf('effect-settled', { effect: 'confirm', state: 'done', code: '' })).not.toContain('(');
  });

  it('shows a kind it does not know by its name', () => {
    expect(textOf('work.teleported')).toBe('work.teleported');
  });
});
