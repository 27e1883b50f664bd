import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../../src-main/app/ports/http.ts';

describe('retryAfterMs', () => {
  const nowMs = Date.parse('2026-11-05T08:00:00Z');
  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0.2' }, 200],
    [{ 'retry-after': 'Thu, 05 Nov 2026 08:00:09 GMT' }, 9_000],
    [{ 'retry-after': 'Thu, 05 Nov 2026 08:00:09 GMT', date: 'Thu, 05 Nov 2026 08:00:04 GMT' }, 5_000],
    [{ 'retry-after': 'Thu, 05 Nov 2020 08:00:09 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '' }, null],
    [{}, null],
  ])('%o → %o', (headers, expected) => {
    expect(retryAfterMs(headers as Record<string, string>, nowMs)).toBe(expected);
  });
});
