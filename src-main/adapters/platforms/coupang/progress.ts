import type { EffectOf } from '../../../core/order/effects.ts';
import type { ConnectorContext } from './context.ts';
import { readOrderSheets, readSheet, workSheetOf } from './read-sheet.ts';
import type { CallFault } from './call-fault.ts';
import type { WorkSheet } from './sheet-schema.ts';
import { bareNumber, carrierCodeOf } from './units-carriers.ts';

export type BoxNow =
  | { readonly kind: 'box'; readonly sheet: WorkSheet }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'odd' }
  | { readonly kind: 'fault'; readonly fault: CallFault };

/** A box as a write needs it: fresh, because the buyer, the platform and other programs may have moved it. */
export async function boxNow(context: ConnectorContext, remoteId: string): Promise<BoxNow> {
  const read = await readSheet(context, remoteId, 'push');
  if (!read.ok) return { kind: 'fault', fault: read.fault };
  if (read.kind !== 'sheet') return { kind: read.kind };
  const sheet = workSheetOf(read.node);
  return sheet === null ? { kind: 'odd' } : { kind: 'box', sheet };
}

/** True when this very number stands on the sheet; a carrier that we cannot name in our codes is believed. */
export function carriesNumber(sheet: WorkSheet, number: string, carrier: string | null): boolean {
  if (sheet.invoiceNumber === null || bareNumber(sheet.invoiceNumber) !== bareNumber(number)) return false;
  const code = sheet.deliveryCompanyName === null ? null : carrierCodeOf(sheet.deliveryCompanyName);
  return carrier === null || code === null || code === carrier || code === sheet.deliveryCompanyName;
}

/**
 * Whether the number of a push is with the platform. What was split off with its number has a box of its own, under
 * the same order.
 */
export async function hasNumber(
  context: ConnectorContext,
  sheet: WorkSheet,
  { trackingNumber, carrier }: EffectOf<'push-tracking'>,
): Promise<{ readonly ok: true; readonly has: boolean } | { readonly ok: false; readonly fault: CallFault }> {
  if (carriesNumber(sheet, trackingNumber, carrier)) return { ok: true, has: true };
  if (!sheet.splitShipping) return { ok: true, has: false };
  const others = await readOrderSheets(context, sheet.orderId);
  if (!others.ok) return others;
  const sheets = others.nodes.map(workSheetOf).filter((one) => one !== null);
  return { ok: true, has: sheets.some((one) => carriesNumber(one, trackingNumber, carrier)) };
}
