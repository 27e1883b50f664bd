import type { SettingField } from '../../../app/ports/platform-connector.ts';
import { readBaseUrl, readSettings } from '../shared/read-settings.ts';

/** How a parcel of online shipping reaches the platform's warehouse (aliexpress.logistics.order.createorder, pickup_type). */
const PICKUP_TYPES = ['SELF_POST', 'SELF_SEND', 'DOOR_PICKUP'];

const ID = '\\d{1,19}';

type Key =
  | 'appKey'
  | 'appSecret'
  | 'redirectUrl'
  | 'authorisationCode'
  | 'pickupType'
  | 'declaredNameCn'
  | 'declaredUsd'
  | 'containsBattery'
  | 'senderAddressId'
  | 'pickupAddressId'
  | 'refundAddressId'
  | 'undeliverable'
  | 'baseUrl';
type Field = SettingField & { readonly key: Key };

const text = (key: Key, pattern: string, more: Partial<SettingField> = {}): Field => ({
  secret: false,
  required: false,
  defaultValue: '',
  ...more,
  key,
  pattern,
});

/** The form, in the order in which a seller meets the values in the developer console. */
export const ALIEXPRESS_SETTING_FIELDS: readonly Field[] = [
  text('appKey', '\\d{4,12}', { required: true }),
  text('appSecret', '[\\x21-\\x7e]{8,200}', { required: true, secret: true }),
  text('redirectUrl', '[a-z][a-z0-9+.-]*://[^\\s{}]{1,300}', { required: true }),
  text('authorisationCode', '[\\x21-\\x7e]{8,1000}', { required: true, secret: true, input: 'authorisation-code' }),
  text('pickupType', PICKUP_TYPES.join('|'), { defaultValue: 'SELF_POST', choices: PICKUP_TYPES }),
  // Customs want a Chinese name of the goods (category_cn_desc, 1 to 20 characters); an order carries English titles only.
  text('declaredNameCn', '.{1,20}', { defaultValue: '日用品' }),
  text('declaredUsd', '\\d{1,4}(?:\\.\\d{1,2})?', { isRare: true }),
  text('containsBattery', 'no|yes', { defaultValue: 'no', choices: ['no', 'yes'], isRare: true }),
  text('senderAddressId', ID, { isRare: true }),
  text('pickupAddressId', ID, { isRare: true }),
  text('refundAddressId', ID, { isRare: true }),
  text('undeliverable', 'return|destroy', { defaultValue: 'return', choices: ['return', 'destroy'], isRare: true }),
  text('baseUrl', 'https?://[^\\s?#]+', { defaultValue: 'https://api-sg.aliexpress.com', isRare: true }),
];

/** `declaredUsd` and the address ids are '' where the seller chose none; `baseUrl` has no slash at its end. */
export type AliSettings = Readonly<Record<Key, string>>;

/** Reads a shop's settings. Throws PlatformFault rejected('setting-invalid:<key>'), naming the first bad field. */
export function readAliSettings(values: Readonly<Record<string, string>>): AliSettings {
  const settings = readSettings(ALIEXPRESS_SETTING_FIELDS, values);
  const authorisationCode = codeOf(settings.authorisationCode);
  return { ...settings, authorisationCode, baseUrl: readBaseUrl('baseUrl', settings.baseUrl) };
}

/** Sellers may paste the whole address that the browser was sent to. */
function codeOf(pasted: string): string {
  return (URL.canParse(pasted) ? new URL(pasted).searchParams.get('code') : null) ?? pasted;
}
