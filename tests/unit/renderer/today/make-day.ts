import type { TodayView } from '../../../../src-main/contract/methods/today.ts';

/** A day on which nothing wants a hand, with what the test is about. */
export function makeDay(change: Partial<TodayView> = {}): TodayView {
  return {
    nowMs: 1_700_000_000_000,
    dayEndsMs: 1_700_040_000_000,
    leaving: { late: 0, today: 0, tomorrow: 0, groups: [] },
    shippedToday: 0,
    newOrders: { total: 0, singles: 0, withNote: 0, byShop: [] },
    stuck: { total: 0, reasons: [], pushes: 0, exceptions: 0 },
    cases: { open: 0, next: [] },
    stock: { short: 0, low: 0 },
    ...change,
  };
}
