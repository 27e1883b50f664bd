import { describe, expect, it } from 'vitest';
import { dayEndsMs } from '../../../../src-main/app/board/day-ends.ts';

const MINUTE_MS = 60_000;

describe("the end of the seller's day", () => {
  it('is midnight on her clock, whatever the second', () => {
    const tenPastNine = Date.UTC(2026, 10, 22, 13, 10);
    const midnight = tenPastNine + (24 * 60 - (21 * 60 + 10)) * MINUTE_MS;
    for (const laterMs of [0, 1, 30_000, 59_999]) expect(dayEndsMs(tenPastNine + laterMs, 21 * 60 + 10)).toBe(midnight);
  });

  it('is a day away when the day begins, and a minute in its last one', () => {
    const startMs = Date.UTC(2026, 10, 22);
    expect(dayEndsMs(startMs, 0)).toBe(startMs + 1_440 * MINUTE_MS);
    expect(dayEndsMs(startMs, 1_439)).toBe(startMs + MINUTE_MS);
  });
});
