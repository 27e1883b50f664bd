/** Rows are read in pages of this many; the contract allows 200. */
export const PAGE_SIZE = 100;

/** The pages that hold these rows, of a list of `total` rows (null: not known yet, the first page tells). */
export function pagesOf(first: number, last: number, total: number | null): number[] {
  const lastPage = total === null ? 0 : Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  const from = Math.min(lastPage, Math.max(0, Math.floor(first / PAGE_SIZE)));
  const to = Math.min(lastPage, Math.max(0, Math.floor(last / PAGE_SIZE)));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The rows with a page put in its place; what lay there before goes, also where the list has become shorter. */
export function withPage<Row>(
  rows: ReadonlyMap<number, Row>,
  page: number,
  read: readonly Row[],
  total: number,
): ReadonlyMap<number, Row> {
  const from = page * PAGE_SIZE;
  const kept = [...rows].filter(([index]) => index < total && (index < from || index >= from + PAGE_SIZE));
  return new Map([...kept, ...read.map((row, index) => [from + index, row] as const)]);
}
