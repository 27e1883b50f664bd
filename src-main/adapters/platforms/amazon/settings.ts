import type { SettingField } from '../../../app/ports/platform-connector.ts';
import { readBaseUrl, readSettings } from '../shared/read-settings.ts';
import { REGION_HOSTS, REGIONS, type Region } from './marketplaces.ts';

export const LABEL_FORMATS = ['PDF', 'PNG', 'ZPL203', 'ZPL300'] as const;
export type LabelFormat = (typeof LABEL_FORMATS)[number];

/** Where parcels start; labels cannot be bought without it. */
export interface ShipFrom {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly lines: readonly string[];
  readonly city: string;
  readonly state: string;
  readonly postcode: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface AmazonSettings {
  readonly region: Region;
  readonly sellerId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /** UTC ms of the day on which the client secret was made; null when the seller did not say. */
  readonly secretIssuedAtMs: number | null;
  /** Empty: every marketplace that the account takes part in. */
  readonly marketplaceIds: readonly string[];
  /** Null when a field that every label needs is empty. */
  readonly shipFrom: ShipFrom | null;
  readonly labelFormat: LabelFormat;
  readonly baseUrl: string;
  readonly loginUrl: string;
}

const LOGIN_URL = 'https://api.amazon.com';
const URL_PATTERN = 'https?://[^\\s?#]+';

const field = <Key extends string>(
  key: Key,
  pattern: string,
  more: Partial<Omit<SettingField, 'key'>> = {},
): SettingField & { readonly key: Key } => ({
  key,
  secret: false,
  required: false,
  pattern,
  defaultValue: '',
  ...more,
});

/** Lengths are the narrower ones of Shipping API v2 and Merchant Fulfillment v0, whose models both write them down. */
const shipFromField = <Key extends string>(key: Key, most: number) => field(key, `[^\\x00-\\x1f]{1,${most}}`);

const FIELDS = [
  field('region', 'NA|EU|FE', { required: true, defaultValue: 'NA', choices: REGIONS }),
  field('sellerId', '[A-Z0-9]{8,24}', { required: true }),
  field('clientId', 'amzn1\\.application-oa2-client\\.[A-Za-z0-9]{8,64}', { required: true }),
  field('clientSecret', '[\\x21-\\x7e]{16,200}', { required: true, secret: true }),
  field('refreshToken', 'Atzr\\|[\\x21-\\x7e]{8,2040}', { required: true, secret: true }),
  field('secretIssuedOn', '20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])', { input: 'date' }),
  field('marketplaceIds', '[A-Z0-9]{10,20}(\\s*,\\s*[A-Z0-9]{10,20}){0,24}'),
  shipFromField('shipFromName', 30),
  field('shipFromPhone', '[+0-9 ().-]{5,20}'),
  field('shipFromEmail', '[^\\s@]{1,30}@[^\\s@]{3,33}'),
  shipFromField('shipFromLine1', 60),
  shipFromField('shipFromLine2', 60),
  shipFromField('shipFromCity', 30),
  shipFromField('shipFromState', 30),
  shipFromField('shipFromPostcode', 20),
  field('shipFromCountry', '[A-Z]{2}'),
  field('labelFormat', 'PDF|PNG|ZPL203|ZPL300', { defaultValue: 'PDF', choices: LABEL_FORMATS }),
  field('baseUrl', URL_PATTERN, { isRare: true }),
  field('loginUrl', URL_PATTERN, { isRare: true, defaultValue: LOGIN_URL }),
] as const;

export const AMAZON_SETTING_FIELDS: readonly SettingField[] = FIELDS;

type Values = Record<(typeof FIELDS)[number]['key'], string>;

/** Reads a shop's settings. Throws PlatformFault rejected('setting-invalid:<key>'), naming the first bad field. */
export function readAmazonSettings(given: Readonly<Record<string, string>>): AmazonSettings {
  const values: Values = readSettings(FIELDS, given);
  const region = REGIONS.find((candidate) => candidate === values.region) ?? 'NA';
  return {
    region,
    sellerId: values.sellerId,
    clientId: values.clientId,
    clientSecret: values.clientSecret,
    refreshToken: values.refreshToken,
    secretIssuedAtMs: values.secretIssuedOn === '' ? null : Date.parse(`${values.secretIssuedOn}T00:00:00Z`),
    marketplaceIds: values.marketplaceIds.split(',').flatMap((id) => id.trim() || []),
    shipFrom: readShipFrom(values),
    labelFormat: LABEL_FORMATS.find((format) => format === values.labelFormat) ?? 'PDF',
    baseUrl: readBaseUrl('baseUrl', values.baseUrl || REGION_HOSTS[region]),
    loginUrl: readBaseUrl('loginUrl', values.loginUrl),
  };
}

/** `stateOrRegion` is required for every country by Shipping API v2, e-mail and phone by Merchant Fulfillment v0. */
function readShipFrom(values: Values): ShipFrom | null {
  const shipFrom = {
    name: values.shipFromName,
    phone: values.shipFromPhone,
    email: values.shipFromEmail,
    lines: [values.shipFromLine1, values.shipFromLine2].filter((line) => line !== ''),
    city: values.shipFromCity,
    state: values.shipFromState,
    postcode: values.shipFromPostcode,
    country: values.shipFromCountry,
  };
  return Object.values(shipFrom).some((part) => part.length === 0) ? null : shipFrom;
}
