import { create } from 'zustand';
import type { MethodInput } from '../../src-main/contract/index.ts';
import { goTo } from './route.ts';

/** A part of the products, or the articles that no product stands for. */
export type StockPart = MethodInput<'stock.list'>['filter'] | 'unmapped';

/** Which part of the stock is looked at. */
export const useStockView = create<{ readonly part: StockPart }>(() => ({ part: 'all' }));

/** Opens the stock with this part of it. */
export function showStock(part: StockPart): void {
  useStockView.setState({ part });
  goTo('stock');
}
