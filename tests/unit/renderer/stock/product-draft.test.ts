import { describe, expect, it } from 'vitest';
import { productSchema } from '../../../../src-main/contract/methods/stock.ts';
import { draftOf, readDraft, readPieces } from '../../../../src-renderer/features/stock/product-draft.ts';

const MUG = {
  sku: 'MUG-1',
  title: '马克杯',
  variant: '月白',
  bin: 'A1-03',
  lowAt: 5,
  cost: { minor: 1_250, currency: 'CNY' },
  floorPrice: { minor: 9_900, currency: 'KRW' },
  weightG: 380,
  hsCode: '691200',
  origin: 'CN',
};
const EMPTY = draftOf(null, 'CNY');

describe('the form of a product', () => {
  it('tells the product it shows, unchanged', () => {
    expect(readDraft(draftOf(MUG, 'USD'))).toEqual({ product: MUG, faults: null });
  });

  it('takes empty fields for not known, and what it tells is what main takes', () => {
    const { product } = readDraft({ ...EMPTY, sku: ' A ', title: ' 杯 ', origin: 'cn' });
    expect(product).toMatchObject({ sku: 'A', title: '杯', origin: 'CN', variant: null, lowAt: null, cost: null });
    expect(productSchema.omit({ quantity: true }).safeParse(product).success).toBe(true);
  });

  it('offers the currency of each amount, and hers where there is none', () => {
    expect(draftOf(MUG, 'USD')).toMatchObject({ cost: '12.50', costCurrency: 'CNY', floorPrice: '9900' });
    expect(EMPTY).toMatchObject({ cost: '', costCurrency: 'CNY' });
  });

  it('names every field that is wrong', () => {
    const wrong = { ...EMPTY, lowAt: '-1', weightG: '1.5', cost: 'viel', floorPrice: '1.234', origin: 'China' };
    expect(readDraft(wrong)).toEqual({
      product: null,
      faults: {
        sku: 'required',
        title: 'required',
        lowAt: 'number',
        weightG: 'number',
        cost: 'number',
        floorPrice: 'number',
        origin: 'wrongOrigin',
      },
    });
  });
});

describe('a count of pieces', () => {
  it.each([
    ['0', 0],
    [' 12 ', 12],
    ['', null],
    ['-3', null],
    ['1.5', null],
    ['1234567', null],
  ])('%j is %j', (text, pieces) => {
    expect(readPieces(text)).toBe(pieces);
  });
});
