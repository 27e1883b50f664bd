import { PlatformFault, type SettingField } from '../../../app/ports/platform-connector.ts';

/**
 * The values of a form's fields, trimmed, with the defaults of those that were left empty. Throws PlatformFault
 * rejected('setting-invalid:<key>'), naming the first bad field. Fields that are neither required nor given are '', and so
 * is an authorisation code: it was spent when the shop was connected, and not kept.
 */
export function readSettings<Key extends string>(
  fields: readonly (SettingField & { readonly key: Key })[],
  values: Readonly<Record<string, string>>,
): Record<Key, string> {
  const read = fields.map((field): [Key, string] => {
    const given = (Object.hasOwn(values, field.key) ? (values[field.key] ?? '') : '').trim();
    const text = given || field.defaultValue;
    const isFine =
      text === ''
        ? !field.required || field.input === 'authorisation-code'
        : new RegExp(`^(?:${field.pattern})$`).test(text);
    const isOffered = text === '' || field.choices === undefined || field.choices.includes(text);
    if (!isFine || !isOffered) throw settingInvalid(field.key);
    return [field.key, text];
  });
  return Object.fromEntries(read) as Record<Key, string>;
}

/**
 * A base URL without trailing slashes: https, or this very machine, and no name or password in it. Throws PlatformFault
 * rejected('setting-invalid:<key>').
 */
export function readBaseUrl(key: string, text: string): string {
  if (!URL.canParse(text)) throw settingInvalid(key);
  const url = new URL(text);
  if (!isPrivateWay(url) || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw settingInvalid(key);
  return url.href.replace(/\/+$/, '');
}

/** True for a URL that keeps a key private on its way: https, or this very machine. */
export function isPrivateWay(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

/** True when the host is this machine by name or number. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname);
}

/** The fault of a setting that cannot be used. */
export const settingInvalid = (key: string): PlatformFault =>
  new PlatformFault({ kind: 'rejected', code: `setting-invalid:${key}` });
