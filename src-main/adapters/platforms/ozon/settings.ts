import type { SettingField } from '../../../app/ports/platform-connector.ts';
import { readBaseUrl, readSettings } from '../shared/read-settings.ts';

export const OZON_BASE_URL = 'https://api-seller.ozon.ru';

export interface OzonSettings {
  readonly clientId: string;
  readonly apiKey: string;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly labelSize: 'big' | 'small';
  /** Whose stock figures are pushed; '' where the seller has only one warehouse. */
  readonly stockWarehouseId: string;
}

type Key = keyof OzonSettings;

/** `apiKey` is a UUID today, but its shape is not promised: any visible ASCII without blanks passes. */
export const OZON_SETTING_FIELDS: readonly (SettingField & { readonly key: Key })[] = [
  { key: 'clientId', secret: false, required: true, pattern: '^\\d{1,19}$', defaultValue: '' },
  { key: 'apiKey', secret: true, required: true, pattern: '^[\\x21-\\x7e]{8,200}$', defaultValue: '' },
  {
    key: 'labelSize',
    secret: false,
    required: false,
    pattern: '^(big|small)$',
    defaultValue: 'big',
    choices: ['big', 'small'],
  },
  { key: 'stockWarehouseId', secret: false, required: false, pattern: '^\\d{1,19}$', defaultValue: '', isRare: true },
  {
    key: 'baseUrl',
    secret: false,
    required: false,
    pattern: '^https?://[^\\s?#]+$',
    defaultValue: OZON_BASE_URL,
    isRare: true,
  },
];

/** Reads a shop's settings. Throws PlatformFault rejected('setting-invalid:<key>'), naming the first bad field. */
export function readOzonSettings(values: Readonly<Record<string, string>>): OzonSettings {
  const read = readSettings(OZON_SETTING_FIELDS, values);
  return {
    ...read,
    baseUrl: readBaseUrl('baseUrl', read.baseUrl),
    labelSize: read.labelSize === 'small' ? 'small' : 'big',
  };
}
