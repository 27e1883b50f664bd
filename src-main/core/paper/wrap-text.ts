/** Scripts written without spaces, and their punctuation: a line may end after any character. */
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u{3000}-\u{303f}\u{ff00}-\u{ff60}]/u;
const NEVER_FIRST = new Set(Array.from('，。、；：！？）》」』】〕〉…,.;:!?)]}%”’ー々'));
const NEVER_LAST = new Set(Array.from('（《「『【〔〈([{“‘'));
const BREAK_AFTER = new Set(['-', '/', '_', ',', ';', '|', '@']);

/** Splits text into lines no wider than `limitEm`: by word, ideographs by character, and words too long anywhere. */
export function wrapText(text: string, limitEm: number, widthOf: (character: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(Array.from(paragraph), limitEm, widthOf));
}

function wrapParagraph(characters: readonly string[], limitEm: number, widthOf: (c: string) => number): string[] {
  const lines: string[] = [];
  const widths = characters.map(widthOf);
  let start = 0;
  let breakAt = 0;
  let width = 0;
  characters.forEach((character, at) => {
    if (isBreakBefore(characters, at)) breakAt = at;
    // Spaces at the end of a line hang over its edge.
    while (character !== ' ' && at > start && width + (widths[at] ?? 0) > limitEm) {
      const end = breakAt > start ? breakAt : at;
      lines.push(characters.slice(start, end).join('').trimEnd());
      width = widths.slice(end, at).reduce((sum, each) => sum + each, 0);
      start = end;
    }
    width += widths[at] ?? 0;
  });
  return [...lines, characters.slice(start).join('').trimEnd()];
}

function isBreakBefore(characters: readonly string[], at: number): boolean {
  const before = characters[at - 1];
  const here = characters[at];
  if (before === undefined || here === undefined || here === ' ') return false;
  if (before === ' ') return true;
  if (NEVER_FIRST.has(here) || NEVER_LAST.has(before)) return false;
  // Numbers with hyphens are read, and typed, as one.
  if (/[\d-]/.test(here) && /[-,]/.test(before)) return false;
  return BREAK_AFTER.has(before) || IDEOGRAPHIC.test(before) || IDEOGRAPHIC.test(here);
}
