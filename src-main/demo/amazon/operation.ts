import type { IncomingHttpHeaders } from 'node:http';
import type * as z from 'zod';
import type { BucketLimit } from '../kit/limits/token-buckets.ts';
import type { Random } from '../random.ts';
import type { AmazonAccount, AmazonRole } from './account.ts';
import type { FaultKind, FaultRule } from './faults.ts';
import type { DrawLabel } from './label/draw-label.ts';
import { invalidInput, Refusal } from './refusal.ts';
import type { AmazonStore } from './store.ts';
import type { AmazonTimings } from './timings.ts';

/** What a handler may know about its call. */
export interface Call {
  readonly store: AmazonStore;
  readonly account: AmazonAccount;
  readonly roles: readonly AmazonRole[];
  readonly nowMs: number;
  readonly timings: AmazonTimings;
  readonly random: Random;
  /** Where this server is reached, for links to files. */
  readonly baseUrl: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON; undefined when nothing was sent. */
  readonly body: unknown;
  readonly drawLabel: DrawLabel;
  /** The rule, when a fault of this kind strikes this call. */
  fault(kind: FaultKind): FaultRule | undefined;
}

export interface Outcome {
  status: number;
  /** Undefined sends no body at all. */
  body?: unknown;
  contentType?: string;
}

/** One operation of the API. */
export interface Operation {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for the parts that vary. */
  readonly path: string;
  readonly limit: BucketLimit;
  /** One of these must be ticked; empty asks for none. */
  readonly roles: readonly AmazonRole[];
  /** Personal data: only a restricted data token opens it. */
  readonly isRestricted?: boolean | ((call: Call) => boolean);
  /** Every query parameter that is known; any other is refused. */
  readonly query?: readonly string[];
  /** Feeds and Reports write `"400"` where the others write InvalidInput. */
  readonly hasNumberedCodes?: boolean;
  readonly run: (call: Call) => Outcome | Promise<Outcome>;
}

/** The body by its schema; refused in the platform's own words when it does not fit. */
export function bodyOf<Schema extends z.ZodType>(call: Call, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(call.body, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw refuseBody(parsed.error);
}

function refuseBody(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  if (issue === undefined) return invalidInput('Request body is invalid.');
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return invalidInput(`Request has unknown fields [${[...issue.path, issue.keys.join(', ')].join('.')}].`);
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return invalidInput(`Request is missing required fields [${field}].`);
  }
  if (issue.code === 'invalid_type') {
    return invalidInput(`Request has invalid fields. Please check the fields with invalid type [${field}]`);
  }
  return invalidInput(`${field}: is invalid, ${issue.message}`);
}

/** A comma separated parameter as its parts; null when it was not sent. Empty parts are refused. */
export function listParameter(call: Call, name: string, most: number): string[] | null {
  const text = call.query.get(name);
  if (text === null) return null;
  const parts = text.split(',');
  if (parts.some((part) => part === '')) throw invalidInput(`${name} is invalid.`);
  if (parts.length > most) throw invalidInput(`${name} has more than ${most} values.`);
  return parts;
}

/** A required list of marketplaces of the account. Throws 400 when absent, 403 for a marketplace that is not the seller's. */
export function requiredMarketplaces(call: Call, most: number): string[] {
  const ids = listParameter(call, 'marketplaceIds', most);
  if (ids === null) throw invalidInput('marketplaceIds is a required parameter.');
  checkMarketplaces(call, ids);
  return ids;
}

export function checkMarketplaces(call: Call, ids: readonly string[]): void {
  for (const id of ids) {
    const isOpen = call.account.marketplaceIds.includes(id) && !call.account.deniedMarketplaceIds.includes(id);
    if (!isOpen) throw new Refusal(403, 'Unauthorized', 'Access to requested resource is denied.', '');
  }
}
