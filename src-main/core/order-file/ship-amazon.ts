import { wallTimeAt } from '../calendar/zoned-time.ts';
import { fileCarrier } from './file-carriers.ts';
import { isSyntheticId } from './line-id.ts';
import { linesInParcel, type ShipFormat, type ShipParcel, type ShipRows } from './ship-file.ts';

/**
 * Shipping Confirmation template (Seller Central help G641; feed POST_FLAT_FILE_FULFILLMENT_DATA): order-item-id and
 * quantity may stay empty where the whole order goes in one parcel; carrier-name (1–50 letters) only beside "Other".
 */
export const AMAZON_SHIP: ShipFormat = {
  format: 'amazon-shipping-confirmation',
  extension: 'txt',
  table: 'tsv',
  encoding: 'utf-8',
  hasByteOrderMark: false,
  sheet: '',
  head: () => [
    'order-id',
    'order-item-id',
    'quantity',
    'ship-date',
    'carrier-code',
    'carrier-name',
    'tracking-number',
    'ship-method',
  ],
  rowsOf,
};

function rowsOf(parcel: ShipParcel): ShipRows {
  if (parcel.carrier === null) return { ok: false, fault: 'carrier-missing' };
  const known = fileCarrier('amazon', parcel.carrier);
  const code = known?.code ?? 'Other';
  const name = known === null ? oneLine(parcel.carrier).slice(0, 50) : '';
  const rest = [
    shipDate(parcel.shippedAtMs),
    code,
    name,
    oneLine(parcel.trackingNumber),
    oneLine(parcel.facts.service ?? ''),
  ];
  const lines = linesInParcel(parcel);
  const isNamed = lines.length > 0 && lines.every((line) => !isSyntheticId(line.lineRemoteId));
  const isSplit = parcel.items !== null && !(parcel.isLast && lines.length === parcel.facts.lines.length);
  if (!isNamed && isSplit) return { ok: false, fault: 'lines-unknown' };
  const order = parcel.facts.remoteId;
  const rows = isNamed
    ? lines.map((line) => [order, line.lineRemoteId, String(line.quantity), ...rest])
    : [[order, '', '', ...rest]];
  return { ok: true, rows };
}

/** yyyy-mm-dd; UTC, as all times of Amazon, and never ahead of it. */
function shipDate(atMs: number): string {
  const { year, month, day } = wallTimeAt(atMs, 'UTC');
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The file knows no quotes: a tab or a line end would begin another cell. */
function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').trim();
}
