import { describe, expect, it } from 'vitest';
import type { PaperPage } from '../../../../src-main/core/paper/paper.ts';
import { slipPages } from '../../../../src-main/core/slip/slip-pages.ts';
import type { PackingSlips, PickList } from '../../../../src-main/core/slip/slip.ts';

const measureFor = () => (): number => 0.55;
const pickList = (count: number): PickList => ({
  kind: 'pick-list',
  language: 'en',
  date: '2026-11-22',
  orderCount: count,
  pieceCount: count,
  rows: Array.from({ length: count }, (_, index) => ({
    bin: `A${index}`,
    sku: `SKU-${index}`,
    title: 'Mug',
    variant: null,
    quantity: 1 + (index % 2),
    orders: [{ number: `48290134-${index}`, quantity: 1 }],
  })),
});
const packing = (number: string, title = 'Mug', country: string | null = null): PackingSlips => ({
  kind: 'packing-slip',
  orders: [
    {
      language: 'en',
      country,
      number,
      withNumbers: [],
      date: '',
      shop: 'Moon',
      buyer: null,
      lines: [{ sku: 'A', title, variant: null, quantity: 2 }],
    },
  ],
});
const A4 = { widthMm: 210, heightMm: 297 };

const isOnPaper = (page: PaperPage): boolean =>
  page.items.every(
    (item) =>
      item.topMm >= 0 &&
      item.topMm + item.heightMm <= page.heightMm &&
      item.leftMm + item.widthMm <= page.widthMm + 0.01,
  );
const textsOf = (pages: readonly PaperPage[]): string[] =>
  pages.flatMap((page) => page.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])));
const hasBars = (pages: readonly PaperPage[]): boolean =>
  pages.some((page) => page.items.some((item) => item.kind === 'code'));

describe('slips on pages', () => {
  it('a long list goes over several pages, all on the paper, each row once', () => {
    for (const size of [A4, { widthMm: 100, heightMm: 150 }, { widthMm: 75, heightMm: 120 }]) {
      const { pages } = slipPages(pickList(120), size, measureFor);
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.every(isOnPaper)).toBe(true);
      const bins = textsOf(pages).filter((text) => /^A\d+$/.test(text));
      expect(bins).toEqual(Array.from({ length: 120 }, (_, index) => `A${index}`));
    }
  });

  it('pages of a sheet are numbered', () => {
    const { pages } = slipPages(pickList(120), A4, measureFor);
    expect(textsOf(pages)).toContain(`1 / ${pages.length}`);
  });

  it('more than one piece is white on black', () => {
    const { pages } = slipPages(pickList(2), A4, measureFor);
    const counts = pages[0]!.items.filter((item) => item.kind === 'text' && item.text.startsWith('×'));
    expect(counts).toMatchObject([{ isWhite: false }, { isWhite: true }]);
  });

  it('four small papers lie on a sheet, each text knowing its country', () => {
    const one = packing('1', 'Mug', 'JP').orders[0]!;
    const { pages } = slipPages({ kind: 'packing-slip', orders: [one, one, one, one, one] }, A4, measureFor);
    expect(pages).toHaveLength(2);
    expect(pages.every(isOnPaper)).toBe(true);
    expect(pages[0]!.items.every((item) => item.kind !== 'text' || item.country === 'JP')).toBe(true);
  });

  it('a roll is as long as it needs, and no longer than a table', () => {
    const short = slipPages(packing('1'), { widthMm: 72, heightMm: null }, measureFor);
    expect(short.pageHeightMm).toBeLessThan(100);
    const long = slipPages(pickList(200), { widthMm: 72, heightMm: null }, measureFor);
    expect(long.pageHeightMm).toBe(400);
    expect(long.pages.every(isOnPaper)).toBe(true);
  });

  it('a text without end stays on the paper', () => {
    const { pages } = slipPages(packing('1', 'endless '.repeat(2_000)), { widthMm: 58, heightMm: 40 }, measureFor);
    expect(pages.every(isOnPaper)).toBe(true);
    const list = pickList(3);
    const rows = list.rows.map((each) => ({ ...each, title: 'endless '.repeat(500), bin: 'bin '.repeat(900) }));
    expect(slipPages({ ...list, rows }, { widthMm: 58, heightMm: 40 }, measureFor).pages.every(isOnPaper)).toBe(true);
  });

  it('a number has bars where it fits and scanners can take it', () => {
    const on = (widthMm: number, number: string) =>
      hasBars(slipPages(packing(number), { widthMm, heightMm: 150 }, measureFor).pages);
    expect(on(100, '48290134-0047')).toBe(true);
    expect(on(48, '48290134-0047')).toBe(true);
    expect(on(48, 'ABCDEFGHIJKLMNOP')).toBe(false);
    expect(on(100, 'заказ-1')).toBe(false);
    expect(on(100, '(00)12')).toBe(false);
  });
});
