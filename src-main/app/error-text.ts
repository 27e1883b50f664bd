/** What the log says of something thrown; the log's own redaction comes after. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
