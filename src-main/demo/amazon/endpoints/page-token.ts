import { createHash } from 'node:crypto';
import * as z from 'zod';
import { invalidInput } from '../refusal.ts';

/** What a page token remembers: the request it belongs to, the last row, the server's bound and when it dies. */
const tokenSchema = z.strictObject({
  mark: z.string(),
  lastMs: z.number().int(),
  lastId: z.string(),
  boundMs: z.number().int(),
  expiresAtMs: z.number().int(),
});

export type PageToken = z.output<typeof tokenSchema>;

export const pageTokenLifeMs = 86_400_000;

export function writePageToken(token: PageToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** Throws the platform's 400 for a token that is not its own, too old, or of another request. */
export function readPageToken(text: string, mark: string, nowMs: number): PageToken {
  const token = parsed(text);
  if (token === null) throw invalidInput('paginationToken is invalid.');
  if (token.expiresAtMs <= nowMs) throw invalidInput('paginationToken is expired.');
  if (token.mark !== mark) throw invalidInput('paginationToken does not match the other request parameters.');
  return token;
}

function parsed(text: string): PageToken | null {
  try {
    return tokenSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}

/** A short name of everything that decides which orders belong to a list. */
export function requestMark(query: URLSearchParams, region: string): string {
  const others = [...query.entries()].filter(([name]) => name !== 'paginationToken').toSorted(byText);
  return createHash('sha256')
    .update(JSON.stringify([region, others]))
    .digest('base64url')
    .slice(0, 16);
}

function byText(first: [string, string], second: [string, string]): number {
  return first[0] < second[0] ? -1 : first[0] > second[0] ? 1 : 0;
}
