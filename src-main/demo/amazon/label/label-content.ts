import type { LabelAddress } from '../shipment.ts';
import type { AmazonAddress } from '../order.ts';

/** What stands on a carrier label. */
export interface LabelContent {
  carrierName: string;
  serviceName: string;
  trackingId: string;
  orderId: string;
  from: LabelAddress;
  to: LabelAddress;
  customText: string;
}

export type LabelFile = 'PDF' | 'PNG' | 'ZPL';

/** The recipient in Latin letters: carriers' label fonts know no others. */
export function latinAddress(address: AmazonAddress): LabelAddress {
  return {
    name: address.latin.name,
    lines: address.latin.lines,
    city: address.latin.city,
    stateOrRegion: /^[\u0020-\u024F]*$/u.test(address.stateOrRegion) ? address.stateOrRegion : '',
    postalCode: address.postalCode,
    countryCode: address.countryCode,
  };
}

/** An address as lines of a label. */
export function addressRows(address: LabelAddress): string[] {
  return [
    address.name,
    ...address.lines,
    [address.city, address.stateOrRegion, address.postalCode].filter((part) => part !== '').join(' '),
    address.countryCode,
  ].filter((row) => row !== '');
}
