import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasDhlCheckDigit,
  hasFedexCheckDigit,
  hasGs1CheckDigit,
  hasUpsCheckDigit,
} from '../../../../src-main/core/shipment/check-digits.ts';

const KINDS = [
  ['GS1', hasGs1CheckDigit, ['4006381333931', '9234690361980900000142', '041441760228964'], 12],
  ['DHL', hasDhlCheckDigit, ['60701001756402', '563102430313'], 13],
  ['FedEx', hasFedexCheckDigit, ['986578788855', '477179081230', '799531274483', '790535312317', '974367662710'], 11],
  [
    'UPS',
    hasUpsCheckDigit,
    ['1Z5R89390357567127', '1Z879E930346834440', '1Z410E7W0392751591', '1Z8V92A70367203024', '1Z999AA10123456784'],
    15,
  ],
] as const;

describe.each(KINDS)('%s', (name, isRight, samples, places) => {
  it.each(samples)('takes %s', (text) => {
    expect(isRight(text)).toBe(true);
  });

  it('takes exactly one last digit for any number', () => {
    const digits = fc.stringMatching(new RegExp(`^\\d{${places}}$`));
    fc.assert(
      fc.property(digits, (serial) => {
        const body = name === 'UPS' ? `1Z${serial}` : serial;
        expect(Array.from('0123456789').filter((digit) => isRight(body + digit)).length).toBe(1);
      }),
    );
  });
});
