import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAddress } from '../../../../src-main/core/order/mask.ts';
import { maskParts } from '../../../../src-renderer/features/order/mask.ts';

describe('maskParts', () => {
  it('tells readable runs from hidden ones', () => {
    expect(maskParts('А••••• К••')).toEqual([
      { kind: 'text', text: 'А' },
      { kind: 'hidden', length: 5 },
      { kind: 'text', text: ' К' },
      { kind: 'hidden', length: 2 },
    ]);
  });

  it('leaves a text without a mask whole', () => {
    expect(maskParts('Екатеринбург')).toEqual([{ kind: 'text', text: 'Екатеринбург' }]);
    expect(maskParts('')).toEqual([]);
  });

  it('never loses a readable character', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const readable = maskParts(text)
          .map((part) => (part.kind === 'text' ? part.text : ''))
          .join('');
        expect(readable).toBe(text.replace(/[•*●＊…]/gu, ''));
      }),
    );
  });

  it('finds the hidden parts of what main masks', () => {
    const masked = maskAddress({
      name: 'Anna Kovalyova',
      phone: '+7 912 345 01 37',
      lines: ['Lenina 24'],
      city: 'Moscow',
      region: null,
      postcode: '620014',
      country: 'RU',
    });
    expect(maskParts(masked.name).some((part) => part.kind === 'hidden')).toBe(true);
    expect(maskParts(masked.phone ?? '').some((part) => part.kind === 'hidden')).toBe(true);
  });
});
