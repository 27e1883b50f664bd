import type { Clock } from '../../../app/ports/clock.ts';
import type { Http } from '../../../app/ports/http.ts';
import type { Notebook } from '../../../app/ports/notebook.ts';
import type { Pacer } from '../../../app/ports/pacing.ts';
import type { JsonNode } from '../shared/json.ts';
import type { CallFault } from './errors.ts';
import type { AmazonTimings } from './timings.ts';

export interface CallOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonNode;
  readonly headers?: Readonly<Record<string, string>>;
  /** Comes back by itself when its bucket is empty, and waits for it but shortly. */
  readonly isBackground?: boolean;
  /** Asks with a restricted data token (Tokens API v2021-03-01). */
  readonly isRestricted?: boolean;
}

export interface Answer {
  readonly ok: true;
  /** null where the answer has no body. */
  readonly body: JsonNode;
  /** Platform clock minus ours, from the Date header (whole seconds); null without one. */
  readonly clockSkewMs: number | null;
}
export type CallResult = Answer | { readonly ok: false; readonly fault: CallFault };

export interface ProxyDeps {
  readonly http: Http;
  readonly clock: Clock;
  readonly notebook: Notebook;
  readonly pacer: Pacer;
  readonly timings: AmazonTimings;
}
