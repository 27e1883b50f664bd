import type { AfterSaleKind } from '../case/after-sale.ts';
import type { OrderFacts } from '../order/facts.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import { zoneOf } from './platform-zones.ts';

/** Words of a buyer; all other reports want a decision. */
const WORDS: readonly AfterSaleKind[] = ['inquiry', 'message'];

/** A report's clock is that of the reply which a buyer's words wait for, else of a case. */
export function reportClockKind(kind: AfterSaleKind): Extract<DeadlineKind, 'first-reply' | 'case'> {
  return WORDS.includes(kind) ? 'first-reply' : 'case';
}

/** The clock of what a platform reports of an order, and waits for the seller. */
export function reportClockOf(
  facts: Pick<OrderFacts, 'platform' | 'total' | 'lines'>,
  report: { readonly kind: AfterSaleKind; readonly dueAtMs: number },
): Deadline {
  const { kind, dueAtMs } = report;
  return { kind: reportClockKind(kind), atMs: dueAtMs, zone: zoneOf(facts), calendar: null, isReported: true };
}
