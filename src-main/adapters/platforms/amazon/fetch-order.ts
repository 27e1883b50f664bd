import { type Confirmation, type OrderSnapshot, PlatformFault } from '../../../app/ports/platform-connector.ts';
import { type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, faultOutcome, isBadRequest, isNotFound, outcomeCode } from './errors.ts';
import { asOfOwnLabels } from './own-labels.ts';
import { parseOrder } from './parse-order.ts';
import type { OrderShape } from './schema.ts';
import { INCLUDED_DATA } from './search.ts';

/** 3-7-7 digits; anything else is no order's id, and asking for it is refused as malformed. */
const ORDER_ID = /^\d{3}-\d{7}-\d{7}$/;

export type RawOrder =
  /** `node` is null when Amazon does not know the order. */
  { readonly ok: true; readonly node: JsonNode } | { readonly ok: false; readonly fault: CallFault };

/** One order as Amazon has it, unread (Orders API v2026-01-01, getOrder). */
export async function fetchOrder({ proxy }: ConnectorContext, remoteId: string): Promise<RawOrder> {
  if (!ORDER_ID.test(remoteId)) return { ok: true, node: null };
  const answer = await proxy.call('getOrder', {
    params: { orderId: remoteId },
    query: { includedData: INCLUDED_DATA },
  });
  if (!answer.ok) return isNotFound(answer.fault) ? { ok: true, node: null } : answer;
  const node = member(answer.body, 'order');
  return member(node, 'orderId') === undefined
    ? { ok: false, fault: { kind: 'unexpected-answer' } }
    : { ok: true, node };
}

export type ReadOrder =
  | { readonly ok: true; readonly shape: OrderShape; readonly snapshot: OrderSnapshot }
  | { readonly ok: false; readonly outcome: PlatformFault['outcome'] };

/** One order, read. An order that Amazon does not know is rejected('order-unknown'). */
export async function readOrder(context: ConnectorContext, remoteId: string): Promise<ReadOrder> {
  const raw = await fetchOrder(context, remoteId);
  if (!raw.ok) return { ok: false, outcome: readOutcome(raw.fault) };
  if (raw.node === null) return { ok: false, outcome: { kind: 'rejected', code: 'order-unknown' } };
  const parsed = parseOrder(raw.node);
  if (!parsed.ok) return { ok: false, outcome: { kind: 'rejected', code: parsed.odd.reason } };
  const snapshot = await asOfOwnLabels(context.notebook, parsed.shape, parsed.snapshot);
  return { ...parsed, snapshot };
}

/** A whole order is asked for with all its datasets: a refusal of the request is a refused dataset, and passes. */
function readOutcome(fault: CallFault): PlatformFault['outcome'] {
  if (isBadRequest(fault)) return { kind: 'retry', code: 'dataset-refused', afterMs: null };
  return faultOutcome(fault, 'read');
}

/** One order as facts, or null when Amazon does not know it. Throws PlatformFault. */
export async function getOrder(context: ConnectorContext, remoteId: string): Promise<OrderSnapshot | null> {
  const order = await readOrder(context, remoteId);
  if (order.ok) return order.snapshot;
  if (order.outcome.kind === 'rejected' && order.outcome.code === 'order-unknown') return null;
  throw new PlatformFault(order.outcome);
}

/** What a look at an order that could not be read says of an effect. */
export function unseen(outcome: PlatformFault['outcome']): Confirmation {
  return outcome.kind === 'rejected'
    ? { kind: 'failed', code: outcome.code }
    : { kind: 'unknown', code: outcomeCode(outcome) };
}
