import { describe, expect, it } from 'vitest';
import { minuteOf, timeText } from '../../../../src-renderer/features/settings/day-minutes.ts';

describe('times of day', () => {
  it.each([
    [0, '00:00'],
    [8 * 60, '08:00'],
    [1_439, '23:59'],
  ])('%i is %s', (minute, text) => {
    expect(timeText(minute)).toBe(text);
    expect(minuteOf(text)).toBe(minute);
  });

  it.each(['', '24:00', '7:30', '12:60'])('"%s" is none', (text) => {
    expect(minuteOf(text)).toBeNull();
  });
});
