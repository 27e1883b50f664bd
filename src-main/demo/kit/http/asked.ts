import type { IncomingHttpHeaders } from 'node:http';

/** One request as it came over the wire, body and all. */
export interface Asked {
  readonly method: string;
  /** Path and query, as sent, before any decoding. */
  readonly target: string;
  /** The parsed address; its `origin` is where the client found this server. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as sent. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
}

/** One header as text; '' when absent or sent twice. */
export function headerText(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

/** The body as UTF-8. */
export function bodyText(asked: Asked): string {
  return Buffer.from(asked.body).toString('utf8');
}
