import { MAX_WAYBILL_LETTERS, parseWaybill, type WaybillDocument } from '../../core/label/waybill-document.ts';
import { LabelUnreadable, type LabelDocument } from './printing.ts';

/** What a label of kind 'cainiao' holds. Throws LabelUnreadable. */
export function waybillOf({ bytes }: Pick<LabelDocument, 'bytes'>): WaybillDocument {
  if (bytes.length === 0) throw new LabelUnreadable('empty');
  // A letter takes four bytes at most.
  if (bytes.length > 4 * MAX_WAYBILL_LETTERS) throw new LabelUnreadable('too-large');
  const waybill = parseWaybill(textOf(bytes));
  if (waybill === null) throw new LabelUnreadable('damaged');
  return waybill;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LabelUnreadable('damaged');
  }
}
