import { beforeAll, describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../../../src-main/contract/methods/orders.ts';
import type { JournalBody } from '../../../../src-main/app/ports/store-rows.ts';
import type { WorkEvent } from '../../../../src-main/core/order/work.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';
import { timelineText } from '../../../../src-renderer/features/order/timeline-text.ts';
import { TIMELINE_KINDS, timelineDays } from '../../../../src-renderer/features/order/timeline-view.ts';

/** Every kind that main can tell of; the compiler misses the one that is forgotten here. */
type Told = Exclude<JournalBody['kind'], 'work'> | `work.${WorkEvent['kind']}`;
const TOLD: Readonly<Record<Told, true>> = {
  pulled: true,
  'facts-changed': true,
  'effect-settled': true,
  'print-settled': true,
  'case-reported': true,
  'work.confirmed': true,
  'work.held': true,
  'work.released': true,
  'work.check-accepted': true,
  'work.label-attached': true,
  'work.tracking-assigned': true,
  'work.label-ordered': true,
  'work.labelled': true,
  'work.handed-over': true,
  'work.exception-marked': true,
  'work.exception-cleared': true,
  'work.delivered-marked': true,
  'work.cancel-asked': true,
  'file-added': true,
  'file-removed': true,
  'work.case-opened': true,
  'work.case-changed': true,
  'work.case-noted': true,
  'work.case-closed': true,
  'work.tagged': true,
  'work.address-corrected': true,
  'work.promised': true,
  'work.joined': true,
  'companion-joined': true,
  'companion-left': true,
  'work.note-written': true,
  'work.closed': true,
};

const TAGS = new Map([['t1', 'Gift']]);
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
  return line === undefined ? '' : timelineText(line, (id) => TAGS.get(id) ?? null, currentWords());
};

beforeAll(() => setUpWords('en'));

it('has a sentence of its own for every kind that main tells of', () => {
  expect(Object.keys(TOLD).filter((kind) => !(TIMELINE_KINDS as readonly string[]).includes(kind))).toEqual([]);
});

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
      added: 't1',
      removed: '',
      media: 'image/png',
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

  it('names tags, and says so when one is gone', () => {
    expect(textOf('work.tagged', { added: 't1', removed: '' })).toBe('Tagged Gift');
    expect(textOf('work.tagged', { added: '', removed: 't9,t8' })).toBe('Tag taken off: a removed tag');
    expect(textOf('work.tagged', { added: 't1', removed: 't9' })).toBe('Tagged Gift, taken off: a removed tag');
  });

  it('tells what was corrected, never to what, and who took it back', () => {
    expect(textOf('work.address-corrected', { changed: 'lines,postcode', back: 'no' })).toBe(
      'Corrected street, postcode',
    );
    expect(textOf('work.address-corrected', { changed: '', back: 'yes' })).toBe("Back to the platform's address");
    const [day] = timelineDays([entry('work.address-corrected', { changed: '', back: 'yes' }, { actor: 'platform' })]);
    expect(timelineText(day!.lines[0]!, () => null, currentWords())).toContain('fell away');
  });

  it('follows promise, parcel and case', () => {
    expect(textOf('work.promised', { untilMs: String(NOON) })).toMatch(/^Promised by .*12:00/);
    expect(textOf('work.promised')).toBe('Promise dropped');
    expect(textOf('work.joined', { lead: '114-1', why: '' })).toBe('In the parcel of 114-1');
    expect(textOf('work.joined', { why: 'order-cancelled' })).toBe('Ships by itself again (this order was cancelled)');
    expect(textOf('work.case-opened', { caseKind: 'refund', reason: 'late', fromPlatform: 'yes' })).toBe(
      'Case from the platform: Refund · Late',
    );
    expect(textOf('work.case-closed', { outcome: 'won' })).toBe('Case closed: Won');
    expect(textOf('work.case-closed')).toBe('Case closed');
    expect(textOf('file-removed', { media: 'application/pdf' })).toBe('File removed: PDF');
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
