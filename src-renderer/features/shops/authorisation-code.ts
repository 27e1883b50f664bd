/**
 * The one-time code of what was pasted: the `code` of a whole address that the browser was sent to, else the text itself.
 * The platforms put it into the query (OAuth 2.0, RFC 6749 section 4.1.2).
 */
export function pastedCode(text: string): string {
  const trimmed = text.trim();
  const inQuery = /[?&#]code=([^&#\s]*)/.exec(trimmed)?.[1];
  if (inQuery !== undefined) return decoded(inQuery);
  const alone = /^code=([^&#\s]*)/.exec(trimmed)?.[1];
  return alone === undefined ? trimmed : decoded(alone);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
