import { byTime, deadlinesOf, type OrderDeadline } from '../../core/deadline/deadlines-of.ts';
import { reportClockOf } from '../../core/deadline/report-clock.ts';
import type { Order } from '../../core/order/order.ts';
import type { Reads } from '../ports/store.ts';

const MOST_REPORTS = 50;

/** Every clock of an order, next first: its own, and those of reports that no open case of ours stands for. */
export async function orderDeadlines(reads: Pick<Reads, 'afterSales'>, order: Order): Promise<OrderDeadline[]> {
  const filter = { orderId: order.id, shopId: null, isOpenOnly: true };
  const reports = await reads.afterSales(filter, 0, MOST_REPORTS);
  const loose = reports.flatMap(({ id, afterSale: { kind, stage, dueAtMs } }) => {
    const isOurs = order.work.cases.some((open) => open.afterSaleId === id);
    if (isOurs || stage !== 'wait-seller' || dueAtMs === null) return [];
    return [{ ...reportClockOf(order.facts, { kind, dueAtMs }), caseId: null }];
  });
  return [...deadlinesOf(order), ...loose].toSorted(byTime);
}
