export interface PageWish {
  page_no?: number | undefined;
  page_size?: number | undefined;
  use_has_next?: boolean | undefined;
}

/**
 * The rows of one page with the two ways to count: `total_results`, or with `use_has_next` only whether more follow (taobao.md §4.1). A
 * page beyond the end is empty, not an error.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  wish: PageWish,
): { rows: readonly Row[]; counted: Record<string, unknown> } {
  const size = wish.page_size ?? 40;
  const start = ((wish.page_no ?? 1) - 1) * size;
  const counted =
    wish.use_has_next === true ? { has_next: start + size < rows.length } : { total_results: rows.length };
  return { rows: rows.slice(start, start + size), counted };
}
