/** A carrier as the app keeps it: a service key, and for keys that begin with OTHER the carrier and its tracking page. */
export interface CarrierCode {
  readonly service: string;
  readonly actualCarrier: string | null;
  readonly website: string | null;
}

/** Shows the parcels of nearly every carrier: the tracking page of those that nobody named. */
const ANY_CARRIER_PAGE = 'https://t.17track.net';

/** True for service keys that want to be told the carrier and its tracking page (sellershipmentfortop). */
export const isOther = (service: string): boolean => service.startsWith('OTHER');

/** `OTHER|Carrier|https://page` for such keys, the key alone for all others. */
export function writeCarrierCode(service: string): string {
  return isOther(service) ? `${service}|Other|${ANY_CARRIER_PAGE}` : service;
}

/** Reads a code that writeCarrierCode wrote, or one of the same shape with another carrier and page. */
export function readCarrierCode(code: string): CarrierCode {
  const [service = '', carrier = '', ...page] = code.split('|');
  if (!isOther(service)) return { service: code.trim(), actualCarrier: null, website: null };
  const website = page.join('|').trim();
  return {
    service: service.trim(),
    actualCarrier: carrier.trim() || 'Other',
    website: URL.canParse(website) ? website : ANY_CARRIER_PAGE,
  };
}
