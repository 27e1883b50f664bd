import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spacedNumber } from '../../../../src-main/core/label/own-label-code.ts';
import { countryName } from '../../../../src-main/core/label/own-label-head.ts';
import { layoutOwnLabel } from '../../../../src-main/core/label/own-label-layout.ts';
import { OWN_LABEL_SIZES, type OwnLabel, type OwnLabelItem } from '../../../../src-main/core/label/own-label.ts';
import { CODE_SYMBOLS, type PaperBox, type PaperItem } from '../../../../src-main/core/paper/paper.ts';
import { KOREAN, SAMPLE_LABEL } from '../../../support/sample-labels.ts';

const textsOf = (label: OwnLabel): string[] =>
  layoutOwnLabel(label).items.flatMap((item) => (item.kind === 'text' && item.text !== '' ? [item.text] : []));
const ITEM: OwnLabelItem = {
  description: 'Mug',
  quantity: 1,
  weightG: 100,
  value: { minor: 500, currency: 'USD' },
  origin: 'CN',
  hsCode: '6912.00',
};

const labels = fc.record({
  ...Object.fromEntries(Object.entries(SAMPLE_LABEL).map(([key, value]) => [key, fc.constant(value)])),
  size: fc.constantFrom(...OWN_LABEL_SIZES),
  symbol: fc.constantFrom(...CODE_SYMBOLS),
  note: fc.constantFrom('', 'fragile', 'x'.repeat(200)),
  receiverCustomsId: fc.option(fc.string()),
  items: fc.option(fc.array(fc.constant(ITEM), { maxLength: 20 })),
  receiver: fc.record({
    name: fc.string(),
    phone: fc.option(fc.string()),
    lines: fc.array(fc.string(), { maxLength: 4 }),
    city: fc.option(fc.string()),
    region: fc.option(fc.string()),
    postcode: fc.option(fc.string()),
    country: fc.constantFrom('KR', 'RU', null),
  }),
}) as unknown as fc.Arbitrary<OwnLabel>;

describe('the label', () => {
  it('keeps every box on the paper, and every text off the barcode', () => {
    fc.assert(
      fc.property(labels, (label) => {
        const page = layoutOwnLabel(label);
        const code = page.items.find((item) => item.kind === 'code')!;
        for (const item of page.items) {
          expect(isInside(item, page.widthMm, page.heightMm)).toBe(true);
          if (item !== code && item.kind !== 'frame') expect(overlaps(item, code)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts no text over another text', () => {
    fc.assert(
      fc.property(labels, (label) => {
        const texts = layoutOwnLabel(label).items.filter((item) => item.kind === 'text' && item.text !== '');
        const columns = texts.filter((item) => !isSharedRow(item));
        columns.forEach((one, index) => {
          for (const other of columns.slice(index + 1))
            expect([one, other, overlaps(one, other)]).toEqual([one, other, false]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('says who, where and what in the words of the post', () => {
    const texts = textsOf({ ...SAMPLE_LABEL, receiver: KOREAN });
    expect(texts).toEqual(
      expect.arrayContaining(['KR', '韩国', '김서연', '06164', 'Tel. +82 10-1234-5678', 'LN 156 947 362 CN']),
    );
    expect(texts.find((text) => text.includes('SOUTH KOREA'))).toContain('테헤란로');
  });

  it('prints the customs number under the country', () => {
    const texts = textsOf({ ...SAMPLE_LABEL, receiver: KOREAN, receiverCustomsId: 'P123456789012' });
    expect(texts.find((text) => text.includes('Customs ID P123456789012'))).toContain('SOUTH KOREA\nCustoms ID');
  });

  it('leaves out what it does not know', () => {
    const receiver = { ...KOREAN, postcode: null, phone: null, country: null };
    const texts = textsOf({
      ...SAMPLE_LABEL,
      receiver,
      items: null,
      note: ' ',
      sender: { ...KOREAN, company: '', name: '', lines: [], city: null, postcode: null, country: null, phone: null },
    });
    for (const gone of ['POSTCODE', 'FROM', 'CUSTOMS DECLARATION  CN22', 'KR']) expect(texts).not.toContain(gone);
    expect(texts.some((text) => text.startsWith('Tel.'))).toBe(false);
  });
});

describe('the customs form', () => {
  it('has the sums of all goods, also of those there is no room for', () => {
    const texts = textsOf({ ...SAMPLE_LABEL, items: Array.from({ length: 9 }, () => ITEM) });
    expect(texts).toEqual(
      expect.arrayContaining(['and 7 more kinds', '0.700', '35.00', '0.900', '45.00', 'Value USD']),
    );
  });

  it('sums nothing of which a part is unknown', () => {
    const texts = textsOf({ ...SAMPLE_LABEL, items: [ITEM, { ...ITEM, weightG: null, value: null }] });
    expect(texts.filter((text) => text === '0.100')).toHaveLength(1);
    expect(texts.filter((text) => text === '5.00')).toHaveLength(1);
  });

  it('names each currency where there are several', () => {
    const texts = textsOf({ ...SAMPLE_LABEL, items: [ITEM, { ...ITEM, value: { minor: 700, currency: 'JPY' } }] });
    expect(texts).toEqual(expect.arrayContaining(['Value', '5.00 USD', '700 JPY', '5.00 USD + 700 JPY']));
  });
});

it('numbers of the postal union are grouped, others stand as they are', () => {
  expect(spacedNumber('RB123456785CN')).toBe('RB 123 456 785 CN');
  expect(spacedNumber('YT2229521272164446')).toBe('YT2229521272164446');
});

it('country names are English or Chinese, and what is no code stays', () => {
  expect(countryName('RU', 'en')).toBe('Russia');
  expect(countryName('RU', 'zh-Hans')).toBe('俄罗斯');
  expect(countryName('ru?', 'en')).toBe('ru?');
});

/** Heading and remark share a row, one left and one right. */
function isSharedRow(item: PaperItem): boolean {
  return item.kind === 'text' && /officially|CUSTOMS DECLARATION/.test(item.text);
}

function isInside(box: PaperBox, widthMm: number, heightMm: number): boolean {
  return (
    box.leftMm >= 0 && box.topMm >= 0 && box.leftMm + box.widthMm <= widthMm && box.topMm + box.heightMm <= heightMm
  );
}

function overlaps(one: PaperBox, other: PaperBox): boolean {
  const across = Math.min(one.leftMm + one.widthMm, other.leftMm + other.widthMm) - Math.max(one.leftMm, other.leftMm);
  const down = Math.min(one.topMm + one.heightMm, other.topMm + other.heightMm) - Math.max(one.topMm, other.topMm);
  return across > 0.01 && down > 0.01;
}
