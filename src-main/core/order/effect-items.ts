import type { EffectItem } from './effects.ts';
import type { OrderLine } from './facts.ts';
import type { Parcel, ParcelItem } from './work.ts';

/** A parcel's items as an effect tells them to a platform; null: all of the order. */
export function effectItems(lines: readonly OrderLine[], items: readonly ParcelItem[] | null): EffectItem[] | null {
  if (items === null) return null;
  return items.flatMap(({ lineRemoteId, quantity }) => {
    const line = lines.find((candidate) => candidate.remoteId === lineRemoteId);
    return line === undefined ? [] : [{ lineRemoteId, remoteSku: line.remoteSku, quantity }];
  });
}

/** True when these parcels together hold every piece that is to be shipped. */
export function holdEverything(lines: readonly OrderLine[], parcels: readonly Pick<Parcel, 'items'>[]): boolean {
  if (parcels.some((parcel) => parcel.items === null)) return true;
  const packed = (lineRemoteId: string) =>
    parcels
      .flatMap((parcel) => parcel.items ?? [])
      .reduce((sum, item) => (item.lineRemoteId === lineRemoteId ? sum + item.quantity : sum), 0);
  return lines.every((line) => packed(line.remoteId) >= line.quantity);
}
