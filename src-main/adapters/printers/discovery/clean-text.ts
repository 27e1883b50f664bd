const MAX_LETTERS = 100;

/** Text from a printer or the network, fit to be shown: one line, no control signs, not long. Null: nothing is left. */
export function cleanText(text: string): string | null {
  const clean = text
    .slice(0, 4 * MAX_LETTERS)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return clean === '' ? null : clean.slice(0, MAX_LETTERS);
}
