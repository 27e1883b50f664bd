/**
 * What a column of an order export can be taken for, in the order to offer it. `unit` is the platform's unit of work
 * where that is not the order itself (Ozon: posting, Coupang: shipment box). `goods` holds all lines of an order in one
 * cell. `recipient` stands on the parcel, `buyer` paid. `full-address` is split where the parts have no columns.
 */
export const FILE_FIELDS = [
  'order-number',
  'unit',
  'line-id',
  'sku',
  'remote-sku',
  'title',
  'variant',
  'quantity',
  'quantity-cancelled',
  'quantity-held',
  'unit-price',
  'line-total',
  'goods',
  'total',
  'currency',
  'recipient',
  'buyer',
  'buyer-id',
  'customs-id',
  'phone',
  'other-phone',
  'country',
  'region',
  'city',
  'district',
  'address',
  'address-2',
  'address-3',
  'full-address',
  'new-address',
  'postcode',
  'note',
  'status',
  'refund-status',
  'cancel-reason',
  'placed-at',
  'paid-at',
  'ship-by',
  'deliver-by',
  'shipped-at',
  'service',
  'carrier',
  'tracking-number',
  'fulfilled-by',
] as const;
export type FileField = (typeof FILE_FIELDS)[number];

/** Fields that may tell who the buyer is or where she lives: their values are masked on a screen and in a log. */
export const PRIVATE_FIELDS: ReadonlySet<FileField> = new Set<FileField>([
  'recipient',
  'buyer',
  'buyer-id',
  'customs-id',
  'phone',
  'other-phone',
  'region',
  'city',
  'district',
  'address',
  'address-2',
  'address-3',
  'full-address',
  'new-address',
  'postcode',
  'note',
]);

/** True for a text that names a field. */
export function isFileField(text: string): text is FileField {
  return (FILE_FIELDS as readonly string[]).includes(text);
}
