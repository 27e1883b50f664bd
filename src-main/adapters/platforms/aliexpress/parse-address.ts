import type { Address } from '../../../core/address/address.ts';
import { isoCountry } from '../../../core/address/country-code.ts';
import type { JsonNode } from '../shared/json.ts';
import { firstText, textOf } from './nodes.ts';

/**
 * receipt_address, or with `clear` (result_obj of aliexpress.trade.seller.order.decrypt) the same with the masked parts in
 * full: place and postcode come in clear, person and street do not.
 */
export function parseAddress(node: JsonNode, clear: JsonNode = null): Address | null {
  const read = (...keys: readonly string[]) => firstText(clear, ...keys) ?? firstText(node, ...keys);
  const street = read('detail_address', 'address');
  const name = read('contact_person', 'buyer_signer_fullname');
  const city = textOf(node, 'city');
  if (street === null && name === null && city === null) return null;
  return {
    name: name ?? '',
    phone: phoneOf(read('mobile_no', 'phone_number'), textOf(node, 'phone_country')),
    lines: [street, read('address2')].filter((line) => line !== null),
    city,
    region: textOf(node, 'province'),
    postcode: textOf(node, 'zip'),
    country: isoCountry(textOf(node, 'country') ?? ''),
  };
}

function phoneOf(number: string | null, country: string | null): string | null {
  const code = (country ?? '').replace(/\D/g, '');
  if (number === null || code === '' || number.startsWith('+')) return number;
  return `+${code} ${number}`;
}
