const REDACTED = '…';

/** What must never stand in a log although no caller means to write it: phones, e-mails, keys, long digit runs. */
const PATTERNS: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  /\+?\d[\d ()-]{8,}\d/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
];

/** Field names whose values are never written. */
const SECRET_FIELD = /key|token|secret|passphrase|password|name|phone|address|street|note|email/i;

/** Takes personal data and secrets out of one log text. */
export function redactText(text: string): string {
  return PATTERNS.reduce((kept, pattern) => kept.replace(pattern, REDACTED), text);
}

/** Takes personal data and secrets out of log fields. Numbers and booleans stay; ids are uuid v7 and stay too. */
export function redactFields(
  fields: Readonly<Record<string, string | number | boolean | null>>,
): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (name.endsWith('Id')) return [name, value];
      return [name, SECRET_FIELD.test(name) ? REDACTED : redactText(value)];
    }),
  );
}
