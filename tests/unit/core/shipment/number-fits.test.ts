import { describe, expect, it } from 'vitest';
import { numberFits } from '../../../../src-main/core/shipment/number-fits.ts';

describe('numberFits', () => {
  it.each([
    ['[A-Z]{2}\\d{9}[A-Z]{2}', 'RB123456785CN', true],
    ['^[A-Z]{2}\\d{9}[A-Z]{2}$', ' rb 123456785 cn ', true],
    ['[A-Z]{2}\\d{9}[A-Z]{2}', 'RB123456785CNX', false],
    ['\\d{10}|\\d{12}|[A-Z0-9]{13,18}', '123456789012', true],
    ['(?:SF|YT)\\d{12,15}', 'SF1234567890123', true],
  ])('%s and %s: %s', (pattern, number, expected) => {
    expect(numberFits(pattern, number)).toBe(expected);
  });

  it.each([
    [null, 'RB123456785CN'],
    ['\\d+', ''],
    ['(', '123'],
    ['\\d+', '1'.repeat(81)],
    // What could keep the machine busy is not run.
    ['(a+)+b', 'a'.repeat(80)],
    ['(?:a|a)*b', 'a'.repeat(80)],
    ['(a)\\1+', 'aaa'],
    ['(?=a)a', 'a'],
    ['\\d*\\d*\\d*\\d*\\d*x', '1'.repeat(80)],
    ['a?'.repeat(40) + 'a'.repeat(40), 'a'.repeat(40)],
    ['(a{0,9}){0,9}', 'aaa'],
  ])('does not know of %s and %s', (pattern, number) => {
    expect(numberFits(pattern, number)).toBeNull();
  });
});
