import type { Address } from '../address/address.ts';
import type { OrderFacts } from '../order/facts.ts';
import { countryOf } from './country-names.ts';
import type { FileFault } from './file-fault.ts';
import { firstValue, type FileRow } from './file-row.ts';
import type { FileProfile } from './profile.ts';

type BuyerFacts = Pick<OrderFacts, 'buyerId' | 'buyerName' | 'customsId' | 'country' | 'address' | 'buyerNote'>;

export interface ReadBuyer {
  readonly facts: BuyerFacts;
  readonly faults: readonly FileFault[];
}

/** Who gets the parcel, and where. All null where the file says nothing of them. */
export function readBuyer(rows: readonly FileRow[], profile: FileProfile): ReadBuyer {
  const named = firstValue(rows, 'country');
  const country = named === null ? profile.country : countryOf(named);
  const [first] = rows;
  const isUnknown = named !== null && country === null && first !== undefined;
  const facts: BuyerFacts = {
    buyerId: firstValue(rows, 'buyer-id'),
    buyerName: firstValue(rows, 'buyer') ?? firstValue(rows, 'recipient'),
    customsId: firstValue(rows, 'customs-id'),
    country,
    address: readAddress(rows, country),
    buyerNote: firstValue(rows, 'note'),
  };
  return { facts, faults: isUnknown ? [{ line: first.line, field: 'country', code: 'country-unknown' }] : [] };
}

function readAddress(rows: readonly FileRow[], country: string | null): Address | null {
  const value = (field: Parameters<FileRow['value']>[0]) => firstValue(rows, field);
  const place = readPlace(rows, country);
  const postcode = padPostcode(value('postcode'), country);
  // A country or a region alone is no address: the platform delivers itself and shows the seller none.
  if (place.lines.length === 0 && place.city === null && postcode === null) return null;
  return {
    name: value('recipient') ?? value('buyer') ?? '',
    phone: value('phone') ?? value('other-phone'),
    ...place,
    postcode,
    country,
  };
}

type Place = Pick<Address, 'lines' | 'city' | 'region'>;

function readPlace(rows: readonly FileRow[], country: string | null): Place {
  const value = (field: Parameters<FileRow['value']>[0]) => firstValue(rows, field);
  const street = [value('address'), value('address-2'), value('address-3')].filter((line) => line !== null);
  const district = value('district');
  const parts = { city: value('city'), region: value('region') };
  const changed = value('new-address');
  const whole = changed ?? (street.length === 0 ? value('full-address') : null);
  if (whole === null) return { ...parts, lines: district === null ? street : [...street, district] };
  const split = country === 'CN' ? splitChinese(whole) : { lines: [oneLine(whole)], city: null, region: null };
  return { lines: split.lines, city: split.city ?? parts.city, region: split.region ?? parts.region };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Places directly under the state have no province above the city. */
const CITY_PROVINCES = /^(?:北京|天津|上海|重庆)市?$/u;

/** '江苏省 南京市 建邺区 沙洲街道 …': province, city, then district and street as one line. */
function splitChinese(text: string): Place {
  const [region = '', city = '', ...rest] = oneLine(text).split(' ');
  const isProvince = /(?:省|自治区|行政区)$/u.test(region) || CITY_PROVINCES.test(region);
  if (!isProvince || rest.length === 0) return { lines: [oneLine(text)], city: null, region: null };
  return { lines: [rest.join(' ')], city, region };
}

/** Countries whose postcodes are all digits of one length: a spreadsheet drops their leading zeros. */
const POSTCODE_DIGITS: Readonly<Record<string, number>> = {
  KR: 5,
  US: 5,
  DE: 5,
  FR: 5,
  IT: 5,
  ES: 5,
  MX: 5,
  CN: 6,
  RU: 6,
  KZ: 6,
  BY: 6,
  JP: 7,
};

function padPostcode(text: string | null, country: string | null): string | null {
  if (text === null) return null;
  const digits = POSTCODE_DIGITS[country ?? ''];
  return digits !== undefined && /^\d{3,}$/.test(text) ? text.padStart(digits, '0') : text;
}
