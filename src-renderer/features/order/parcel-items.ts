import type { OrderView, ParcelItemView } from '../../../src-main/contract/methods/orders.ts';

type Lines = OrderView['lines'];
type Parcels = OrderView['parcels'];

/** Pieces of each line, by the line's remote id. */
export type Pieces = Readonly<Record<string, number>>;

/** Pieces of the order that no other parcel holds. A parcel without a list of its own holds everything. */
export function leftFor(lines: Lines, parcels: Parcels, parcel: number): Pieces {
  const others = parcels.filter((_, index) => index !== parcel - 1);
  const isAllTaken = others.some(({ items }) => items === null);
  const taken = (lineId: string) =>
    others
      .flatMap(({ items }) => items ?? [])
      .reduce((sum, item) => (item.lineRemoteId === lineId ? sum + item.quantity : sum), 0);
  return Object.fromEntries(
    lines.map(({ remoteId, quantity }) => [remoteId, isAllTaken ? 0 : Math.max(0, quantity - taken(remoteId))]),
  );
}

/** What the form of a parcel starts with: what was said before, else all that is left. */
export function startPieces(lines: Lines, parcels: Parcels, parcel: number): Pieces {
  const known = parcels[parcel - 1]?.items ?? null;
  const left = leftFor(lines, parcels, parcel);
  if (known === null) return left;
  return Object.fromEntries(
    lines.map(({ remoteId }) => [remoteId, known.find((item) => item.lineRemoteId === remoteId)?.quantity ?? 0]),
  );
}

/** What the contract wants to hear; null when the one parcel holds all of the order. */
export function itemsOf(lines: Lines, parcels: Parcels, parcel: number, pieces: Pieces): ParcelItemView[] | null {
  const isWhole = lines.every(({ remoteId, quantity }) => (pieces[remoteId] ?? 0) >= quantity);
  const isAlone = parcels.every((_, index) => index === parcel - 1);
  const wasWhole = (parcels[parcel - 1]?.items ?? null) === null;
  if (isWhole && isAlone && wasWhole) return null;
  return lines.flatMap(({ remoteId }) => {
    const quantity = pieces[remoteId] ?? 0;
    return quantity > 0 ? [{ lineRemoteId: remoteId, quantity }] : [];
  });
}

/** How many pieces lie in it. */
export function pieceCount(pieces: Pieces): number {
  return Object.values(pieces).reduce((sum, count) => sum + count, 0);
}

/** True where an order can go in more than one parcel. */
export function canSplit(lines: Lines): boolean {
  return lines.reduce((sum, line) => sum + line.quantity, 0) > 1;
}

/** How many parcels the form offers: those there are, and one more while one of them leaves something. */
export function parcelNumbers(lines: Lines, parcels: Parcels): number[] {
  const count = Math.max(1, parcels.length);
  const isRoomLeft = canSplit(lines) && parcels.length > 0 && count < 20;
  return Array.from({ length: isRoomLeft ? count + 1 : count }, (_, index) => index + 1);
}
