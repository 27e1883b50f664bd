import { describe, expect, it } from 'vitest';
import { isoCountry } from '../../../../src-main/core/address/country-code.ts';

describe('isoCountry', () => {
  it.each([
    ['UK', 'GB'],
    ['gb', 'GB'],
    [' ru ', 'RU'],
    ['SRB', 'RS'],
    ['MNE', 'ME'],
    ['KS', 'XK'],
    ['GGY', 'GG'],
    ['SU', 'RU'],
  ])('%s is %s', (code, expected) => {
    expect(isoCountry(code)).toBe(expected);
  });

  it.each(['', 'R', 'RUS', 'Россия', '12', 'constructor', '__proto__'])('%s is none', (code) => {
    expect(isoCountry(code)).toBeNull();
  });
});
