import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTrackingNumber, s10CheckDigit } from '../../../../src-main/core/shipment/tracking-number.ts';

const serial = fc.stringMatching(/^\d{8}$/);
const letters = fc.stringMatching(/^[A-Z]{2}$/);
const s10 = fc
  .tuple(letters, serial, letters)
  .map(([service, digits, country]) => `${service}${digits}${s10CheckDigit(digits)}${country}`);
const remainder = (digits: string): number =>
  [8, 6, 4, 2, 3, 5, 9, 7].reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;

describe('S10 numbers', () => {
  it.each(['RR473124829GB', 'RB123456785GB', 'EE471108151FR', 'LN156947362CN', 'EB000717595HK', 'LX123456785CN'])(
    '%s is one',
    (text) => {
      expect(parseTrackingNumber(text)).toEqual({ ok: true, text, scheme: 's10' });
    },
  );

  it.each(['RB123456786US', 'EB000717594HK', 'RR473124820GB'])('%s has a wrong check digit', (text) => {
    expect(parseTrackingNumber(text)).toEqual({ ok: false, fault: 's10-check-digit' });
  });

  it.each([
    ['96633102', 0],
    ['10000014', 0],
    ['10000002', 5],
    ['00000000', 5],
    ['99999999', 5],
    ['47312482', 9],
  ])('serial %s has the check digit %d', (digits, expected) => {
    expect(s10CheckDigit(digits)).toBe(expected);
  });

  it('are all taken when built by the rule', () => {
    fc.assert(
      fc.property(s10, (text) => {
        expect(parseTrackingNumber(text)).toEqual({ ok: true, text, scheme: 's10' });
      }),
    );
  });

  it('show a single wrong digit, save where the remainders 0 and 6 share the check digit 5', () => {
    fc.assert(
      fc.property(serial, fc.nat({ max: 7 }), fc.integer({ min: 1, max: 9 }), (digits, place, step) => {
        const wrong = String((Number(digits[place]) + step) % 10);
        const typed = digits.slice(0, place) + wrong + digits.slice(place + 1);
        const isMissed = s10CheckDigit(typed) === s10CheckDigit(digits);
        const [before, after] = [remainder(digits), remainder(typed)];
        expect(isMissed).toBe((before === 0 && after === 6) || (before === 6 && after === 0));
      }),
    );
  });

  it('show every wrong check digit', () => {
    fc.assert(
      fc.property(s10, fc.integer({ min: 1, max: 9 }), (text, step) => {
        const typed = text.slice(0, 10) + String((Number(text[10]) + step) % 10) + text.slice(11);
        expect(parseTrackingNumber(typed)).toEqual({ ok: false, fault: 's10-check-digit' });
      }),
    );
  });

  it('show most swapped neighbours', () => {
    const swaps = fc
      .sample(fc.tuple(serial, fc.nat({ max: 6 })), { numRuns: 2000, seed: 1 })
      .filter(([digits, place]) => digits[place] !== digits[place + 1]);
    const missed = swaps.filter(([digits, place]) => {
      const swapped = digits.slice(0, place) + digits[place + 1] + digits[place] + digits.slice(place + 2);
      return s10CheckDigit(swapped) === s10CheckDigit(digits);
    });
    expect(missed.length / swaps.length).toBeLessThan(0.05);
  });

  it('have a serial of eight digits', () => {
    for (const text of ['', '1234567', '123456789', '1234567a', '１２３４５６７８'])
      expect(() => s10CheckDigit(text)).toThrow(RangeError);
  });
});

describe('other numbers', () => {
  it.each([
    [' lx 123 456 785 cn ', 'LX123456785CN'],
    ['ＬＸ１２３４５６７８５ＣＮ', 'LX123456785CN'],
    ['\u200b1Z999AA10123456784\ufeff', '1Z999AA10123456784'],
    ['yt2229521272164446', 'YT2229521272164446'],
    ['0208-1', '0208-1'],
    ['A'.repeat(40), 'A'.repeat(40)],
  ])('%j is read as %s', (input, text) => {
    expect(parseTrackingNumber(input)).toMatchObject({ ok: true, text });
  });

  it.each([
    ['', 'empty'],
    [' \u200b\n', 'empty'],
    ['1234', 'too-short'],
    ['1'.repeat(41), 'too-long'],
    ['单号123456', 'bad-characters'],
    ['ß12345', 'bad-characters'],
    ['ı12345', 'bad-characters'],
    ['12345;DROP', 'bad-characters'],
    ['https://t.example/12345', 'bad-characters'],
  ])('%j is %s', (input, fault) => {
    expect(parseTrackingNumber(input)).toEqual({ ok: false, fault });
  });

  it('stay what they are when read again, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const first = parseTrackingNumber(input);
        if (first.ok) expect(parseTrackingNumber(first.text)).toEqual(first);
      }),
    );
  });
});
