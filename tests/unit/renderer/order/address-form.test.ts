import { beforeAll, describe, expect, it } from 'vitest';
import { postcodeFault } from '../../../../src-main/core/address/postcodes.ts';
import {
  correctionOf,
  draftFaults,
  draftOfAddress,
  isSameAddress,
} from '../../../../src-renderer/features/order/address-form.ts';
import { countryOptions } from '../../../../src-renderer/features/order/countries.ts';
import { postcodeExample } from '../../../../src-renderer/features/order/postcode-examples.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';

beforeAll(() => setUpWords('en'));

const draft = draftOfAddress({
  name: 'Ann',
  phone: null,
  lines: ['2214 A Ct', 'Apt 3'],
  city: 'Portland',
  region: null,
  postcode: '97214',
  country: 'US',
  customsId: null,
});

describe('the correction of an address', () => {
  it('has a line of the street on each line, and none for an empty field', () => {
    expect(draft.street).toBe('2214 A Ct\nApt 3');
    expect(correctionOf({ ...draft, street: ' 1 Main St \n\n Floor 2 ', city: ' ' })).toEqual({
      name: 'Ann',
      phone: null,
      lines: ['1 Main St', 'Floor 2'],
      city: null,
      region: null,
      postcode: '97214',
      country: 'US',
    });
  });

  it('names what is missing before it is sent', () => {
    expect(draftFaults(draft)).toEqual([]);
    expect(draftFaults({ ...draft, name: ' ', street: '\n' })).toEqual(['nameMissing', 'streetMissing']);
    expect(draftFaults({ ...draft, street: 'a\n'.repeat(7) })).toEqual(['streetTooLong']);
    expect(draftFaults({ ...draft, street: 'a'.repeat(201) })).toEqual(['streetTooLong']);
  });

  it('is nothing while only blanks were changed', () => {
    expect(isSameAddress(draft, { ...draft, city: 'Portland ', phone: ' ' })).toBe(true);
    expect(isSameAddress(draft, { ...draft, city: 'Salem' })).toBe(false);
  });
});

describe('the country', () => {
  it('is chosen by its name, in order, and keeps a code that is in use', () => {
    const names = countryOptions('en', '').map(({ text }) => text);
    expect(names.length).toBeGreaterThan(240);
    expect(names[0]).toBe('Afghanistan');
    expect(new Set(names).size).toBe(names.length);
    expect(countryOptions('en', 'AC').some(({ value }) => value === 'AC')).toBe(true);
  });

  it('shows a postcode as it is written there, one that the check takes', () => {
    for (const { value } of countryOptions('en', '')) {
      const example = postcodeExample(value);
      if (example !== null) expect([value, postcodeFault(value, example)]).toEqual([value, null]);
    }
    expect(postcodeExample('AE')).toBeNull();
  });
});
