import { badRequest } from './refusal.ts';
import { compareIds } from './store.ts';

/** Where a row stands in its list: by time, then id. */
interface Place {
  atMs: number;
  id: string;
}

/**
 * One page of rows that are sorted by their place. The token says after which row the next page begins and for which question it was
 * given; '' at the end. Throws 400 on a token that is not of this question.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  placeOf: (row: Row) => Place,
  asked: { nextToken: string; size: number; question: readonly string[] },
): { rows: Row[]; nextToken: string } {
  const after = asked.nextToken === '' ? null : readToken(asked.nextToken, asked.question);
  const rest = after === null ? rows : rows.filter((row) => isAfter(placeOf(row), after));
  const page = rest.slice(0, asked.size);
  const last = page.at(-1);
  const hasMore = rest.length > page.length;
  return { rows: page, nextToken: hasMore && last !== undefined ? writeToken(placeOf(last), asked.question) : '' };
}

function isAfter(place: Place, after: Place): boolean {
  return place.atMs > after.atMs || (place.atMs === after.atMs && compareIds(place.id, after.id) > 0);
}

function writeToken(place: Place, question: readonly string[]): string {
  return Buffer.from(JSON.stringify([place.atMs, place.id, question.join('|')])).toString('base64url');
}

function readToken(token: string, question: readonly string[]): Place {
  const [atMs, id, asked] = parseToken(token);
  if (typeof atMs !== 'number' || typeof id !== 'string' || asked !== question.join('|')) {
    throw badRequest('nextToken is not valid');
  }
  return { atMs, id };
}

function parseToken(token: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
