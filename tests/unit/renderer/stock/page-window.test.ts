import { describe, expect, it } from 'vitest';
import { PAGE_SIZE, pagesOf, withPage } from '../../../../src-renderer/features/stock/page-window.ts';

describe('the pages that hold rows', () => {
  it('are those in sight, within the list', () => {
    expect(pagesOf(0, 20, 1_000)).toEqual([0]);
    expect(pagesOf(PAGE_SIZE - 3, PAGE_SIZE + 3, 1_000)).toEqual([0, 1]);
    expect(pagesOf(950, 2_000, 1_000)).toEqual([9]);
    expect(pagesOf(-5, 3, 1_000)).toEqual([0]);
  });

  it('are the first while nothing is known, and of an empty list', () => {
    expect(pagesOf(400, 420, null)).toEqual([0]);
    expect(pagesOf(0, 0, 0)).toEqual([0]);
  });
});

describe('a page that has been read', () => {
  const page = (text: string, count: number) => Array.from({ length: count }, (_, index) => `${text}${index}`);

  it('takes its place among the others', () => {
    const first = withPage(new Map<number, string>(), 0, page('a', PAGE_SIZE), 150);
    const both = withPage(first, 1, page('b', 50), 150);
    expect([both.size, both.get(0), both.get(PAGE_SIZE), both.get(149)]).toEqual([150, 'a0', 'b0', 'b49']);
  });

  it('takes away what lay there, and what the list no longer holds', () => {
    const before = withPage(withPage(new Map(), 0, page('a', PAGE_SIZE), 150), 1, page('b', 50), 150);
    const after = withPage(before, 1, page('c', 10), 110);
    expect([after.size, after.get(PAGE_SIZE), after.get(110)]).toEqual([110, 'c0', undefined]);
    expect([...withPage(after, 0, page('d', 3), 3).keys()]).toEqual([0, 1, 2]);
  });
});
