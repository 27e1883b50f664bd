import type { OzonPosting } from '../posting.ts';
import type { WorldStore } from '../store.ts';

/** What stands on a label. */
export interface LabelContent {
  postingNumber: string;
  upperBarcode: string;
  lowerBarcode: string;
  scanit: string;
  trackingNumber: string;
  methodName: string;
  providerName: string;
  warehouse: string;
  routeCode: string;
  destination: string;
  weightKg: string;
  pieces: number;
  shipBy: string;
  /** Only where the seller ships to the buyer's door. */
  addressee: { name: string; address: string[]; phone: string } | null;
}

export function labelContent(store: WorldStore, posting: OzonPosting): LabelContent {
  const method = store.method(posting.methodId);
  const weight = posting.lines.reduce((sum, line) => sum + line.weightKg * line.quantity, 0);
  return {
    postingNumber: posting.postingNumber,
    upperBarcode: posting.upperBarcode,
    lowerBarcode: posting.lowerBarcode,
    scanit: posting.scanit,
    trackingNumber: posting.trackingNumber,
    methodName: method.name,
    providerName: method.providerName,
    warehouse: store.warehouse(method.warehouseId).name,
    routeCode: method.routeCode,
    destination: posting.destination.city,
    weightKg: weight.toFixed(2).replace('.', ','),
    pieces: posting.lines.reduce((sum, line) => sum + line.quantity, 0),
    shipBy: new Date(posting.shipmentDateMs).toISOString().slice(0, 10).split('-').toReversed().join('.'),
    addressee: addressee(posting),
  };
}

function addressee(posting: OzonPosting): LabelContent['addressee'] {
  if (posting.customer === null) return null;
  const { address } = posting.customer;
  return {
    name: posting.customer.name,
    address: [
      address.addressTail,
      [address.zipCode, address.city].filter(Boolean).join(' '),
      [address.region, address.country].filter(Boolean).join(', '),
    ].filter(Boolean),
    phone: `${posting.customer.phone}${posting.customer.extension === '' ? '' : ` доб. ${posting.customer.extension}`}`,
  };
}
