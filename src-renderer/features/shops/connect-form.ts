import type { z } from 'zod';
import type { settingFieldSchema } from '../../../src-main/contract/methods/shops.ts';

export type SettingField = z.infer<typeof settingFieldSchema>;
export type FieldFault = 'missing' | 'malformed';
/** What the form of a shop begins with: nothing, or the settings of a shop that is here (its secrets are never shown). */
export type KnownSettings = Readonly<Record<string, string>> | null;

/** Values a form starts with: what the shop has, else the manifest's defaults. */
export function initialValues(fields: readonly SettingField[], known: KnownSettings = null): Record<string, string> {
  return Object.fromEntries(fields.map(({ key, defaultValue }) => [key, known?.[key] || defaultValue]));
}

/** Copied keys come with spaces and line ends around them; none of the platforms' credentials has any. */
export function cleanValues(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim()]));
}

/**
 * Faults by field key; empty when the form may be sent. The manifest's pattern must match the whole value. A shop that is
 * here keeps the secrets that are left empty.
 */
export function formFaults(
  fields: readonly SettingField[],
  values: Readonly<Record<string, string>>,
  known: KnownSettings = null,
): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  for (const field of fields) {
    const value = (values[field.key] ?? '').trim();
    if (value === '') {
      const isKept = known !== null && (field.secret || field.input === 'authorisation-code');
      if (field.required && !isKept) faults[field.key] = 'missing';
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

/** keys — what lets the app in · labels — only needed for the platform's labels · rare — sandboxes and the like. */
export const FORM_PARTS = ['keys', 'labels', 'rare'] as const;
export type FormPart = (typeof FORM_PARTS)[number];

/** Where a field stands in its form. The last two parts are folded. */
export function partOf(field: SettingField): FormPart {
  if (field.isRare) return 'rare';
  return /^(shipFrom|sender|waybill|label|pickup|declared)/.test(field.key) ? 'labels' : 'keys';
}
