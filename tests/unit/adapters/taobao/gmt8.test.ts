import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gmt8Text, parseGmt8 } from '../../../../src-main/adapters/platforms/taobao/gmt8.ts';

describe('times in GMT+8', () => {
  it('are eight hours ahead of UTC all year', () => {
    expect(parseGmt8('2026-11-01 10:02:11')).toBe(Date.parse('2026-11-01T02:02:11Z'));
    expect(parseGmt8('2026-07-01')).toBe(Date.parse('2026-06-30T16:00:00Z'));
    expect(gmt8Text(Date.parse('2026-12-31T18:00:00Z'))).toBe('2027-01-01 02:00:00');
  });

  it.each(['', '2026-02-30 10:00:00', '2026-13-01', '10:00', '卖家承诺25天内发货', '2026-01-01 25:00:00'])(
    '%s is none',
    (text) => expect(parseGmt8(text)).toBeNull(),
  );

  it('come back as they went', () => {
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, (date) => {
        const seconds = Math.floor(date.getTime() / 1000) * 1000;
        expect(parseGmt8(gmt8Text(seconds))).toBe(seconds);
      }),
    );
  });
});
