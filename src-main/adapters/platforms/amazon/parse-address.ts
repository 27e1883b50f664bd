import { isoCountry } from '../../../core/address/country-code.ts';
import type { Address } from '../../../core/address/address.ts';
import type { AddressShape } from './schema.ts';

/**
 * A delivery address as facts. One whose street and name are withheld keeps what is left (city, country) and nothing
 * else, so that it never contradicts the one that was known before. null when nothing at all is said.
 */
export function parseAddress(given: AddressShape | null): Address | null {
  if (given === null) return null;
  const street = streetOf(given);
  const country = given.countryCode === null ? null : isoCountry(given.countryCode);
  const address: Address = {
    name: given.name ?? '',
    phone: given.phone,
    lines:
      street.length === 0 ? [] : [given.companyName, ...street, ...districtOf(given)].filter((line) => line !== null),
    city: given.city,
    region: given.stateOrRegion,
    postcode: given.postalCode,
    country,
  };
  const isEmpty = Object.values(address).every((part) => part === null || part.length === 0);
  return isEmpty ? null : address;
}

/** Brazil's parts of a street stand in for the lines where those are missing. */
function streetOf(given: AddressShape): string[] {
  const lines = [given.addressLine1, given.addressLine2, given.addressLine3].filter((line) => line !== null);
  const { extendedFields } = given;
  if (lines.length > 0 || extendedFields === null) return lines;
  const { streetName, streetNumber, complement, neighborhood } = extendedFields;
  const door = [streetName, streetNumber].filter((part) => part !== null).join(', ');
  return [door, complement, neighborhood].filter((part): part is string => part !== null && part !== '');
}

const districtOf = ({ districtOrCounty, municipality, city }: AddressShape): string[] =>
  [districtOrCounty, municipality].filter((part): part is string => part !== null && part !== city);
