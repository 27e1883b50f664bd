/** A title that is longer is a row of something else. */
const LONGEST_TITLE = 200;

/**
 * One text that is equal for titles that a person would call the same: width, letter case, spaces, quotes, punctuation
 * and what stands in brackets at the end do not count, and neither does the star of a required column.
 */
export function plainTitle(title: string): string {
  const plain = title.slice(0, LONGEST_TITLE).normalize('NFKC').toLowerCase();
  const bare = lettersOf(plain.replace(/\([^()]*\)\s*$/u, ''));
  return bare === '' ? lettersOf(plain) : bare;
}

/** The same with what stands in brackets: 'SKU(ID)' and 'SKU(code)' are two columns of one file. */
export function exactTitle(title: string): string {
  return lettersOf(title.slice(0, LONGEST_TITLE).normalize('NFKC').toLowerCase());
}

function lettersOf(text: string): string {
  return text.replaceAll('ё', 'е').replace(/[^\p{L}\p{N}#%]+/gu, '');
}
