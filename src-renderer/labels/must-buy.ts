import type { OrderView } from '../../src-main/contract/methods/orders.ts';

/** States of a purchase after which there is nothing more to buy. */
const BOUGHT = ['queued', 'running', 'unconfirmed', 'done', 'by-hand'];

/** True while a way to ship has to be bought before anything can be printed. */
export function mustBuy({ labelBy, label, effects }: Pick<OrderView, 'labelBy' | 'label' | 'effects'>): boolean {
  const isUnderWay = effects.some(({ kind, state }) => kind === 'buy-label' && BOUGHT.includes(state));
  return labelBy === 'bought' && label === null && !isUnderWay;
}
