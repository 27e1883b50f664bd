import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortBatch } from '../../../../src-main/app/printing/sort-batch.ts';
import { BATCH_SORTS } from '../../../../src-main/app/ports/store-printing.ts';
import type { Order } from '../../../../src-main/core/order/order.ts';

type Item = Pick<Order, 'facts'> & { readonly name: string };
const order = (name: string, ...lines: readonly (readonly [sku: string, quantity: number])[]): Item =>
  ({ name, facts: { lines: lines.map(([sku, quantity]) => ({ sku, quantity })) } }) as unknown as Item;
const names = (items: readonly Item[]) => items.map((item) => item.name).join('');

const orders = [
  order('a', ['MUG', 2]),
  order('b', ['SOCK', 1]),
  order('c', ['MUG', 1]),
  order('d', ['SOCK', 1], ['MUG', 1]),
  order('e', ['SOCK', 1]),
  order('f', ['MUG', 1], ['SOCK', 1]),
];

describe('the labels of a press', () => {
  it.each([
    ['given', false, 'abcdef'],
    ['given', true, 'fedcba'],
    ['by-sku', false, 'cdfabe'],
    ['singles-first', false, 'cbedfa'],
    ['singles-first', true, 'afdebc'],
  ] as const)('%s, reversed %s, come out as %s', (sort, isReversed, expected) => {
    expect(names(sortBatch(orders, { sort, isReversed }))).toBe(expected);
  });

  it('are all there once, and from the last is the same the other way round', () => {
    const some = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 1, max: 3 })), { maxLength: 20 });
    fc.assert(
      fc.property(some, fc.constantFrom(...BATCH_SORTS), (lines, sort) => {
        const items = lines.map((line, index) => order(String.fromCharCode(97 + index), line));
        const sorted = sortBatch(items, { sort, isReversed: false });
        expect(new Set(sorted)).toEqual(new Set(items));
        expect(sorted).toHaveLength(items.length);
        expect(sortBatch(items, { sort, isReversed: true })).toEqual([...sorted].reverse());
      }),
    );
  });
});
