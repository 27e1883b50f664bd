import type { Address } from '../../../core/address/address.ts';

/** The parts of an address as the order methods and oaid.decrypt both have them. */
export interface ReceiverParts {
  readonly name: string | null;
  readonly mobile: string | null;
  readonly phone: string | null;
  readonly country: string | null;
  readonly state: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly town: string | null;
  readonly street: string | null;
  readonly zip: string | null;
}

/** Beginnings of `receiver_state` that lie in another customs territory; orders of the mainland shops reach all of them. */
const TERRITORIES: readonly (readonly [RegExp, string])[] = [
  [/^(香港|hong ?kong)/i, 'HK'],
  [/^(澳门|澳門|macao|macau)/i, 'MO'],
  [/^(台湾|台灣|臺灣|taiwan)/i, 'TW'],
];

const CHINA = /^(中国|中國|中华人民共和国|china|cn|1)$/i;

/** ISO code of a receiver's country; null when the platform names one that we do not know. */
export function countryOf(country: string | null, state: string | null): string | null {
  const territory = TERRITORIES.find(([start]) => start.test(state ?? '') || start.test(country ?? ''));
  if (territory !== undefined) return territory[1];
  return country === null || CHINA.test(country) ? 'CN' : null;
}

/**
 * The parts as an address. A place that its province rules directly has no city, and its name stands in the district
 * (湖北省 · · 仙桃市). Null when there is no address at all, as with virtual goods.
 */
export function toAddress(parts: ReceiverParts): Address | null {
  if (parts.street === null && parts.state === null && parts.name === null) return null;
  const isCityless = parts.city === null;
  const near = [isCityless ? null : parts.district, parts.town].filter((part) => part !== null).join('');
  return {
    name: parts.name ?? '',
    phone: parts.mobile ?? parts.phone,
    lines: [near, parts.street ?? ''].filter((line) => line !== ''),
    city: parts.city ?? parts.district,
    region: parts.state,
    postcode: parts.zip,
    country: countryOf(parts.country, parts.state),
  };
}
