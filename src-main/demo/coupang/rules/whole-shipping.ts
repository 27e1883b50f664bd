import type { ResultCode } from '../answers/verdicts.ts';
import { livePieces, type Box, type BoxStatus } from '../box.ts';
import type { WorldStore } from '../store.ts';
import { judgeNumber, type InvoiceEntry } from './invoice-entry.ts';

/** Where a number may be changed. */
const changeable: readonly BoxStatus[] = ['DEPARTURE', 'DELIVERING', 'FINAL_DELIVERY', 'NONE_TRACKING'];

export function isChangeable(box: Box): boolean {
  return changeable.includes(box.status);
}

/** Null when the box may get this one number for all of it, else why not. */
export function judgeWhole(
  store: WorldStore,
  box: Box,
  entries: readonly InvoiceEntry[],
  nowMs: number,
): ResultCode | null {
  const first = entries[0];
  if (first === undefined) return 'NOT_FOUND_VENDOR_ITEM';
  if (box.isSplit && box.status === 'INSTRUCT') return 'IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY';
  if (entries.some((entry) => entry.invoiceNumber === '')) return 'NOT_FOUND_INVOICE_NUMBER';
  const named = new Set(entries.map((entry) => entry.vendorItemId));
  const isWhole = box.items.every((item) => livePieces(item) <= 0 || named.has(item.vendorItemId));
  const isOneNumber = entries.every(
    (entry) => entry.invoiceNumber === first.invoiceNumber && entry.deliveryCompanyCode === first.deliveryCompanyCode,
  );
  // Some of the items, or two numbers, and no word of splitting: that is a separate delivery that does not say so.
  if (!isWhole || !isOneNumber) return 'IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY';
  return judgeNumber(store, box, first, nowMs);
}
