/**
 * A query as it is signed and sent. Every character that any HTTP library would change on its way is escaped here, so
 * that what was signed is what arrives: `+` of a time zone as %2B, the apostrophe as %27.
 */
export function queryOf(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll("'", '%27')}`)
    .join('&');
}
