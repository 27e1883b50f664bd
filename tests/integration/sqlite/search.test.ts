import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../../src-main/core/order/card-filter.ts';
import { EMPTY_WORK, type OpenCase } from '../../../src-main/core/order/work.ts';
import type { CaseId } from '../../../src-main/core/shared/ids.ts';
import { productRow } from '../../support/product-row.ts';
import { labelledWork, orderIdOf, sampleOrder, START_MS } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

const MUG = orderIdOf(1);
const SOCKS = orderIdOf(2);
const LAMP = orderIdOf(3);

const SHORT_OF_A_SOCK: OpenCase = {
  id: 'case' as CaseId,
  kind: 'return',
  reason: 'missing-part',
  note: '',
  notes: [{ atMs: START_MS, text: '买家说少了一只' }],
  openedAtMs: START_MS,
  dueAtMs: null,
  afterSaleId: null,
};

let temp: TempStore;
beforeAll(async () => {
  temp = await tempStore();
  const line = sampleOrder(1).facts.lines[0]!;
  await temp.store.write(async (tx) => {
    await tx.saveOrder(
      sampleOrder(1, {
        facts: {
          remoteId: '0123456789-0012-1',
          remoteOrderNumber: '0123456789-0012',
          lines: [{ ...line, title: '杭州市陶瓷马克杯 Café ＡＢＣ mug', sku: 'MUG-RED-07', variant: '大号' }],
          buyerName: '欧阳娜娜',
          buyerNote: '请尽快发货',
          address: { ...sampleOrder(1).facts.address!, phone: '+7 (916) 123-45-67' },
          scanCodes: ['%101%555666777'],
        },
        work: { ...labelledWork(1), note: 'fragile, double box' },
      }),
    );
    await tx.saveOrder(
      sampleOrder(2, {
        facts: {
          lines: [{ ...line, title: '한국 양말 Socken für Kinder', sku: 'SOCK-9', variant: null }],
          trackingNumber: 'LP00123456789',
        },
        work: {
          correctedAddress: {
            address: { ...sampleOrder(2).facts.address!, name: '慕容雪', phone: '138 0013 8899' },
            correctedFrom: 'x',
          },
          cases: [SHORT_OF_A_SOCK],
        },
      }),
    );
    await tx.saveOrder(
      sampleOrder(3, {
        facts: { lines: [{ ...line, title: 'лампа настольная ёлка', sku: 'лампа-1', variant: null }] },
        work: { ...EMPTY_WORK, closedAtMs: START_MS },
      }),
    );
  });
});
afterAll(() => temp.remove());

const find = async (query: string) => (await temp.store.read.search(query, 10)).map((hit) => hit.orderId);

describe('search', () => {
  it.each([
    ['one Chinese character', '瓷', [MUG]],
    ['two in the middle of a word', '瓷马', [MUG]],
    ['a long run', '杭州市陶瓷马克杯', [MUG]],
    ['characters that are not neighbours', '杭瓷', []],
    ['two runs, in any order', '马克杯 杭州', [MUG]],
    ['Chinese next to Latin', '杯Café', [MUG]],
    ['the buyer', '娜娜', [MUG]],
    ["the buyer's note", '尽快', [MUG]],
    ["the seller's note", 'double', [MUG]],
    ['a variant', '大号', [MUG]],
    ['the beginning of a word', 'frag', [MUG]],
    ['the middle of a Latin word', 'agile', []],
    ['an accent left out', 'cafe', [MUG]],
    ['full-width letters', 'abc', [MUG]],
    ['another case', 'SOCKEN', [SOCKS]],
    ['Korean, one syllable', '말', [SOCKS]],
    ['Russian, by its beginning', 'наст', [LAMP]],
    ['Russian without its dots', 'елка', [LAMP]],
    ['a posting number', '0123456789-0012-1', [MUG]],
    ['an order number', '0123456789-0012', [MUG]],
    ['its beginning', '01234', [MUG]],
    ['its tail', '0012-1', [MUG]],
    ['its tail without the hyphen', '00121', [MUG]],
    ['the tail of the phone', '4567', [MUG]],
    ['the phone as one likes', '+7(916)123-45-67', [MUG]],
    ['the phone without its country', '9161234567', [MUG]],
    ["the seller's own tracking number", 'RB000000001CN', [MUG]],
    ['its tail', '001cn', [MUG]],
    ["the platform's tracking number", 'lp00123', [SOCKS]],
    ['the tail of that', '56789', [SOCKS]],
    ['a SKU', 'mug-red-07', [MUG]],
    ['a SKU while it is being typed', 'mug-r', [MUG]],
    ['the beginning of a SKU', 'mug-re', [MUG]],
    ['a wrong beginning', 'mug-bl', []],
    ['a code from the label', '%101%555666777', [MUG]],
    ['word and number together', '杯 4567', [MUG]],
    ['word and wrong number', '袜 4567', []],
    ['Chinese, a word by its beginning and a tail', '陶瓷 caf 4567', [MUG]],
    ['a part of a SKU after its hyphen', 'red-07', [MUG]],
    ['the end of a SKU', 'red07', [MUG]],
    ['a word of a SKU', 'red', [MUG]],
    ['the name that the seller wrote on the parcel', '慕容', [SOCKS]],
    ['the tail of the phone that she wrote', '8899', [SOCKS]],
    ['what was noted of a case', '少了一只', [SOCKS]],
    ['nothing', '', []],
    ['only spaces and signs', '  -- "" %', []],
  ])('finds %s: %s', async (_what, query, expected) => {
    expect(await find(query)).toEqual(expected);
  });

  it('shows what lies on the board, the newest first, then closed orders', async () => {
    expect(await find('Иван')).toEqual([SOCKS, MUG, LAMP]);
    expect((await temp.store.read.search('Иван', 2)).map((hit) => hit.orderId)).toEqual([SOCKS, MUG]);
    expect(await temp.store.read.search('лампа', 1)).toMatchObject([{ orderId: LAMP, card: { lane: null } }]);
  });

  it("finds what lies on the board by the seller's own name of its product, as the card shows it", async () => {
    await temp.store.write(async (tx) => {
      const catalogue = [
        productRow('MUG-RED-07', { title: '青釉杯', variant: '朱红' }),
        productRow('SHELF-9', { title: '长筒青袜' }),
      ];
      await tx.saveProducts(catalogue);
      await tx.saveAlias('ozon', 'SOCK-9', 'SHELF-9');
    });
    expect(await find('青')).toEqual([SOCKS, MUG]);
    expect(await find('青釉')).toEqual([MUG]);
    expect(await find('娜娜 朱红')).toEqual([MUG]);
    expect(await find('马克杯 长筒')).toEqual([]);
    expect((await temp.store.read.search('青', 1)).map((hit) => hit.orderId)).toEqual([SOCKS]);
    expect(await find('袜')).toEqual([SOCKS]);
    const query = { filter: { ...NO_FILTER, text: '朱红 马克' }, nowMs: START_MS, dayEndsMs: START_MS };
    expect(await temp.store.read.cardIds(query, 5)).toEqual({ ids: [MUG], total: 1 });
    await temp.store.write((tx) => tx.removeProduct('MUG-RED-07'));
    expect(await find('朱红')).toEqual([]);
  });

  it('follows an order off the board and back', async () => {
    const isFound = async () => (await temp.store.read.search('挂钩', 5)).map(({ card }) => card.lane);
    const order = sampleOrder(9, { facts: { buyerNote: '挂钩' } });
    const counted = async () => {
      const query = { filter: { ...NO_FILTER, text: '挂钩' }, nowMs: START_MS, dayEndsMs: START_MS };
      return (await temp.store.read.cardIds(query, 5)).total;
    };
    await temp.store.write((tx) => tx.saveOrder(order));
    expect([await isFound(), await counted()]).toEqual([['new'], 1]);
    await temp.store.write((tx) => tx.saveOrder({ ...order, work: { ...order.work, closedAtMs: START_MS } }));
    expect([await isFound(), await counted()]).toEqual([[null], 0]);
    await temp.store.write((tx) => tx.saveOrder(order));
    expect([await isFound(), await counted()]).toEqual([['new'], 1]);
    await temp.store.write((tx) => tx.saveOrder({ ...order, facts: { ...order.facts, buyerNote: '钉子' } }));
    expect([await isFound(), await counted()]).toEqual([[], 0]);
  });

  it('puts the order of an exact code first', async () => {
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(4, { facts: { buyerNote: 'same box as LP00123456789' } })));
    expect((await find('lp00123456789'))[0]).toBe(SOCKS);
  });

  it('follows a change and a removal', async () => {
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(5, { facts: { buyerNote: '蓝色礼盒' } })));
    expect(await find('礼盒')).toEqual([orderIdOf(5)]);
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(5, { facts: { buyerNote: '红色' } })));
    expect(await find('礼盒')).toEqual([]);
  });

  it('takes any text for a question, never for syntax', async () => {
    const hostile = [
      '"',
      '" OR 1',
      'words:',
      'NEAR(a b)',
      '*',
      '(',
      '-',
      '^a',
      'AND',
      "'; DROP TABLE card; --",
      '\0',
      '\ud800',
      'a"*',
      '{words tails}: x',
    ];
    for (const query of hostile) await expect(find(query)).resolves.toBeInstanceOf(Array);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (query) => {
        await find(query);
        await temp.store.read.ordersByCode(query);
      }),
    );
  });
});

describe('a scanned code', () => {
  it('names its orders exactly, whatever its case and spaces', async () => {
    for (const code of [
      '0123456789-0012-1',
      '0123456789-0012',
      'rb000000001cn',
      ' RB 000 000 001 CN ',
      '%101%555666777',
    ]) {
      expect(await temp.store.read.ordersByCode(code), code).toEqual([MUG]);
    }
    for (const code of ['0123456789', 'RB00000000', '', ' '])
      expect(await temp.store.read.ordersByCode(code)).toEqual([]);
  });

  it('forgets a number that was taken away', async () => {
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(6, { facts: { scanCodes: ['OLD-1'] } })));
    expect(await temp.store.read.ordersByCode('OLD-1')).toEqual([orderIdOf(6)]);
    await temp.store.write((tx) => tx.saveOrder(sampleOrder(6, { facts: { scanCodes: ['NEW-1'] } })));
    expect(await temp.store.read.ordersByCode('OLD-1')).toEqual([]);
    expect(await temp.store.read.ordersByCode('new-1')).toEqual([orderIdOf(6)]);
  });

  it('shared by several orders shows those on the board first', async () => {
    const shared = { remoteOrderNumber: 'SPLIT-7' };
    await temp.store.write(async (tx) => {
      await tx.saveOrder(sampleOrder(7, { facts: shared }));
      await tx.saveOrder(sampleOrder(8, { facts: shared, work: { closedAtMs: START_MS } }));
    });
    expect(await temp.store.read.ordersByCode('SPLIT-7')).toEqual([orderIdOf(7), orderIdOf(8)]);
  });
});
