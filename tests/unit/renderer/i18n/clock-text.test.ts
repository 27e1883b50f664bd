import { beforeAll, describe, expect, it } from 'vitest';
import {
  agoText,
  clockForm,
  clockText,
  dayNumber,
  spanOf,
  spanWords,
} from '../../../../src-renderer/i18n/clock-text.ts';
import { changeLocale, setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Tuesday afternoon, by the calendar of the machine that runs the test. */
const now = new Date(2026, 2, 3, 15, 2).getTime();
const clock = (dueInMs: number) => clockText(now + dueInMs, now, currentWords());

beforeAll(() => setUpWords('zh-CN'));

describe('the three forms of a clock', () => {
  it('turn at the deadline and at 24 hours before it', () => {
    expect(clockForm(now, now)).toBe('late');
    expect(clockForm(now + 1, now)).toBe('soon');
    expect(clockForm(now + DAY - 1, now)).toBe('soon');
    expect(clockForm(now + DAY, now)).toBe('later');
  });

  it.each([
    [-32 * MINUTE, 'late', '超时 32分'],
    [-3 * HOUR - 20 * MINUTE, 'late', '超时 3时'],
    [-50 * HOUR, 'late', '超时 2天'],
    [57 * MINUTE, 'soon', '57分'],
    [4 * HOUR + 58 * MINUTE, 'soon', '4时58分'],
    [4 * HOUR, 'soon', '4时'],
    [19 * HOUR + 59 * MINUTE, 'soon', '19时'],
    [24 * HOUR + 57 * MINUTE, 'later', '明天 15:59'],
    [2 * DAY, 'later', '周四 15:02'],
    [9 * DAY, 'later', '3月12日'],
  ])('%i ms from now: %s, "%s"', (dueInMs, form, text) => {
    expect(clock(dueInMs)).toEqual({ form, text });
  });

  it('speak English in short words', () => {
    changeLocale('en');
    expect(clock(57 * MINUTE).text).toBe('57 m');
    expect(clock(-4 * MINUTE).text).toBe('4 m late');
    expect(clock(25 * HOUR).text).toBe('Wed 16:02');
    changeLocale('zh-CN');
  });
});

describe('spans', () => {
  it('are at least a minute and never rounded up', () => {
    expect(spanOf(0)).toEqual({ unit: 'minutes', minutes: 1 });
    expect(spanOf(HOUR - 1)).toEqual({ unit: 'minutes', minutes: 59 });
    expect(spanOf(DAY - 1)).toEqual({ unit: 'hours', hours: 23, minutes: 59 });
    expect(spanOf(2 * DAY - 1)).toEqual({ unit: 'days', days: 1 });
  });

  it('are said in full in sentences', () => {
    expect(spanWords(22 * MINUTE, currentWords())).toBe('22 分钟');
  });

  it('say how long ago something was', () => {
    expect(agoText(now - 10_000, now, currentWords())).toBe('刚刚');
    expect(agoText(now - 3 * MINUTE, now, currentWords())).toBe('3 分钟前');
    expect(agoText(now - 26 * HOUR, now, currentWords())).toBe('1 天前');
  });

  it('count the days of a journey by the calendar', () => {
    expect(dayNumber(now, now)).toBe(1);
    expect(dayNumber(now - 16 * HOUR, now)).toBe(2);
    expect(dayNumber(now + DAY, now)).toBe(1);
  });
});
