import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  pacificText,
  pacificWallMs,
  readGatewayTimestamp,
  readWallText,
} from '../../../../src-main/demo/aliexpress/pacific-time.ts';

describe('US Pacific time', () => {
  it.each([
    ['2026-07-01T12:00:00Z', '2026-07-01 05:00:00'],
    ['2026-12-01T12:00:00Z', '2026-12-01 04:00:00'],
    // The clocks go forward: two o'clock is three.
    ['2026-03-08T09:59:59Z', '2026-03-08 01:59:59'],
    ['2026-03-08T10:00:00Z', '2026-03-08 03:00:00'],
    // And back: one hour comes twice.
    ['2026-11-01T08:30:00Z', '2026-11-01 01:30:00'],
    ['2026-11-01T09:30:00Z', '2026-11-01 01:30:00'],
    ['2026-11-01T10:00:00Z', '2026-11-01 02:00:00'],
  ])('%s is %s', (utc, wall) => {
    expect(pacificText(Date.parse(utc))).toBe(wall);
  });

  it('agrees with the machine at any time', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/Los_Angeles',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2035-01-01') }), (atMs) => {
        expect(pacificText(atMs)).toBe(format.format(atMs));
        expect(readWallText(pacificText(atMs))).toBe(Math.floor(pacificWallMs(atMs) / 1_000) * 1_000);
      }),
    );
  });

  it.each(['2026-11-01', '2026-11-01 03:12', '2026-02-30 00:00:00', '2026-11-01T03:12:12', '', 'now'])(
    'does not read "%s"',
    (text) => {
      expect(readWallText(text)).toBeNull();
    },
  );
});

describe('the timestamp of the gateway', () => {
  it('is epoch milliseconds or GMT+8, never Pacific', () => {
    const atMs = Date.parse('2026-11-22T06:00:00Z');
    expect(readGatewayTimestamp(String(atMs))).toBe(atMs);
    expect(readGatewayTimestamp('2026-11-22 14:00:00')).toBe(atMs);
    expect(readGatewayTimestamp('1517820392')).toBeNull();
  });
});
