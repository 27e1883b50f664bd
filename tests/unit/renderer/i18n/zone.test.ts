import { beforeAll, describe, expect, it } from 'vitest';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { formatInZone, isElsewhere, zoneName } from '../../../../src-renderer/i18n/zone.ts';

beforeAll(() => setUpWords('en'));

/** A Wednesday, noon UTC. */
const NOON = Date.UTC(2026, 2, 4, 12);

describe('the time elsewhere', () => {
  it('is told with its weekday', () => {
    expect(formatInZone(NOON, 'Asia/Seoul')).toBe('Wed 21:00');
    expect(formatInZone(NOON, 'Pacific/Kiritimati')).toBe('Thu 02:00');
  });

  it('has the name that people use', () => {
    expect(zoneName('Asia/Seoul', NOON)).toBe('Korean Standard Time');
    expect(zoneName('Europe/Moscow', NOON)).toBe('Moscow Standard Time');
  });

  it('is elsewhere only where the clocks differ', () => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(isElsewhere(here, NOON)).toBe(false);
    expect(isElsewhere('Pacific/Kiritimati', NOON)).toBe(true);
    expect(isElsewhere(null, NOON)).toBe(false);
  });

  it('is nothing for a zone that nobody knows', () => {
    expect(formatInZone(NOON, 'Mars/Olympus')).toBeNull();
    expect(isElsewhere('Mars/Olympus', NOON)).toBe(false);
    expect(zoneName('Mars/Olympus', NOON)).toBe('Mars/Olympus');
  });
});
