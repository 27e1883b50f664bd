import type { OddOrder, OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import { jsonInteger, type JsonNode, member, writeJson } from '../shared/json.ts';
import { type CallFault } from './errors.ts';
import { idOf } from './nodes.ts';
import { factsOf } from './order-facts.ts';
import type { ParsedParts } from './order-parts.ts';
import { parseDetailOrder } from './parse-detail-order.ts';
import { parseListOrder } from './parse-list-order.ts';
import type { AliProxy } from './proxy.ts';

/** All extra parts of the detail (address, amounts, children); the platform's own default is less. */
const EVERYTHING = '11111';

export type RawOrder =
  /** `node` is null when the platform does not know the order. */
  { readonly ok: true; readonly node: JsonNode } | { readonly ok: false; readonly fault: CallFault };

/** One order in full (aliexpress.trade.new.redefining.findorderbyid), unread. */
export async function fetchDetail(proxy: AliProxy, orderId: string): Promise<RawOrder> {
  const param1 = { order_id: jsonInteger(orderId), ext_info_bit_flag: jsonInteger(EVERYTHING) };
  const answer = await proxy.read('aliexpress.trade.new.redefining.findorderbyid', { param1 });
  if (!answer.ok) return saysUnknown(answer.fault) ? { ok: true, node: null } : answer;
  const target = member(answer.body, 'target');
  if (idOf(target, 'id', 'order_id') === orderId) return { ok: true, node: target };
  const isEmpty = target === undefined || target === null || idOf(target, 'id', 'order_id') === null;
  return isEmpty && !looksFilled(target)
    ? { ok: true, node: null }
    : { ok: false, fault: { kind: 'unexpected-answer' } };
}

/** A target with a status but without the right id is no "unknown order", it is a muddle. */
const looksFilled = (target: JsonNode): boolean => member(target, 'order_status') !== undefined;

function saysUnknown(fault: CallFault): boolean {
  return fault.kind === 'api' && /order.*(not? (exist|found)|does ?n[o']t exist)/i.test(fault.error.message);
}

export type ParsedOrder =
  | { readonly ok: true; readonly snapshot: OrderSnapshot }
  | { readonly ok: false; readonly odd: OddOrder };

/** An order of the list alone. */
export function readListed(listed: JsonNode, atMs: number): ParsedOrder {
  return toSnapshot(parseListOrder(listed, atMs), writeJson(listed));
}

/** An order in full; `listed` goes into the raw text beside it, when it came from a list. */
export function readDetailed(detail: JsonNode, listed?: JsonNode): ParsedOrder {
  const raw = listed === undefined ? writeJson(detail) : writeJson({ detail, listed });
  return toSnapshot(parseDetailOrder(detail), raw);
}

function toSnapshot(parsed: ParsedParts, raw: string): ParsedOrder {
  if (!parsed.ok) return { ok: false, odd: { remoteId: parsed.remoteId, raw, reason: `unreadable:${parsed.missing}` } };
  const warnings = [...parsed.warnings];
  const facts = factsOf(parsed.parts, warnings);
  return { ok: true, snapshot: { facts, raw, warnings: [...new Set(warnings)] } };
}
