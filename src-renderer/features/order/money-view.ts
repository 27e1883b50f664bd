import type { OrderView } from '../../../src-main/contract/methods/orders.ts';

type Margin = NonNullable<OrderView['margin']>;

/** One line of the reckoning; `minor` null: not known. Costs are below zero. */
export interface MoneyLine {
  readonly name: 'paid' | 'fees' | 'feesEstimated' | 'goods' | 'postage';
  readonly minor: number | null;
}

/** What came in and what went out of it, in the order in which it is reckoned. */
export function moneyLines(margin: Margin): MoneyLine[] {
  const cost = (minor: number | null) => (minor === null ? null : -minor);
  return [
    { name: 'paid', minor: margin.paidMinor },
    { name: margin.areFeesEstimated ? 'feesEstimated' : 'fees', minor: cost(margin.feesMinor) },
    { name: 'goods', minor: cost(margin.goodsMinor) },
    { name: 'postage', minor: cost(margin.postageMinor) },
  ];
}

/** What is left over of what was paid, as a share of one; null where either is not known. */
export function marginShare({ paidMinor, marginMinor }: Margin): number | null {
  return paidMinor === null || marginMinor === null || paidMinor <= 0 ? null : marginMinor / paidMinor;
}
