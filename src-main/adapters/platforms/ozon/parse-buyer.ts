import type { Address } from '../../../core/address/address.ts';
import type { OrderFacts } from '../../../core/order/facts.ts';
import type { PostingShape } from './schema.ts';
import { countryCode } from './units-country.ts';

type BuyerFacts = Pick<OrderFacts, 'buyerId' | 'buyerName' | 'country' | 'address' | 'buyerNote'>;

/** Buyer and address; all null where Ozon delivers itself and shows neither (ozon.md §3). */
export function parseBuyer(posting: PostingShape): { readonly facts: BuyerFacts; readonly warnings: string[] } {
  const { customer, addressee } = posting;
  const given = customer?.address ?? null;
  const name = addressee?.name ?? customer?.name ?? null;
  const countryName = given?.country ?? null;
  const country = countryName === null ? null : countryCode(countryName);
  const buyerId = customer?.customer_id ?? null;
  const facts: BuyerFacts = {
    buyerId: buyerId === '0' ? null : buyerId,
    buyerName: name,
    country,
    address: parseAddress(posting, name, country),
    buyerNote: given?.comment ?? null,
  };
  return { facts, warnings: countryName !== null && country === null ? ['unknown-country'] : [] };
}

function parseAddress(posting: PostingShape, name: string | null, country: string | null): Address | null {
  const given = posting.customer?.address ?? null;
  if (given === null) return null;
  const street = given.address_tail ?? given.district;
  // A pick-up order may carry an address object with a country and nothing else.
  if (street === null && given.city === null && given.zip_code === null) return null;
  return {
    name: name ?? '',
    phone: posting.customer?.phone ?? posting.addressee?.phone ?? null,
    lines: street === null ? [] : [street],
    city: given.city,
    region: given.region,
    postcode: given.zip_code,
    country,
  };
}
