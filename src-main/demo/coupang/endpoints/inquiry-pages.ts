import { badRequest } from '../refusal.ts';
import { weekWindow, type Window } from '../schema/window.ts';

/** One page by number, newest first, with the counts that both inquiry lists carry. */
export function numberedPage<Row extends { askedAtMs: number }>(
  rows: readonly Row[],
  page: { number: number; size: number },
  write: (row: Row) => Record<string, unknown>,
): Record<string, unknown> {
  const sorted = rows.toSorted((first, second) => second.askedAtMs - first.askedAtMs);
  const shown = sorted.slice((page.number - 1) * page.size, page.number * page.size);
  return {
    content: shown.map(write),
    pagination: {
      currentPage: page.number,
      totalPages: Math.ceil(sorted.length / page.size),
      totalElements: sorted.length,
      countPerPage: page.size,
    },
  };
}

/** The days are asked for unless the question is about one item; null then. */
export function inquiryWindow(query: {
  inquiryStartAt?: string | undefined;
  inquiryEndAt?: string | undefined;
  vendorItemId?: string | undefined;
}): Window | null {
  const { inquiryStartAt, inquiryEndAt, vendorItemId } = query;
  if (inquiryStartAt !== undefined && inquiryEndAt !== undefined) return weekWindow(inquiryStartAt, inquiryEndAt);
  if (vendorItemId === undefined || inquiryStartAt !== undefined || inquiryEndAt !== undefined) {
    throw badRequest("Required String parameter 'inquiryStartAt' is not present");
  }
  return null;
}
