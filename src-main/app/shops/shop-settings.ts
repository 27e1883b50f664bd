import type { PlatformManifest, SettingField } from '../ports/platform-connector.ts';

export type Settings = Readonly<Record<string, string>>;

/**
 * The key of the first setting that the form must not have, or that does not look as it must; null when all is fine. A
 * shop that is there already has spent its code.
 */
export function settingsFault(manifest: PlatformManifest, settings: Settings, hasSpentCode = false): string | null {
  const unknown = Object.keys(settings).find((key) => !manifest.settings.some((field) => field.key === key));
  if (unknown !== undefined) return unknown;
  const bad = manifest.settings.find((field) => {
    const value = (settings[field.key] ?? '').trim();
    return !(hasSpentCode && isCode(field) && value === '') && !isFine(field, value);
  });
  return bad?.key ?? null;
}

function isFine(field: SettingField, value: string): boolean {
  if (value === '') return !field.required || field.defaultValue !== '';
  const isOffered = field.choices === undefined || field.choices.includes(value);
  return isOffered && new RegExp(`^(?:${field.pattern})$`).test(value);
}

/** A value for every field of the form. */
export function withDefaults(manifest: PlatformManifest, settings: Settings): Record<string, string> {
  return Object.fromEntries(
    manifest.settings.map((field) => [field.key, (settings[field.key] ?? '').trim() || field.defaultValue]),
  );
}

/** What may be shown to fill the form again: no secrets, and no codes, which were spent. */
export function publicSettings(manifest: PlatformManifest | undefined, settings: Settings): Record<string, string> {
  const shown = (manifest?.settings ?? []).filter((field) => !field.secret && !isCode(field));
  return Object.fromEntries(shown.map(({ key }) => [key, settings[key] ?? '']));
}

/** The settings without the one-time codes: they were spent by the test. */
export function withoutCodes(manifest: PlatformManifest, settings: Settings): Record<string, string> {
  const codes = manifest.settings.filter(isCode).map((field) => field.key);
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !codes.includes(key)));
}

/**
 * Settings that name the account: required, shown, and the same for as long as the account lives. Where a platform has
 * none, the secrets must be the same.
 */
export function namingKeys(manifest: PlatformManifest): string[] {
  const lasting = manifest.settings.filter(
    (field) => field.required && !field.isRare && !isCode(field) && field.input !== 'date' && !isAddress(field),
  );
  const shown = lasting.filter((field) => !field.secret);
  return (shown.some((field) => field.choices === undefined) ? shown : lasting).map((field) => field.key);
}

/**
 * The page where the seller lets the app in, with {key} filled in; null without one, or while a setting that it needs
 * is missing. A setting at the head of the address is an address itself.
 */
export function authorizeUrl(manifest: PlatformManifest, settings: Settings): string | null {
  if (manifest.authorizeUrl === null) return null;
  const values = withDefaults(manifest, settings);
  let isMissing = false;
  const url = manifest.authorizeUrl.replace(/\{(\w+)\}/g, (_whole, key: string, place: number) => {
    const value = values[key] ?? '';
    isMissing ||= value === '';
    return place === 0 ? value.replace(/\/+$/, '') : encodeURIComponent(value);
  });
  return isMissing || !URL.canParse(url) || new URL(url).protocol !== 'https:' ? null : url;
}

const isCode = (field: SettingField): boolean => field.input === 'authorisation-code';

/** A base URL has a default that is one. */
const isAddress = (field: SettingField): boolean => /^https?:\/\//.test(field.defaultValue);
