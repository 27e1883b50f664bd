import type { OrderLine, RemoteParcel } from '../order/facts.ts';
import type { FileRow } from './file-row.ts';

/** AliExpress writes the carrier and the number into one cell. */
const CARRIER_AND_NUMBER = /^(.{1,60}?)\s*[:：]\s*(\S{5,})$/u;

/** Parcels that the file names: one a tracking number. */
export function readParcels(
  rows: readonly FileRow[],
  lines: readonly OrderLine[],
  shippedAtMs: number | null,
): RemoteParcel[] {
  const parcels = new Map<string, RemoteParcel>();
  const isLineByLine = rows.length > 1 && rows.length === lines.length;
  rows.forEach((row, index) => {
    for (const { number, carrier } of numbersOf(row)) {
      const line = isLineByLine ? lines[index] : undefined;
      const item = line === undefined ? [] : [{ lineRemoteId: line.remoteId, quantity: line.quantity }];
      const known = parcels.get(number)?.items ?? [];
      parcels.set(number, { trackingNumber: number, carrier, shippedAtMs, items: [...known, ...item] });
    }
  });
  const isWhole = parcels.size === 1 || !isLineByLine;
  return [...parcels.values()].map((parcel) => (isWhole ? { ...parcel, items: null } : parcel));
}

function numbersOf(row: FileRow): { readonly number: string; readonly carrier: string | null }[] {
  const cell = row.value('tracking-number');
  if (cell === null) return [];
  return cell.split(/[\n;；,，]+/u).flatMap((part) => {
    const text = part.trim();
    const both = CARRIER_AND_NUMBER.exec(text);
    const number = both?.[2] ?? text;
    return number === '' ? [] : [{ number, carrier: both?.[1] ?? row.value('carrier') }];
  });
}
