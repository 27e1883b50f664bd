import { describe, expect, it } from 'vitest';
import { CARD_TEXTS, fillCard } from '../../../../src-main/core/slip/card-texts.ts';
import { makePackingSlips, makePickList, makeThankYouCards } from '../../../../src-main/core/slip/make-slip.ts';
import { buyerLanguage, PAPER_LANGUAGES } from '../../../../src-main/core/slip/paper-language.ts';
import { SLIP_WORDS } from '../../../../src-main/core/slip/slip-words.ts';
import { sampleOrder } from '../../../integration/sqlite/sample-orders.ts';
import type { OrderFacts } from '../../../../src-main/core/order/facts.ts';

const line = (sku: string, quantity: number, title = sku) => ({
  remoteId: sku,
  remoteSku: sku,
  sku,
  title,
  variant: null,
  quantity,
  unitPrice: { minor: 100, currency: 'CNY' },
});
const order = (remoteId: string, facts: Partial<OrderFacts>) => sampleOrder(1, { facts: { remoteId, ...facts } });

describe('a pick list', () => {
  const bins: Record<string, string> = { A: 'B10', B: 'B2', C: 'B2' };
  const list = makePickList({
    orders: [
      order('1', { lines: [line('C', 1), line('A', 2)] }),
      order('2', { lines: [line('C', 3), line('B', 1), line('D', 1)] }),
      order('3', { lines: [line('C', 1), line('C', 1)] }),
    ],
    binOf: (_platform, sku) => bins[sku] ?? null,
    language: 'zh-CN',
    date: '2026-11-22',
  });

  it('has equal goods together, in the order of the shelves', () => {
    expect(list.rows.map(({ bin, sku, quantity }) => [bin, sku, quantity])).toEqual([
      ['B2', 'B', 1],
      ['B2', 'C', 6],
      ['B10', 'A', 2],
      [null, 'D', 1],
    ]);
    expect(list).toMatchObject({ orderCount: 3, pieceCount: 10 });
  });

  it('says how many go to which order', () => {
    expect(list.rows[1]!.orders).toEqual([
      { number: '1', quantity: 1 },
      { number: '2', quantity: 3 },
      { number: '3', quantity: 2 },
    ]);
  });

  it('keeps goods without a SKU apart by their titles', () => {
    const orders = [order('1', { lines: [line('', 1, 'mug'), line('', 1, 'lamp'), line('', 1, 'mug')] })];
    const { rows } = makePickList({ orders, binOf: () => null, language: 'en', date: '' });
    expect(rows.map(({ title, quantity }) => [title, quantity])).toEqual([
      ['mug', 2],
      ['lamp', 1],
    ]);
  });
});

describe('what the buyer gets', () => {
  const shopOf = (): string => 'Moon';

  it('is in her language, with her name and neither price nor phone', () => {
    const orders = [order('7', { platform: 'coupang', country: 'KR', address: null, buyerName: '김서연' })];
    const slip = makePackingSlips({ orders, shopOf, dateOf: () => '2026-11-22', companionsOf: () => [] });
    expect(slip.orders[0]).toMatchObject({ language: 'ko', buyer: '김서연', shop: 'Moon' });
    expect(JSON.stringify(slip)).not.toMatch(/unitPrice|CNY|phone/);
  });

  it('lists all goods of a parcel that carries those of several orders', () => {
    const [lead, companion] = [order('7', { lines: [line('A', 1)] }), order('8', { lines: [line('B', 2)] })];
    const companionsOf = () => [companion];
    const slip = makePackingSlips({ orders: [lead], shopOf, dateOf: () => '', companionsOf });
    expect(slip.orders).toHaveLength(1);
    expect(slip.orders[0]).toMatchObject({ number: '7', withNumbers: ['8'] });
    expect(slip.orders[0]!.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
  });

  it('leaves out a name that the platform hides', () => {
    for (const buyerName of ['김**', 'A•••', ' ', null]) {
      const orders = [order('7', { address: null, buyerName })];
      const textOf = () => CARD_TEXTS.en;
      expect(makeThankYouCards({ orders, shopOf, textOf }).cards[0]!.body).toMatch(/^Thank you for your order/);
    }
  });

  it('has no placeholder left in any language, named or not', () => {
    for (const language of PAPER_LANGUAGES) {
      for (const buyer of ['Ann', null]) {
        const body = fillCard(CARD_TEXTS[language].body, { buyer, shop: 'Moon' });
        expect(body).toContain('Moon');
        expect(body).not.toMatch(/[{}]|^[\s,，、。!！]/u);
        expect(body.includes('Ann')).toBe(buyer !== null);
      }
    }
  });

  it('takes names as they are, whatever signs are in them', () => {
    expect(fillCard('{buyer} {shop}', { buyer: '$& {shop}', shop: "$'" })).toContain('$&');
  });

  it('never asks for a review: platforms forbid it', () => {
    const words = /review|отзыв|оцен|리뷰|评价|好评|評價|レビュー|reseña|avalia|avis\b|bewert|★|5 star/iu;
    for (const { title, body } of Object.values(CARD_TEXTS)) expect(`${title} ${body}`).not.toMatch(words);
  });
});

describe('languages', () => {
  it('go by the country, else by the platform', () => {
    expect(buyerLanguage('KR', 'amazon')).toBe('ko');
    expect(buyerLanguage('BR', 'aliexpress')).toBe('pt');
    expect(buyerLanguage('TW', 'taobao')).toBe('zh-TW');
    expect(buyerLanguage('US', 'coupang')).toBe('en');
    expect(buyerLanguage(null, 'ozon')).toBe('ru');
    expect(buyerLanguage('AM', 'ozon')).toBe('ru');
    expect(buyerLanguage(null, 'coupang')).toBe('ko');
    expect(buyerLanguage('??', 'taobao')).toBe('zh-CN');
    expect(buyerLanguage('SE', 'amazon')).toBe('en');
  });

  it('have all their words', () => {
    for (const language of PAPER_LANGUAGES) {
      expect(Object.values(SLIP_WORDS[language]).every((word) => word.trim() !== '')).toBe(true);
    }
  });
});
