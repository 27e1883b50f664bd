import { FileUnreadable } from '../../app/ports/order-files.ts';
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from './limits.ts';

/** Where a row or a cell says it stands; looked for without taking the XML apart, so that no odd tag hides it. */
const ADDRESS = /\br\s*=\s*(?:"([^"]{0,40})|'([^']{0,40}))/g;
const ROW = /<(?:[\w.-]+:)?row\b/g;

/**
 * Looks where a part of a workbook puts its rows and cells before anybody makes a table of it: a cell in the last corner,
 * or a row number beyond counting, would make a table that no memory holds. Throws FileUnreadable 'too-large' or
 * 'workbook-broken', with the line where it is known.
 */
export function checkSheet(xml: string): void {
  // Office Open XML allows no document type (ECMA-376 part 2, 6.2.5), and nothing good comes with one.
  if (/<!DOCTYPE/i.test(xml)) throw new FileUnreadable('workbook-broken', null);
  let [rows, columns, tags] = [0, 0, 0];
  for (const _tag of xml.matchAll(ROW)) tags += 1;
  for (const match of xml.matchAll(ADDRESS)) {
    const place = placeOf(match[1] ?? match[2] ?? '');
    rows = Math.max(rows, place.row);
    columns = Math.max(columns, place.column);
    if (rows > MOST_ROWS || columns > MOST_COLUMNS) throw new FileUnreadable('too-large', place.row);
  }
  if (tags > MOST_ROWS || rows * columns > MOST_CELLS) throw new FileUnreadable('too-large', null);
}

/** 'B7' is column 2 of row 7, '7' is row 7. A text that is no address is none, unless it may hide a number. */
function placeOf(address: string): { readonly row: number; readonly column: number } {
  const match = /^([A-Z]{0,3})(\d{1,7})$/.exec(address);
  if (match === null && /\d{8}|&/.test(address)) throw new FileUnreadable('workbook-broken', null);
  const [, letters = '', digits = '0'] = match ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}
