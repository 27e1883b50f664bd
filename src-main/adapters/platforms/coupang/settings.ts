import type { SettingField } from '../../../app/ports/platform-connector.ts';
import { readBaseUrl, readSettings, settingInvalid } from '../shared/read-settings.ts';
import { readSeoulTime } from './seoul-time.ts';

export interface CoupangSettings {
  readonly vendorId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** The login name in WING, asked for in replies and cancels. */
  readonly wingId: string;
  /** 180 days after the day on which the key was issued; null when that was not given. */
  readonly keyExpiresAtMs: number | null;
  /** Without a trailing slash. */
  readonly baseUrl: string;
}

const KEY_LIFE_MS = 180 * 24 * 3_600_000;
const KEY_PATTERN = '[\\x21-\\x2b\\x2d-\\x7e]{8,200}';

type Field = SettingField & {
  readonly key: 'vendorId' | 'accessKey' | 'secretKey' | 'wingId' | 'keyIssuedOn' | 'baseUrl';
};

const text = { secret: false, required: true, defaultValue: '' } as const;

/** WING → additional sales information → OPEN API key. A key lives 180 days, and no call tells when it ends. */
export const COUPANG_SETTING_FIELDS: readonly Field[] = [
  { ...text, key: 'vendorId', pattern: 'A\\d{8}' },
  { ...text, key: 'accessKey', pattern: KEY_PATTERN },
  { ...text, key: 'secretKey', secret: true, pattern: KEY_PATTERN },
  { ...text, key: 'wingId', pattern: '[\\x21-\\x7e]{1,100}' },
  { ...text, key: 'keyIssuedOn', required: false, pattern: '\\d{4}-\\d{2}-\\d{2}', input: 'date' },
  {
    key: 'baseUrl',
    secret: false,
    required: false,
    pattern: 'https?://[^\\s?#]+',
    defaultValue: 'https://api-gateway.coupang.com',
    isRare: true,
  },
];

/** Reads a shop's settings. Throws PlatformFault rejected('setting-invalid:<key>'), naming the first bad field. */
export function readCoupangSettings(values: Readonly<Record<string, string>>): CoupangSettings {
  const { vendorId, accessKey, secretKey, wingId, keyIssuedOn, baseUrl } = readSettings(COUPANG_SETTING_FIELDS, values);
  const issuedAtMs = keyIssuedOn === '' ? null : readSeoulTime(keyIssuedOn);
  if (keyIssuedOn !== '' && issuedAtMs === null) throw settingInvalid('keyIssuedOn');
  return {
    vendorId,
    accessKey,
    secretKey,
    wingId,
    keyExpiresAtMs: issuedAtMs === null ? null : issuedAtMs + KEY_LIFE_MS,
    baseUrl: readBaseUrl('baseUrl', baseUrl),
  };
}
