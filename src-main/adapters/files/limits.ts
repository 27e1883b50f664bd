/** A file of the seller's own is hostile until read: these bound what it may cost. */
export const MOST_BYTES = 50 * 1024 * 1024;
/** Rows of one table, the title row included. */
export const MOST_ROWS = 200_001;
export const MOST_COLUMNS = 1_000;
/** Cells of one table: long and wide at once is no order export. */
export const MOST_CELLS = 20_000_000;
/** All unpacked parts of a workbook together. */
export const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;
/** Parts of a workbook. */
export const MOST_PARTS = 2_000;
