import { describe, expect, it } from 'vitest';
import type { Badge, Notice } from '../../../src-main/app/ports/notifier.ts';
import { EVENTS } from '../../../src-main/contract/events.ts';
import { RUNGS } from '../../../src-main/core/deadline/ladder.ts';
import type { OrderId, ShopId } from '../../../src-main/core/shared/ids.ts';
import { dotBitmap } from '../../../src-main/hosts/electron/dot-bitmap.ts';
import { noticeTarget } from '../../../src-main/hosts/electron/notice-target.ts';
import { inTrayWords, noticeWords, trayWords } from '../../../src-main/hosts/electron/notice-words.ts';
import { trayMenu, trayNews } from '../../../src-main/hosts/electron/tray-menu.ts';

const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
const badge = (change: Partial<Badge> = {}): Badge => ({
  newOrders: 0,
  dueToday: 0,
  late: 0,
  silentShops: 0,
  ...change,
});
const id = (name: string) => name as OrderId;
const due = (change: Partial<Extract<Notice, { kind: 'orders-due' }>> = {}): Notice => ({
  kind: 'orders-due',
  rung: 'four-hours',
  platforms: [
    { platform: 'ozon', count: 3 },
    { platform: 'aliexpress', count: 2 },
  ],
  orderIds: ['a', 'b', 'c', 'd', 'e'].map(id),
  fromMs: 1_000,
  toMs: 2_001,
  ...change,
});

describe('the tray', () => {
  it('says what must leave today, first', () => {
    const all = badge({ newOrders: 3, dueToday: 12, late: 2, silentShops: 1 });
    expect(trayNews(all, trayWords('zh-CN')).map(({ label }) => label)).toEqual([
      '今天要发 12 单，迟了 2 单',
      '3 个新订单',
      '1 个店铺没有同步',
    ]);
    expect(trayNews(all, trayWords('en')).map(({ label }) => label)).toEqual([
      '12 to ship today, 2 late',
      '3 new orders',
      '1 shop is not syncing',
    ]);
    expect(trayNews(badge({ dueToday: 1 }), trayWords('zh-TW')).map(({ label }) => label)).toEqual(['今天要寄 1 筆']);
    expect(trayNews(badge(), trayWords('en'))).toEqual([]);
  });

  it.each(LOCALES)('has its deeds in %s, with a tick for notices, and a rule under the news', (locale) => {
    const words = trayWords(locale);
    const rest = [words.open, words.today, words.notices, undefined, words.quit];
    expect(trayMenu(badge(), words, true).map((line) => line?.label)).toEqual(rest);
    const menu = trayMenu(badge({ newOrders: 1 }), words, false);
    expect(menu.map((line) => line?.label)).toEqual([words.newOnes(1), undefined, ...rest]);
    expect(menu.find((line) => line?.deed.kind === 'notices')?.isTicked).toBe(false);
  });

  it('opens the window at things that the window knows', () => {
    const news = trayNews(badge({ newOrders: 1, dueToday: 1, silentShops: 1 }), trayWords('en'));
    for (const { what } of news) expect(() => EVENTS['app.show'].parse({ what })).not.toThrow();
    expect(news[0]?.what).toMatchObject({ kind: 'filter', filter: { due: 'today' } });
  });
});

describe('the dot on the task bar', () => {
  it('is round, whole in the middle and nothing in the corners', () => {
    const dot = dotBitmap(32, [200, 100, 50]);
    const pixel = (x: number, y: number) => [...dot.subarray((y * 32 + x) * 4, (y * 32 + x + 1) * 4)];
    expect(pixel(16, 16)).toEqual([50, 100, 200, 255]);
    for (const [x, y] of [
      [0, 0],
      [31, 0],
      [0, 31],
      [31, 31],
    ] as const)
      expect(pixel(x, y)).toEqual([0, 0, 0, 0]);
    for (let y = 0; y < 32; y += 1) for (let x = 0; x < 32; x += 1) expect(pixel(x, y)).toEqual(pixel(31 - x, y));
    const area = Array.from({ length: 1_024 }, (_, index) => dot[index * 4 + 3] ?? 0).reduce(
      (sum, part) => sum + part / 255,
      0,
    );
    expect(area).toBeCloseTo(Math.PI * 16 * 16, -1);
  });
});

describe('an alarm', () => {
  it('says how many, by when and where, in each language', () => {
    expect(noticeWords(due(), 'zh-CN')).toEqual({ title: '5 单要在 4 小时内发走', body: 'Ozon 3 · 速卖通 2' });
    expect(noticeWords(due(), 'en')).toEqual({
      title: '5 orders must leave within 4 hours',
      body: 'Ozon 3 · AliExpress 2',
    });
    const one = { orderIds: [id('a')], platforms: [{ platform: 'ozon', count: 1 }] } as const;
    expect(noticeWords(due({ ...one, rung: 'hour' }), 'en').title).toBe('1 order must leave within 1 hour');
    expect(noticeWords(due({ ...one, rung: 'over' }), 'zh-CN').title).toBe('1 单超时了，还没发');
    expect(noticeWords({ ...one, kind: 'replies-due', rung: 'hour' }, 'en').title).toBe(
      '1 buyer wants a reply within 1 hour',
    );
    for (const locale of LOCALES) {
      const replies = RUNGS.map(({ id: rung }) => noticeWords({ ...one, kind: 'replies-due', rung }, locale).title);
      expect(new Set(replies).size).toBe(RUNGS.length);
      const cases = RUNGS.map(({ id: rung }) => noticeWords({ ...one, kind: 'cases-due', rung }, locale).title);
      expect(new Set(cases).size).toBe(RUNGS.length);
      expect(inTrayWords(locale).body).not.toBe('');
    }
  });

  it('opens the one order, or the cards that it counted', () => {
    expect(noticeTarget(due({ orderIds: [id('a')] }))).toEqual({ kind: 'orders', ids: ['a'] });
    const many = noticeTarget(due());
    expect(many).toMatchObject({
      kind: 'filter',
      filter: { lanes: ['new', 'problem', 'to-ship', 'labelled'], dueSpan: { fromMs: 1_000, toMs: 2_001 } },
    });
    expect(() => EVENTS['app.show'].parse({ what: many })).not.toThrow();
  });

  it('of new orders opens the one, or those of the shop that brought them', () => {
    const shopId = 's' as ShopId;
    const came = { kind: 'new-orders', shopId, shopName: '小店', platform: 'ozon' } as const;
    expect(noticeTarget({ ...came, orderIds: [id('a')] })).toEqual({ kind: 'orders', ids: ['a'] });
    const several = noticeTarget({ ...came, orderIds: [id('a'), id('b')] });
    expect(several).toMatchObject({ filter: { lanes: ['new', 'problem', 'to-ship'], shopIds: ['s'] } });
  });

  it.each<[string, string[], number, unknown]>([
    ['the order of the one case', ['a'], 1, { kind: 'orders', ids: ['a'] }],
    ['the list for a case about no order of ours', [], 1, { kind: 'cases' }],
    ['the list for several', ['a'], 2, { kind: 'cases' }],
  ])('of cases opens %s', (_name, orderIds, count, expected) => {
    const platforms = [{ platform: 'coupang', count }] as const;
    expect(noticeTarget({ kind: 'cases-due', rung: 'hour', platforms, orderIds: orderIds.map(id) })).toEqual(expected);
  });
});
