import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownFields, pickFields, readWanted } from '../../../../src-main/demo/taobao/answers/pick-fields.ts';
import { pageOf } from '../../../../src-main/demo/taobao/answers/page.ts';
import { list, plainTree, xmlTree } from '../../../../src-main/demo/taobao/answers/tree.ts';
import { CallLimits } from '../../../../src-main/demo/taobao/call-limits.ts';
import { gmt8Text, parseGmt8 } from '../../../../src-main/demo/taobao/gmt8.ts';
import { readMultipart } from '../../../../src-main/demo/taobao/http/multipart.ts';
import { imageKind } from '../../../../src-main/demo/taobao/http/image-kind.ts';
import { yuan } from '../../../../src-main/demo/taobao/money.ts';
import { fitsNumberRule, logisticsCompanies, newNumber } from '../../../../src-main/demo/taobao/rules/companies.ts';
import { maskAddress, maskName, maskNick, maskPhone } from '../../../../src-main/demo/taobao/rules/mask.ts';

describe('dates in GMT+8', () => {
  it('are eight hours ahead', () => {
    expect(gmt8Text(Date.parse('2026-10-31T16:00:00Z'))).toBe('2026-11-01 00:00:00');
    expect(parseGmt8('2026-11-01 00:00:00')).toBe(Date.parse('2026-10-31T16:00:00Z'));
  });

  it.each(['2026-11-01', '2026-11-01T00:00:00', '2026-02-30 00:00:00', '2026-11-01 24:00:00', '1 Nov', ''])(
    'do not come from %o',
    (text) => expect(parseGmt8(text)).toBeNull(),
  );

  it('go there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        expect(parseGmt8(gmt8Text(seconds * 1_000))).toBe(seconds * 1_000);
      }),
    );
  });
});

describe('masks', () => {
  it('are those of the sample', () => {
    expect(maskName('李雷')).toBe('李*');
    expect(maskPhone('10012341234')).toBe('*******1234');
    expect(maskAddress('望京阜通路9号')).toBe('望京**路*号');
    expect(maskNick('暖桌家居')).toBe('暖**');
  });

  it('give no digits of a street and not more than four of a telephone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^\d{5,13}$/u), (address, phone) => {
        expect(maskAddress(address)).not.toMatch(/\d/u);
        expect(maskPhone(phone).replaceAll('*', '')).toHaveLength(4);
      }),
    );
  });
});

describe('an answer', () => {
  const tree = {
    total_results: 1,
    trades: list('trade', [{ tid: 3719055060544802021n, memo: undefined, orders: list('order', [{ num: 1 }]) }]),
    none: list('x', []),
  };

  it('wraps its lists, or not when simplified', () => {
    const orders = [{ num: 1 }];
    expect(plainTree(tree, false)).toEqual({
      total_results: 1,
      trades: { trade: [{ tid: 3719055060544802021n, orders: { order: orders } }] },
    });
    expect(plainTree(tree, true)).toEqual({ total_results: 1, trades: [{ tid: 3719055060544802021n, orders }] });
  });

  it('is XML too', () => {
    expect(xmlTree('r', { a: 'x & <y>', trades: tree.trades })).toBe(
      '<r><a>x &amp; &lt;y&gt;</a><trades list="true"><trade><tid>3719055060544802021</tid><orders list="true"><order><num>1</num></order></orders></trade></trades></r>',
    );
  });

  it('has the fields that were asked for', () => {
    const known = knownFields('tid status', { orders: 'oid num' });
    const full = { tid: 1, status: 'x', secret: 2, orders: list('order', [{ oid: 1, num: 2, other: 3 }]) };
    const pick = (...fields: string[]): unknown =>
      plainTree(pickFields(full, readWanted(fields, known, true), known), true);
    expect(pick('tid', 'orders')).toEqual({ tid: 1, orders: [{ oid: 1, num: 2 }] });
    expect(pick('orders.oid')).toEqual({ orders: [{ oid: 1 }] });
    expect(() => pick('secret')).toThrow('Invalid arguments');
    expect(() => pick('orders.other')).toThrow('Invalid arguments');
    expect(pickFields(full, readWanted(['secret', 'tid'], known, false), known)).toEqual({ tid: 1 });
  });

  it('counts in one of two ways', () => {
    const rows = [1, 2, 3, 4, 5];
    expect(pageOf(rows, { page_no: 2, page_size: 2 })).toEqual({ rows: [3, 4], counted: { total_results: 5 } });
    expect(pageOf(rows, { page_no: 3, page_size: 2, use_has_next: true })).toEqual({
      rows: [5],
      counted: { has_next: false },
    });
    expect(pageOf(rows, { page_no: 9, page_size: 2 }).rows).toEqual([]);
  });

  it('writes money with two decimals', () => {
    expect([5_900, 5, 0, 123_456_789].map(yuan)).toEqual(['59.00', '0.05', '0.00', '1234567.89']);
  });
});

describe('a multipart body', () => {
  it('is read as a client of the web writes it', async () => {
    const form = new FormData();
    form.set('content', '杯口有裂纹\r\n--');
    form.set('image', new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 13, 10, 13, 10)]), 'a.jpg');
    const request = new Request('http://x.invalid', { method: 'POST', body: form });
    const body = new Uint8Array(await request.arrayBuffer());
    const read = readMultipart(body, request.headers.get('content-type')!)!;
    expect(read.text).toEqual([['content', '杯口有裂纹\r\n--']]);
    expect([...read.files.get('image')!]).toEqual([0xff, 0xd8, 0xff, 13, 10, 13, 10]);
    expect(readMultipart(body.subarray(0, -6), request.headers.get('content-type')!)).toBeNull();
    expect(readMultipart(body, 'multipart/form-data')).toBeNull();
  });

  it('has pictures of three kinds', () => {
    expect(imageKind(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('jpg');
    expect(imageKind(Buffer.from('GIF89a..'))).toBe('gif');
    expect(imageKind(Buffer.from('%PDF-1.4'))).toBeNull();
  });
});

describe('the carriers', () => {
  it('give numbers that fit their own rules, each once', () => {
    for (const company of logisticsCompanies) {
      const numbers = [1, 2, 99_999].map((serial) => newNumber(company, serial));
      expect([company.code, numbers.every((number) => fitsNumberRule(company, number))]).toEqual([company.code, true]);
      expect(new Set(numbers).size).toBe(3);
    }
  });
});

describe('flow control', () => {
  it('bans an API after one call too many and tells how long it lasts', () => {
    const limits = new CallLimits({ callsPerSecond: 2, callsPerDay: 100, banSeconds: 5 });
    limits.take('a', 0);
    limits.take('a', 1);
    const banned = expect.objectContaining({ code: 7, subMessage: 'This ban will last for 5 more seconds' });
    expect(caught(() => limits.take('a', 2))).toEqual(banned);
    expect(caught(() => limits.take('a', 4_002))).toMatchObject({
      subMessage: 'This ban will last for 1 more seconds',
    });
    limits.take('b', 2);
    limits.take('a', 5_002);
  });

  it('counts the day in GMT+8', () => {
    const limits = new CallLimits({ callsPerSecond: 9, callsPerDay: 1, banSeconds: 1 });
    const lateMs = Date.parse('2026-11-22T15:59:00Z');
    limits.take('a', lateMs);
    expect(caught(() => limits.take('b', lateMs))).toMatchObject({
      subCode: 'accesscontrol.limited-by-app-access-count',
      subMessage: 'This ban will last for 60 more seconds',
    });
    limits.take('b', lateMs + 60_000);
  });
});

function caught(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return error;
  }
}
