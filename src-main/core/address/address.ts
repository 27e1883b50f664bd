import { postcodeFault } from './postcodes.ts';

/** A delivery address as the platform gave it. `country` is ISO 3166-1 alpha-2, upper case, or null when the platform hides it. */
export interface Address {
  readonly name: string;
  readonly phone: string | null;
  readonly lines: readonly string[];
  readonly city: string | null;
  readonly region: string | null;
  readonly postcode: string | null;
  readonly country: string | null;
}

/** What is wrong with an address, worst first where several stand. */
export type AddressFault =
  | 'name-missing'
  | 'street-missing'
  | 'house-missing'
  | 'city-missing'
  | 'postcode-missing'
  | 'postcode-malformed'
  | 'phone-missing'
  | 'phone-malformed';

/** Platforms write these addresses as one text from the province to the door (Coupang: addr1), or the country is a city. */
const CITY_IN_STREET: readonly string[] = ['HK', 'JP', 'KR', 'MO', 'SG'];

/** A house with a name, or a village without numbers, is a full address here. */
const HOUSE_BY_NAME: readonly string[] = ['CN', 'GB'];

/** A number in any script, or the local words for "without number". */
const HOUSE = /\p{N}|[一二三四五六七八九十]|\bs\/n\b|\bsnc\b|б\/н/iu;

/** Faults a carrier would send the parcel back for. An empty list is no promise that the house exists. */
export function addressFaults(address: Address): AddressFault[] {
  const { country } = address;
  const faults: AddressFault[] = [];
  const street = address.lines.join(' ').trim();
  if (address.name.trim() === '') faults.push('name-missing');
  if (street === '') faults.push('street-missing');
  else if (isHouseExpected(country) && !HOUSE.test(street) && !isMasked(street)) faults.push('house-missing');
  const isCityExpected = country === null || !CITY_IN_STREET.includes(country);
  if (isCityExpected && (address.city ?? '').trim() === '') faults.push('city-missing');
  const postcode = isMasked(address.postcode ?? '') ? null : postcodeFault(country, address.postcode);
  if (postcode !== null) faults.push(postcode);
  const phone = phoneFault(address.phone ?? '');
  if (phone !== null) faults.push(phone);
  return faults;
}

/** One digit over and over is what buyers write who give no number; what else is no number differs from land to land. */
function phoneFault(phone: string): AddressFault | null {
  if (isMasked(phone)) return null;
  const digits = phone.match(/\p{Nd}/gu) ?? [];
  if (digits.length < 5) return 'phone-missing';
  return new Set(digits).size === 1 ? 'phone-malformed' : null;
}

const isHouseExpected = (country: string | null): boolean => country !== null && !HOUSE_BY_NAME.includes(country);

/** Platforms that hide a text put asterisks in it; what stands behind them cannot be judged. */
const isMasked = (text: string): boolean => text.includes('*');

/**
 * One text that is equal for equal places and people, to notice a change after the label was printed. The phone is
 * left out: platforms give relay numbers and change them as they like.
 */
export function addressKey(address: Address): string {
  return placeParts(address).join('\n');
}

/** Name and place of an address, without the differences that mean nothing: letter case, width, composition, spaces. */
export function placeParts({ name, lines, city, region, postcode, country }: Address): string[] {
  const plain = (text: string | null) => (text ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return [name, lines.join(' '), city, region, postcode, country].map(plain);
}
