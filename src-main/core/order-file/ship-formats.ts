import type { PlatformId } from '../shared/platform.ts';
import { AMAZON_SHIP } from './ship-amazon.ts';
import { COUPANG_SHIP } from './ship-coupang.ts';
import type { ShipFault, ShipFormat, ShipParcel } from './ship-file.ts';
import { ALIEXPRESS_SHIP, OZON_SHIP, TAOBAO_SHIP } from './ship-lists.ts';

/** Bulk-ship files by platform, the one to offer first in front. */
export const SHIP_FORMATS: Readonly<Record<PlatformId, readonly ShipFormat[]>> = {
  amazon: [AMAZON_SHIP],
  ozon: [OZON_SHIP],
  coupang: [COUPANG_SHIP],
  aliexpress: [ALIEXPRESS_SHIP],
  taobao: TAOBAO_SHIP,
};

export interface ShipTable<Parcel> {
  readonly rows: readonly (readonly string[])[];
  /** Parcels that stand in the table. */
  readonly taken: readonly Parcel[];
  readonly left: readonly { readonly parcel: Parcel; readonly fault: ShipFault }[];
}

/** The table of these parcels, its titles first. A parcel that cannot be named is left out and does not hold up the rest. */
export function shipTable<Parcel extends ShipParcel>(
  format: ShipFormat,
  parcels: readonly Parcel[],
): ShipTable<Parcel> {
  const head = format.head(parcels);
  const rows: (readonly string[])[] = [head];
  const taken: Parcel[] = [];
  const left: { parcel: Parcel; fault: ShipFault }[] = [];
  for (const parcel of parcels) {
    const named = format.rowsOf(parcel, head);
    if (!named.ok) {
      left.push({ parcel, fault: named.fault });
      continue;
    }
    rows.push(...named.rows);
    taken.push(parcel);
  }
  return { rows, taken, left };
}
