import type { TodayView } from '../../contract/methods/today.ts';
import { caseClocks } from '../../core/deadline/deadlines-of.ts';
import type { Order } from '../../core/order/order.ts';
import type { LooseReport } from '../ports/store-today.ts';
import type { Reads } from '../ports/store.ts';

type NextCase = TodayView['cases']['next'][number];

const MOST = 5;

/** Open cases of ours, and what platforms report and wait for that has none; with the next of both to end. */
export async function openCases(reads: Reads): Promise<TodayView['cases']> {
  const cards = await reads.cards('after-sales', 0, MOST);
  const orders = await reads.orders(cards.map((card) => card.orderId));
  const reports = await reads.looseReports(Number.MAX_SAFE_INTEGER, MOST);
  const next = [...orders.flatMap(nextOfOrder), ...reports.map(nextOfReport)];
  return {
    open: (await reads.orderCaseCount({ isOpen: true, shopId: null })) + (await reads.looseReportCount()),
    next: next.toSorted((one, other) => one.dueAtMs - other.dueAtMs).slice(0, MOST),
  };
}

function nextOfOrder(order: Order): NextCase[] {
  return caseClocks(order).flatMap(({ caseId, atMs }) => {
    const open = order.work.cases.find((candidate) => candidate.id === caseId);
    if (open === undefined) return [];
    const { remoteId, platform } = order.facts;
    const { id, afterSaleId, kind } = open;
    return [{ caseId: id, afterSaleId, orderId: order.id, kind, remoteId, platform, dueAtMs: atMs }];
  });
}

function nextOfReport({ id, orderId, kind, remoteId, platform, dueAtMs }: LooseReport): NextCase {
  return { caseId: null, afterSaleId: id, orderId, kind, remoteId, platform, dueAtMs };
}
