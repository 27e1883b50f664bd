import type { IncomingMessage } from 'node:http';
import { badArgument, Refusal } from '../refusal.ts';
import { headerText } from './check-access.ts';
import { readJson } from './json.ts';

const mostBytes = 1_048_576;

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > mostBytes) throw new Refusal(413, 8, 'request body is too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The JSON body of an API call: POST, JSON by its content type, and really JSON. */
export function readApiBody(request: IncomingMessage, text: string): unknown {
  if (request.method !== 'POST') throw new Refusal(405, 12, 'Method Not Allowed');
  const contentType = headerText(request.headers, 'content-type').split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') throw badArgument('Content-Type must be application/json');
  try {
    return readJson(text);
  } catch {
    throw badArgument('proto: syntax error: invalid JSON');
  }
}
