import type { z } from 'zod';
import type { settingFieldSchema } from '../../../src-main/contract/methods/shops.ts';

export type SettingField = z.infer<typeof settingFieldSchema>;
export type FieldFault = 'missing' | 'malformed';

/** Values a form starts with: the manifest's defaults. */
export function initialValues(fields: readonly SettingField[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.key, field.defaultValue]));
}

/** Copied keys come with spaces and line ends around them; none of the platforms' credentials has any. */
export function cleanValues(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim()]));
}

/** Faults by field key; empty when the form may be sent. The manifest's pattern must match the whole value. */
export function formFaults(
  fields: readonly SettingField[],
  values: Readonly<Record<string, string>>,
): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  for (const field of fields) {
    const value = (values[field.key] ?? '').trim();
    if (value === '') {
      if (field.required) faults[field.key] = 'missing';
    } else if (!matchesWhole(field.pattern, value)) faults[field.key] = 'malformed';
  }
  return faults;
}

function matchesWhole(pattern: string, value: string): boolean {
  if (pattern === '') return true;
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    // A pattern this engine cannot read must not lock the seller out; main checks again.
    return true;
  }
}

/** 'clientId', 'client_id' and 'client-id' name one thing; the texts are filed under the last form. */
export function textKey(fieldKey: string): string {
  return fieldKey
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase();
}

/** Fields that nearly nobody touches, such as the base URL of a sandbox, are folded away. */
export function isRareField(field: SettingField): boolean {
  return !field.required && !field.secret;
}

/** The values of a field whose pattern is a plain list such as '^(big|small)$'; null for any other pattern. */
export function optionsOf(field: SettingField): readonly string[] | null {
  const list = /^\^?\(([\w-]+(?:\|[\w-]+)+)\)\$?$/.exec(field.pattern)?.[1];
  return list === undefined ? null : list.split('|');
}
