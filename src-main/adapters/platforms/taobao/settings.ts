import type { SettingField } from '../../../app/ports/platform-connector.ts';
import { readBaseUrl, readSettings as readFields, settingInvalid } from '../shared/read-settings.ts';
import { SIGN_METHODS, type SignMethod } from './sign.ts';

/** How a waybill is laid out; the numbers are the platform's `standard_waybill_type`. */
export const TEMPLATE_TYPES = { standard: '1', triple: '2', 'portable-triple': '3', single: '6' } as const;
type TemplateChoice = keyof typeof TEMPLATE_TYPES;

export interface TaobaoSettings {
  readonly appKey: string;
  readonly appSecret: string;
  /** A token that was pasted; '' where a code is exchanged for one. */
  readonly sessionKey: string;
  /** The code of the authorisation page; '' where a token was pasted, and once it was spent. */
  readonly authorisationCode: string;
  readonly senderName: string;
  readonly senderMobile: string;
  /** '' each: the first one offered. */
  readonly waybillCarrier: string;
  readonly waybillBranch: string;
  readonly waybillTemplate: TemplateChoice;
  readonly signMethod: SignMethod;
  /** Without a trailing slash and without the router's path. */
  readonly baseUrl: string;
}

type Key = keyof TaobaoSettings | 'redirectUrl';
const field = (key: Key, pattern: string, over: Partial<SettingField> = {}): SettingField & { readonly key: Key } => ({
  secret: false,
  required: false,
  defaultValue: '',
  pattern,
  ...over,
  key,
});

/** `redirectUrl` is only there for the authorisation page's address. */
export const TAOBAO_SETTING_FIELDS = [
  field('appKey', '\\d{4,20}', { required: true }),
  field('appSecret', '[\\x21-\\x7e]{16,100}', { required: true, secret: true }),
  field('redirectUrl', 'https?://[^\\s]{1,300}'),
  field('authorisationCode', '[\\w.-]{8,200}', { secret: true, input: 'authorisation-code' }),
  field('sessionKey', '[\\x21-\\x7e]{20,200}', { secret: true }),
  field('senderName', '[^\\n]{1,40}'),
  field('senderMobile', '[+\\d-]{5,20}'),
  field('waybillCarrier', '[A-Za-z0-9_-]{1,20}'),
  field('waybillBranch', '[A-Za-z0-9_-]{1,40}'),
  field('waybillTemplate', '[a-z-]+', { defaultValue: 'standard', choices: Object.keys(TEMPLATE_TYPES) }),
  field('signMethod', '[a-z0-9-]+', { defaultValue: 'hmac-sha256', choices: SIGN_METHODS, isRare: true }),
  field('baseUrl', 'https?://[^\\s?#]+', { defaultValue: 'https://eco.taobao.com', isRare: true }),
];

/**
 * Reads a shop's settings. Throws PlatformFault rejected('setting-invalid:<key>'). A shop is let in by a pasted token or by
 * a code; having both would leave open which of them is the newer one.
 */
export function readSettings(values: Readonly<Record<string, string>>): TaobaoSettings {
  const { redirectUrl: _unused, ...read } = readFields<Key>(TAOBAO_SETTING_FIELDS, values);
  if (read.sessionKey !== '' && read.authorisationCode !== '') throw settingInvalid('sessionKey');
  return {
    ...read,
    waybillTemplate: isTemplate(read.waybillTemplate) ? read.waybillTemplate : 'standard',
    signMethod: SIGN_METHODS.find((method) => method === read.signMethod) ?? 'hmac-sha256',
    baseUrl: readBaseUrl('baseUrl', read.baseUrl),
  };
}

const isTemplate = (text: string): text is TemplateChoice => Object.hasOwn(TEMPLATE_TYPES, text);
