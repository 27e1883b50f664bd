/** Beginnings that make a spreadsheet work a text cell out. */
const DANGEROUS = /^[=+\-@\t\r]/;
/** A phone, an amount or a date may begin with a sign: it is no formula, and must not be damaged. */
const PLAIN_NUMBER = /^[+-]?[\d\s().,:/-]*\d[\d\s().,:/-]*$/;

/** The cell so that no spreadsheet takes it for a formula (OWASP "CSV Injection"). cleanCell() takes the guard off again. */
export function guardedCell(cell: string): string {
  return DANGEROUS.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}
