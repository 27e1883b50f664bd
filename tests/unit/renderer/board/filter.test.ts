import { beforeAll, describe, expect, it } from 'vitest';
import { isSameFilter, lastingFilter, optionalFilter } from '../../../../src-renderer/features/board/filter-input.ts';
import { filterChips, proposedName, toggled } from '../../../../src-renderer/features/board/filter-words.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';
import { isNoFilter, NO_FILTER, type CardFilter } from '../../../../src-renderer/stores/board-filter.ts';

beforeAll(() => setUpWords('en'));

const HOUR_MS = 3_600_000;
const names = { shops: new Map([['s1', 'Warm Table']]), tags: new Map() };
const chipsOf = (change: Partial<CardFilter>) => filterChips({ ...NO_FILTER, ...change }, names, currentWords());

describe('what a filter says', () => {
  it('names every condition, and each can be taken back alone', () => {
    const chips = chipsOf({ platforms: ['ozon'], shopIds: ['s1', 'gone'], due: 'late', size: 'single', text: ' 杯 ' });
    expect(chips.map((chip) => chip.text)).toEqual([
      'Ozon',
      'Warm Table',
      'No longer there',
      'Late',
      'One piece',
      '"杯"',
    ]);
    for (const chip of chips) expect(filterChips(chip.without, names, currentWords())).toHaveLength(chips.length - 1);
    expect(proposedName(chips)).toBe('Ozon Warm Table No longer there');
  });

  it('knows the exact conditions that the start screen and notices ask for', () => {
    const fromMs = new Date(2026, 10, 25, 15).getTime();
    const [span, stopped, held] = chipsOf({
      dueSpan: { fromMs, toMs: fromMs + HOUR_MS },
      stoppedBy: 'out-of-stock',
      heldFor: 'price',
    });
    expect(span?.text).toMatch(/^Due .*15:00 – 16:00$/);
    expect([stopped?.text, held?.text]).toEqual(['Out of stock', 'On hold: Wrong price']);
    expect(stopped?.without).not.toHaveProperty('stoppedBy');
    expect(chipsOf({ dueSpan: { fromMs: 0, toMs: fromMs } })[0]?.text).toMatch(/^Due before /);
  });
});

describe('filters', () => {
  it('are the same whatever the order of their lists, and not when an exact condition differs', () => {
    const left: CardFilter = { ...NO_FILTER, platforms: ['ozon', 'amazon'], text: 'a ' };
    expect(isSameFilter(left, { ...NO_FILTER, platforms: ['amazon', 'ozon'], text: 'a' })).toBe(true);
    expect(isSameFilter(NO_FILTER, { ...NO_FILTER, heldFor: 'price' })).toBe(false);
    expect(isSameFilter(NO_FILTER, { ...NO_FILTER, dueSpan: { fromMs: 0, toMs: 1 } })).toBe(false);
  });

  it('that ask nothing are left out of a call', () => {
    expect(isNoFilter({ ...NO_FILTER, text: '  ' })).toBe(true);
    expect(isNoFilter({ ...NO_FILTER, stoppedBy: 'frozen' })).toBe(false);
    expect(optionalFilter(NO_FILTER)).toEqual({});
    expect(optionalFilter({ ...NO_FILTER, due: 'late' })).toHaveProperty('filter.due', 'late');
  });

  it('take a value in and out, and are kept without what is over soon', () => {
    const once = toggled(NO_FILTER, 'lanes', 'new');
    expect(once.lanes).toEqual(['new']);
    expect(toggled(once, 'lanes', 'new')).toEqual(NO_FILTER);
    expect(lastingFilter({ ...once, dueSpan: { fromMs: 0, toMs: 1 } })).toEqual(once);
  });
});
