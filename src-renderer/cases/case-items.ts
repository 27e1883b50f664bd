import type { AfterSaleView } from '../../src-main/contract/methods/after-sales.ts';
import type { CaseEntryView } from '../../src-main/contract/methods/cases.ts';
import { isOpenCase } from './case-words.ts';

/** One line of after-sales: a case of ours, with the platform's report that it came from, or a report without a case. */
export type CaseItem =
  | {
      readonly kind: 'ours';
      readonly id: string;
      readonly entry: CaseEntryView;
      readonly report: AfterSaleView | null;
    }
  | { readonly kind: 'report'; readonly id: string; readonly report: AfterSaleView };

/**
 * Our cases and the platforms' reports as one list: what is due first stands first, whoever set the clock; then what has
 * no clock, ours first; what is over comes last. A report that a case of ours answers for is told with that case.
 */
export function caseItems(ours: readonly CaseEntryView[], reports: readonly AfterSaleView[]): CaseItem[] {
  const reportById = new Map(reports.map((report) => [report.id, report]));
  const taken = new Set(ours.flatMap((entry) => entry.case.afterSaleId ?? []));
  const items: CaseItem[] = [
    ...ours.map((entry): CaseItem => {
      const { id, afterSaleId } = entry.case;
      return { kind: 'ours', id, entry, report: afterSaleId === null ? null : (reportById.get(afterSaleId) ?? null) };
    }),
    ...reports
      .filter(({ id }) => !taken.has(id))
      .map((report): CaseItem => ({ kind: 'report', id: report.id, report })),
  ];
  return items.toSorted((left, right) => rankOf(left) - rankOf(right));
}

/** The item that an id means: of a case of ours, or of a report, also one that is told with a case. */
export function itemOf(items: readonly CaseItem[], id: string | null): CaseItem | null {
  if (id === null) return null;
  return items.find((item) => item.id === id) ?? items.find((item) => item.report?.id === id) ?? null;
}

/** True while something can still be done about it. */
export function isOpenItem(item: CaseItem): boolean {
  return item.kind === 'ours' ? item.entry.case.closedAtMs === null : isOpenCase(item.report);
}

/** When it is due; null where no clock runs. UTC ms. */
export function dueOfItem(item: CaseItem): number | null {
  if (!isOpenItem(item)) return null;
  return item.kind === 'ours' ? (item.entry.case.dueAtMs ?? item.report?.dueAtMs ?? null) : item.report.dueAtMs;
}

/** The order that it is about; null where the platform names none. */
export function orderIdOf(item: CaseItem): string | null {
  return item.kind === 'ours' ? item.entry.orderId : item.report.orderId;
}

function rankOf(item: CaseItem): number {
  if (!isOpenItem(item)) return Number.MAX_VALUE;
  return dueOfItem(item) ?? Number.MAX_SAFE_INTEGER;
}
