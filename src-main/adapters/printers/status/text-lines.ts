/** Received bytes with every line of text taken out of them. */
export interface SplitTalk {
  readonly lines: readonly string[];
  /** What is no text, in order: single status bytes. */
  readonly codes: readonly number[];
}

/** Flow control, no status (DC1 and DC3). */
const XON = 0x11;
const XOFF = 0x13;

/**
 * Tells the text a printer sends (names, progress lines) from single status bytes. A line begins with a visible
 * character and ends with CR, LF or the next control byte; blanks and line ends inside it are no status bytes.
 */
export function splitTalk(received: Uint8Array): SplitTalk {
  const lines: string[] = [];
  const codes: number[] = [];
  const text = Buffer.from(received).toString('latin1');
  for (const match of text.matchAll(/([\x21-\x7e][\x20-\x7e]*)(?:\r?\n|\r)?|\r\n|([^])/g)) {
    const [, line, code] = match;
    if (line !== undefined) lines.push(line.trimEnd());
    const value = code?.charCodeAt(0);
    if (value !== undefined && value !== XON && value !== XOFF) codes.push(value);
  }
  return { lines, codes };
}
