import type { EffectItem } from '../order/effects.ts';
import type { OrderFacts } from '../order/facts.ts';
import type { RawRows } from './raw-rows.ts';

/** A parcel whose number goes back to the platform in a file. */
export interface ShipParcel {
  readonly facts: OrderFacts;
  /** The rows that the order came in by; null for an order from the API, or once they were pruned. */
  readonly raw: RawRows | null;
  readonly trackingNumber: string;
  /** As the seller or the platform names it; null: nobody said. */
  readonly carrier: string | null;
  /** What lies in it; null: all of the order. */
  readonly items: readonly EffectItem[] | null;
  readonly isLast: boolean;
  readonly shippedAtMs: number;
}

/** A parcel that the file cannot name, and why. */
export type ShipFault = 'carrier-missing' | 'lines-unknown';

export type ShipRows =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly fault: ShipFault };

/** A bulk-ship file that a seller centre takes. */
export interface ShipFormat {
  readonly format: string;
  readonly extension: 'csv' | 'txt' | 'xlsx';
  readonly table: 'csv' | 'tsv' | 'xlsx';
  readonly encoding: 'utf-8' | 'gb18030';
  readonly hasByteOrderMark: boolean;
  readonly sheet: string;
  head(parcels: readonly ShipParcel[]): readonly string[];
  rowsOf(parcel: ShipParcel, head: readonly string[]): ShipRows;
}

/** Lines that lie in the parcel, with their pieces. */
export function linesInParcel({
  facts,
  items,
}: ShipParcel): { readonly lineRemoteId: string; readonly quantity: number }[] {
  const whole = facts.lines.map((line) => ({ lineRemoteId: line.remoteId, quantity: line.quantity }));
  return (items ?? whole).filter((item) => item.quantity > 0);
}
