import { isOwnToken, reversedTail, tokensOf } from './search-words.ts';

/** Longer questions are cut: nobody types them, and a pasted page must not keep the index busy. */
const LONGEST_QUERY = 200;
const MOST_PIECES = 8;
/** Shortest beginning of a word, or end of a number, that is looked up as such (the index's own prefixes start at 2). */
const SHORTEST_PART = 2;

/**
 * The FTS5 expression for what a person typed, or null when nothing in it can be looked for. Each piece between spaces
 * must be found: as neighbours in one text, the last word by its beginning, a number also by its end.
 */
export function matchOf(query: string): string | null {
  const pieces = query.slice(0, LONGEST_QUERY).split(/\s+/u).slice(0, MOST_PIECES);
  const conditions = pieces.flatMap((piece) => {
    const tokens = tokensOf(piece);
    return tokens.length === 0 ? [] : [conditionOf(piece, tokens)];
  });
  return conditions.length === 0 ? null : conditions.join(' AND ');
}

function conditionOf(piece: string, tokens: readonly string[]): string {
  const phrase = withoutLoneLetter(tokens);
  const last = phrase.at(-1) ?? '';
  const isWhole = phrase.length < tokens.length || last.length < SHORTEST_PART || isOwnToken(last);
  const words = `words : "${phrase.join(' ')}"${isWhole ? '' : ' *'}`;
  const tail = reversedTail(piece);
  const isNumber = /\p{N}/u.test(tail) && tail.length >= SHORTEST_PART && !tokens.some(isOwnToken);
  return isNumber ? `(${words} OR tails : "${tail}" *)` : words;
}

/** "mug-r" on the way to "mug-red": the letter alone would be looked for as a whole word, and is too short for a beginning. */
function withoutLoneLetter(tokens: readonly string[]): readonly string[] {
  const last = tokens.at(-1) ?? '';
  const isLone = tokens.length > 1 && last.length < SHORTEST_PART && !isOwnToken(last) && !/\p{N}/u.test(last);
  return isLone ? tokens.slice(0, -1) : tokens;
}
