import type { WithSingular } from '../../locale-shape.ts';
import type { fileFaults as source } from '../zh-CN/file-faults.ts';

/** What could not be used of an order file. Part of the namespace codes. */
export const fileFaults: WithSingular<typeof source> = {
  'row-too-short': 'The row ends too early',
  'order-number-missing': 'No order number',
  'order-number-unreadable': 'The order number is not right',
  'letters-lost': 'Letters were lost when the file was saved: export again',
  'digits-lost': 'A spreadsheet cut digits off a long number: export again and do not save it in Excel',
  'quantity-unreadable': 'The quantity is no number',
  'goods-unreadable': 'The goods cannot be read',
  'date-unreadable': 'The date cannot be read',
  'amount-unreadable': 'The amount cannot be read',
  'country-unknown': 'An unknown country',
  'status-unknown': 'An unknown status',
  empty: 'The file is empty',
  'encoding-unknown': 'The encoding is unknown: choose one',
  'letter-not-in-encoding': 'A letter does not exist in this encoding',
  'not-a-table': 'It is no table',
  'old-excel': 'It is an old .xls: save it as .xlsx',
  'quote-not-closed': 'A quote is not closed',
  'too-large': 'The file is too large',
  'web-page': 'It is a web page, no table. Sign in there and export again',
  'workbook-broken': 'The workbook is damaged: export it once more',
  'workbook-encrypted': 'The workbook has a password: save it without one',
  'columns-missing': 'A needed column is not chosen',
  'carrier-missing': 'No carrier',
  'lines-unknown': 'Which items lie in it is unknown',
  'order-cancelled': 'The order was cancelled',
};
