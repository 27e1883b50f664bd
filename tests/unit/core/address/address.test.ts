import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressFaults, addressKey, type Address } from '../../../../src-main/core/address/address.ts';
import { isLabelledFor, keepHidden } from '../../../../src-main/core/address/keep-hidden.ts';
import { postcodeFault } from '../../../../src-main/core/address/postcodes.ts';

const GOOD: Readonly<Record<string, Address>> = {
  US: address('A. Buyer', '+1 555-0100', ['1 Test St'], 'Seattle', '98101', 'US'),
  RU: address('Иван Петров', '+7 900 000-00-12', ['ул. Ленина 1'], 'Химки', '141400', 'RU'),
  KR: address('홍길동', '0503-0000-0001', ['서울특별시 송파구 송파대로 570', '101동 101호'], null, '05510', 'KR'),
  JP: address('山田太郎', '03-1234-5678', ['東京都千代田区丸の内１－１'], null, '100-0005', 'JP'),
  CN: address('张三', '138****8888', ['稠州北路***'], '义乌市', '322000', 'CN'),
  GB: address('Rose Tyler', '+44 20 7946 0000', ['Rose Cottage, Mill Lane'], 'Ely', 'CB7 4DL', 'GB'),
  BR: address('João Silva', '+55 11 91234-5678', ['Rua das Flores, s/n'], 'São Paulo', '01310-100', 'BR'),
  HK: address('Chan Tai Man', '+852 2123 4567', ['8 Queensway'], null, null, 'HK'),
};

function address(
  name: string,
  phone: string | null,
  lines: string[],
  city: string | null,
  postcode: string | null,
  country: string | null,
): Address {
  return { name, phone, lines, city, region: null, postcode, country };
}

describe('addressFaults', () => {
  it.each(Object.keys(GOOD))('finds nothing in a good address of %s', (country) => {
    expect(addressFaults(GOOD[country]!)).toEqual([]);
  });

  it.each([
    ['name-missing', { name: ' ' }],
    ['street-missing', { lines: [] }],
    ['street-missing', { lines: ['', ' '] }],
    ['house-missing', { lines: ['Test St'] }],
    ['city-missing', { city: null }],
    ['postcode-missing', { postcode: ' ' }],
    ['postcode-malformed', { postcode: '9810' }],
    ['phone-missing', { phone: null }],
    ['phone-missing', { phone: '12-34' }],
    ['phone-malformed', { phone: '000-0000-0000' }],
  ] as const)('%s: %o', (fault, changes) => {
    expect(addressFaults({ ...GOOD['US']!, ...changes })).toEqual([fault]);
  });

  it('names all faults at once, worst first', () => {
    expect(addressFaults(address('', null, [], null, null, 'US'))).toEqual([
      'name-missing',
      'street-missing',
      'city-missing',
      'postcode-missing',
      'phone-missing',
    ]);
  });

  it('judges nothing behind a mask and asks no house of a country that is not known', () => {
    expect(addressFaults({ ...GOOD['US']!, lines: ['Te*****'], phone: '*******' })).toEqual([]);
    expect(addressFaults({ ...GOOD['US']!, lines: ['Test St'], country: null, postcode: null })).toEqual([]);
  });

  it('takes digits and numerals of other scripts for house numbers', () => {
    for (const street of ['ул. Мира １２', '東町三丁目', 'شارع ٧', 'ул. Мира б/н']) {
      expect(addressFaults({ ...GOOD['RU']!, lines: [street] })).toEqual([]);
    }
  });

  it('never throws', () => {
    const text = fc.option(fc.string({ unit: 'binary' }));
    const any = fc.record({
      name: fc.string(),
      phone: text,
      lines: fc.array(fc.string()),
      city: text,
      region: text,
      postcode: text,
      country: text,
    });
    fc.assert(fc.property(any, (anything) => Array.isArray(addressFaults(anything))));
  });
});

describe('postcodeFault', () => {
  it.each([
    ['US', '98101-1234', '9810'],
    ['US', '981011234', '98101-12'],
    ['CA', 'k1a 0b1', 'K1A-0B1'],
    ['GB', 'SW1A 1AA', 'SW1A'],
    ['GB', 'm11ae', '11ME'],
    ['NL', '1012 JS', '1012'],
    ['SE', '114 55', '1145'],
    ['KZ', 'Z05T3D0', 'Z05T3DD'],
    ['KZ', '010000', '01000'],
    ['PL', '00-950', '00-9500'],
    ['KR', '０５５１０', '447-700'],
    ['JP', '1000005', '100005'],
    ['BR', '01310100', '1310100'],
    ['IL', '9103401', '91034'],
    ['RU', '141400', '14140O'],
  ])('%s takes %j, not %j', (country, good, bad) => {
    expect(postcodeFault(country, good)).toBeNull();
    expect(postcodeFault(country, bad)).toBe('postcode-malformed');
    expect(postcodeFault(country, '')).toBe('postcode-missing');
  });

  it('asks nothing where there is none or we know none', () => {
    for (const country of ['HK', 'ZZ', 'constructor', null]) expect(postcodeFault(country, null)).toBeNull();
  });
});

describe('addressKey', () => {
  const us = GOOD['US']!;

  it('is blind to case, spaces, width, composition, line breaks and the phone', () => {
    expect(addressKey({ ...us, name: ' a.  BUYER', lines: ['1', 'Test\nSt'], city: 'Ｓeattle', phone: null })).toBe(
      addressKey(us),
    );
    const korean = GOOD['KR']!;
    expect(addressKey({ ...korean, name: korean.name.normalize('NFD') })).toBe(addressKey(korean));
  });

  it.each([
    { name: 'B. Buyer' },
    { lines: ['2 Test St'] },
    { city: 'Tacoma' },
    { region: 'WA' },
    { postcode: '98102' },
    { country: 'CA' },
  ])('sees %o', (changes) => {
    expect(addressKey({ ...us, ...changes })).not.toBe(addressKey(us));
  });

  it('does not mix up neighbouring fields', () => {
    expect(addressKey({ ...us, city: 'a', region: 'b|c' })).not.toBe(addressKey({ ...us, city: 'a|b', region: 'c' }));
    expect(addressKey({ ...us, city: 'a', region: null })).not.toBe(addressKey({ ...us, city: null, region: 'a' }));
  });
});

describe('keepHidden', () => {
  const us = GOOD['US']!;
  const hidden: Address = { ...us, name: '', lines: [], phone: null };

  it('keeps ours while the new one says less', () => {
    for (const theirs of [null, hidden, { ...us, name: 'a. buyer' }]) expect(keepHidden(us, theirs)).toEqual(us);
  });

  it('takes theirs when it says anything new, and when ours is none', () => {
    for (const theirs of [
      { ...hidden, city: 'Tacoma' },
      { ...us, region: 'WA' },
    ])
      expect(keepHidden(us, theirs)).toBe(theirs);
    expect(keepHidden(null, us)).toBe(us);
    expect(keepHidden(hidden, us)).toBe(us);
    expect(keepHidden(null, null)).toBeNull();
  });
});

describe('keepHidden of masked texts', () => {
  const ours: Address = { ...GOOD['CN']!, name: '欧阳娜娜', phone: '13800138000' };
  const street = ours.lines.join(' ');
  const masks: readonly Partial<Address>[] = [
    { name: '欧***' },
    { name: '*阳*娜' },
    { name: '＊＊＊' },
    { lines: [`${street.slice(0, 3)}****`] },
    { lines: ['***'], name: '欧**娜', postcode: '***' },
    { phone: '138****8000' },
  ];

  it.each(masks)('keeps ours against %o', (mask) => {
    expect(keepHidden(ours, { ...ours, ...mask })).toEqual(ours);
  });

  it.each([
    { name: '王*' },
    { name: '欧***x' },
    { lines: ['别的路***'] },
    { name: '欧*王*娜' },
    { city: '别处', name: '*' },
  ])('takes theirs when it cannot be ours: %o', (change) => {
    const theirs = { ...ours, ...change };
    expect(keepHidden(ours, theirs)).toBe(theirs);
  });

  it('takes the address in full in the place of the masked one', () => {
    const masked = { ...ours, name: '欧***', lines: ['***'] };
    expect(keepHidden(masked, ours)).toBe(ours);
  });

  it('finds no fault with a postcode behind asterisks', () => {
    expect(addressFaults({ ...GOOD['US']!, postcode: '98***' })).toEqual([]);
  });
});

describe('isLabelledFor', () => {
  const address = GOOD['US']!;
  it('knows the label of the same address, and of the same one masked', () => {
    expect(isLabelledFor(addressKey(address), address)).toBe(true);
    expect(isLabelledFor(addressKey({ ...address, name: `${address.name.slice(0, 1)}***` }), address)).toBe(true);
  });

  it('tells another address', () => {
    expect(isLabelledFor(addressKey({ ...address, city: 'Elsewhere' }), address)).toBe(false);
    expect(isLabelledFor(addressKey({ ...address, name: 'z***', city: 'Elsewhere' }), address)).toBe(false);
    expect(isLabelledFor(addressKey(address), { ...address, name: 'z***' })).toBe(false);
  });
});
