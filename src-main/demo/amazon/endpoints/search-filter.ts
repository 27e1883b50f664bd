import { readUtcInstant } from '../answers/values.ts';
import { listParameter, type Call } from '../operation.ts';
import type { FulfillmentStatus } from '../order.ts';
import { invalidInput } from '../refusal.ts';

export interface OrderSearch {
  by: 'created' | 'updated';
  afterMs: number;
  beforeMs: number | null;
  marketplaceIds: string[] | null;
  statuses: FulfillmentStatus[] | null;
  fulfilledBy: string[] | null;
  pageSize: number;
}

const statusWords: readonly FulfillmentStatus[] = [
  'PENDING_AVAILABILITY',
  'PENDING',
  'UNSHIPPED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'CANCELLED',
  'UNFULFILLABLE',
];
/** A "Before" closer to now than this is refused. */
const twoMinutesMs = 120_000;

/** The parameters of searchOrders; throws the platform's 400 when they contradict its rules. */
export function readSearch(call: Call): OrderSearch {
  const createdAfter = call.query.get('createdAfter');
  const updatedAfter = call.query.get('lastUpdatedAfter');
  if ((createdAfter === null) === (updatedAfter === null)) {
    throw invalidInput('Exactly one of createdAfter and lastUpdatedAfter must be provided.');
  }
  const by = createdAfter === null ? 'updated' : 'created';
  const [beforeName, otherName] =
    by === 'created'
      ? (['createdBefore', 'lastUpdatedBefore'] as const)
      : (['lastUpdatedBefore', 'createdBefore'] as const);
  if (call.query.has(otherName))
    throw invalidInput(
      `${otherName} cannot be combined with ${by === 'created' ? 'createdAfter' : 'lastUpdatedAfter'}.`,
    );
  const afterMs = readInstant(
    by === 'created' ? 'createdAfter' : 'lastUpdatedAfter',
    createdAfter ?? updatedAfter ?? '',
  );
  return {
    by,
    afterMs,
    beforeMs: readBefore(call, beforeName, afterMs),
    marketplaceIds: listParameter(call, 'marketplaceIds', 50),
    statuses: words(call, 'fulfillmentStatuses', statusWords),
    fulfilledBy: words(call, 'fulfilledBy', ['MERCHANT', 'AMAZON']),
    pageSize: readPageSize(call.query.get('maxResultsPerPage')),
  };
}

function readBefore(call: Call, name: string, afterMs: number): number | null {
  const text = call.query.get(name);
  if (text === null) return null;
  const beforeMs = readInstant(name, text);
  if (beforeMs < afterMs) throw invalidInput(`${name} must not be earlier than its After.`);
  if (beforeMs > call.nowMs - twoMinutesMs) {
    throw invalidInput(`${name} must be at least two minutes before the time of the request.`);
  }
  return beforeMs;
}

function readInstant(name: string, text: string): number {
  const atMs = readUtcInstant(text);
  if (Number.isNaN(atMs)) throw invalidInput(`${name} is invalid, it must be in ISO 8601 format.`);
  return atMs;
}

function readPageSize(text: string | null): number {
  if (text === null) return 100;
  const size = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
  if (size < 1 || size > 100) throw invalidInput('maxResultsPerPage must be between 1 and 100.');
  return size;
}

function words<Word extends string>(call: Call, name: string, known: readonly Word[]): Word[] | null {
  const parts = listParameter(call, name, known.length);
  if (parts === null) return null;
  return parts.map((part) => {
    const word = known.find((candidate) => candidate === part);
    if (word === undefined) throw invalidInput(`${name} has the unknown value ${part}.`);
    return word;
  });
}
