import { isOwnToken, reversedTail, tokensOf } from './search-words.ts';
import { likeOf } from './sql-text.ts';

/** Longer questions are cut: nobody types them, and a pasted page must not keep the index busy. */
const LONGEST_QUERY = 200;
const MOST_PIECES = 8;
/** Shortest beginning of a word, or end of a number, that is looked up as such (the index's own prefixes start at 2). */
const SHORTEST_PART = 2;

/** What stands between two spaces of a question. */
export interface SearchPiece {
  /** The FTS5 expression for it: its words as neighbours in one text, the last by its beginning, a number also by its end. */
  readonly match: string;
  /** The LIKE pattern for the seller's own name of a product; null where the piece is too short to name one. */
  readonly like: string | null;
}

/** The pieces of what a person typed, each of which must be found; none when nothing in it can be looked for. */
export function piecesOf(query: string): SearchPiece[] {
  const pieces = query.slice(0, LONGEST_QUERY).split(/\s+/u).slice(0, MOST_PIECES);
  return pieces.flatMap((piece) => {
    const tokens = tokensOf(piece);
    if (tokens.length === 0) return [];
    const isName = tokens.some(isOwnToken) || tokens.join('').length >= SHORTEST_PART;
    return [{ match: conditionOf(piece, tokens), like: isName ? likeOf(piece.normalize('NFKC')) : null }];
  });
}

/** The FTS5 expression that finds all pieces. */
export function matchOf(pieces: readonly SearchPiece[]): string {
  return pieces.map(({ match }) => match).join(' AND ');
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
