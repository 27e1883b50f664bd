import { describe, expect, it } from 'vitest';
import { fitKey } from '../../../../src-main/core/label/fit-key.ts';

describe('fitKey', () => {
  const a4 = { widthMm: 210, heightMm: 297 };

  it('is one for pages of one look, whatever its producer rounds to', () => {
    expect(fitKey('ozon', 'CDEK', { widthMm: 209.9, heightMm: 297.04 })).toBe(fitKey('ozon', ' cdek ', a4));
    expect(fitKey('ozon', null, a4)).toBe(fitKey('ozon', '', a4));
  });

  it('differs by platform, carrier, size and the way the page lies', () => {
    const keys = [
      fitKey('ozon', 'CDEK', a4),
      fitKey('amazon', 'CDEK', a4),
      fitKey('ozon', 'DPD', a4),
      fitKey('ozon', 'CDEK', { widthMm: 297, heightMm: 210 }),
      fitKey('ozon', 'CDEK', { widthMm: 105, heightMm: 148 }),
      fitKey('ozon', 'a|b', a4),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
