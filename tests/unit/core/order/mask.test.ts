import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address } from '../../../../src-main/core/address/address.ts';
import { maskAddress, maskCustomsId } from '../../../../src-main/core/order/mask.ts';
import { ADDRESS } from './support/build-order.ts';

const masked = (changes: Partial<Address>) => maskAddress({ ...ADDRESS, ...changes });

describe('maskAddress', () => {
  it('keeps what tells parcels apart and hides the person', () => {
    expect(maskAddress(ADDRESS)).toEqual({ ...ADDRESS, name: 'I••• P•••', lines: ['ul. •••'], phone: '+7 ••• 0012' });
  });

  it.each([
    ['张三', '张•••'],
    ['홍길동', '홍•••'],
    ['홍길동'.normalize('NFD'), '홍•••'],
    ['Иван Петрович Сидоров', 'И••• П••• С•••'],
    ['  Jean-Pierre   Łukasz ', 'J••• Ł•••'],
    ['𠮷野', '𠮷•••'],
    ['', ''],
  ])('name %j → %j', (name, expected) => {
    expect(masked({ name }).name).toBe(expected);
  });

  it.each([
    [['浙江省金华市义乌市稠州北路1号'], ['浙江省金•••']],
    [
      ['서울특별시 송파구 송파대로 570', '101동 101호'],
      ['서울특별•••', '•••'],
    ],
    [
      ['12 Main Street', 'Apt 4', ''],
      ['12 M•••', '•••', ''],
    ],
    [['北路'], ['北•••']],
    [['1'], ['•••']],
    [[], []],
  ])('street %j → %j', (lines, expected) => {
    expect(masked({ lines }).lines).toEqual(expected);
  });

  it.each([
    ['+86 138 0000 8888', '+86 ••• 8888'],
    ['+1 555-0100', '+1 ••• 100'],
    ['+375 29 123-45-67', '+375 ••• 4567'],
    ['0503-0000-0001', '••• 0001'],
    ['79000000012', '••• 0012'],
    ['138****8888', '••• 888'],
    ['+8', '•••'],
    ['none', '•••'],
    ['', ''],
  ])('phone %j → %j', (phone, expected) => {
    expect(masked({ phone }).phone).toBe(expected);
    expect(masked({ phone: null }).phone).toBeNull();
  });

  it('hides more than half of any name part, street and number', () => {
    const words = fc.array(
      fc.string({ minLength: 2, unit: fc.constantFrom('a', 'b', 'Ж', '张', '홍', '길', '1', '𠮷') }),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(words, fc.stringMatching(/^\+?\d{5,15}$/), (parts, phone) => {
        const address = masked({ name: parts.join(' '), lines: parts, phone });
        for (const part of address.name.split(' ')) expect(Array.from(part).length).toBe(4);
        address.lines.forEach((line, index) => {
          const shown = Array.from(line.replace('•••', '')).length;
          expect(shown).toBeLessThanOrEqual(index === 0 ? Array.from(parts[0]!).length / 2 : 0);
        });
        const [, tail = ''] = (address.phone ?? '').split('•••');
        expect(tail.trim().length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('maskCustomsId', () => {
  it('keeps the first letter and the last three, and nothing of a short one', () => {
    expect(maskCustomsId('P123456789012')).toBe('P ••• 012');
    expect(maskCustomsId('P123')).toBe('•••');
  });
});
