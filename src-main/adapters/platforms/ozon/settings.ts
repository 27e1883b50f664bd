import { PlatformFault, type SettingField } from '../../../app/ports/platform-connector.ts';

export const OZON_BASE_URL = 'https://api-seller.ozon.ru';

export interface OzonSettings {
  readonly clientId: string;
  readonly apiKey: string;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly labelSize: 'big' | 'small';
}

/** `apiKey` is a UUID today, but its shape is not promised: any visible ASCII without blanks passes. */
export const OZON_SETTING_FIELDS: readonly SettingField[] = [
  { key: 'clientId', secret: false, required: true, pattern: '^\\d{1,19}$', defaultValue: '' },
  { key: 'apiKey', secret: true, required: true, pattern: '^[\\x21-\\x7e]{8,200}$', defaultValue: '' },
  { key: 'baseUrl', secret: false, required: false, pattern: '^https?://[^\\s?#]+$', defaultValue: OZON_BASE_URL },
  { key: 'labelSize', secret: false, required: false, pattern: '^(big|small)$', defaultValue: 'big' },
];

/** Reads a shop's settings. Throws PlatformFault rejected('setting-invalid:<key>'), naming the first bad field. */
export function readSettings(values: Readonly<Record<string, string>>): OzonSettings {
  const read = (key: string) => {
    const field = OZON_SETTING_FIELDS.find((candidate) => candidate.key === key);
    const text = (Object.hasOwn(values, key) ? (values[key] ?? '') : '').trim() || (field?.defaultValue ?? '');
    if (field === undefined || !new RegExp(field.pattern).test(text)) throw invalid(key);
    return text;
  };
  const settings = { clientId: read('clientId'), apiKey: read('apiKey'), baseUrl: read('baseUrl') };
  const labelSize = read('labelSize') === 'small' ? 'small' : 'big';
  return { ...settings, baseUrl: readBaseUrl(settings.baseUrl), labelSize };
}

/** True for a URL that keeps the key private on its way: https, or this very machine. */
export function isPrivateWay(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

/** True when the host is this machine by name or number. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname);
}

function readBaseUrl(text: string): string {
  if (!URL.canParse(text)) throw invalid('baseUrl');
  const url = new URL(text);
  if (!isPrivateWay(url) || url.username !== '' || url.password !== '') throw invalid('baseUrl');
  return url.href.replace(/\/+$/, '');
}

const invalid = (key: string) => new PlatformFault({ kind: 'rejected', code: `setting-invalid:${key}` });
