import type { OddOrder, OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import { isRecord, type JsonNode, member, plain } from '../shared/json.ts';
import type { CallFault } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { parseSheet } from './parse-sheet.ts';
import { type WorkSheet, workSheetSchema } from './sheet-schema.ts';

export type SheetRead =
  /** `gone`: cancelled or returned, whole; such a box is shown no more. `unknown`: the platform has no such box. */
  | { readonly ok: true; readonly kind: 'sheet'; readonly node: JsonNode }
  | { readonly ok: true; readonly kind: 'gone' }
  | { readonly ok: true; readonly kind: 'unknown' }
  | { readonly ok: false; readonly fault: CallFault };

/** Words of the single order sheet's refusals (400). */
const GONE = /취소|반품|cancell?ed/i;
const UNKNOWN = /not found|존재하지|없습니다|must be a number|유효하지/i;

export const isBoxId = (remoteId: string): boolean => /^\d{1,19}$/.test(remoteId);

/** One box as the platform has it now, unread. Never throws. */
export async function readSheet(
  { proxy, paths }: ConnectorContext,
  remoteId: string,
  purpose: 'background' | 'push' = 'background',
): Promise<SheetRead> {
  if (!isBoxId(remoteId)) return { ok: true, kind: 'unknown' };
  const answer = await proxy.call({ method: 'GET', path: paths.vendor('v5', `ordersheets/${remoteId}`) }, purpose);
  if (!answer.ok) {
    const { fault } = answer;
    if (fault.kind !== 'api' || fault.status !== 400) return answer;
    if (GONE.test(fault.message)) return { ok: true, kind: 'gone' };
    return UNKNOWN.test(fault.message) ? { ok: true, kind: 'unknown' } : answer;
  }
  const data = member(answer.body, 'data');
  const node = Array.isArray(data) ? data[0] : data;
  // A box of another number is no answer to what was asked.
  return isRecord(node) && plain(member(node, 'shipmentBoxId')) === remoteId
    ? { ok: true, kind: 'sheet', node }
    : { ok: false, fault: { kind: 'unexpected-answer' } };
}

/** Every box of one order that is shown; empty when none is. Never throws. */
export async function readOrderSheets(
  { proxy, paths }: ConnectorContext,
  orderId: string,
): Promise<
  { readonly ok: true; readonly nodes: readonly JsonNode[] } | { readonly ok: false; readonly fault: CallFault }
> {
  const answer = await proxy.call({ method: 'GET', path: paths.vendor('v5', `${orderId}/ordersheets`) }, 'push');
  if (!answer.ok) {
    const isNone = answer.fault.kind === 'api' && answer.fault.status === 400;
    return isNone ? { ok: true, nodes: [] } : answer;
  }
  const data = member(answer.body, 'data');
  return Array.isArray(data) ? { ok: true, nodes: data } : { ok: false, fault: { kind: 'unexpected-answer' } };
}

/** The part of a sheet that writes need; null when not even that is there. */
export const workSheetOf = (node: JsonNode): WorkSheet | null => workSheetSchema.safeParse(plain(node)).data ?? null;

/** Reads each sheet by itself: an odd one is kept raw and takes nothing else with it. */
export function parseSheets(
  nodes: readonly JsonNode[],
  nowMs: number,
): { readonly snapshots: OrderSnapshot[]; readonly odd: OddOrder[] } {
  const snapshots: OrderSnapshot[] = [];
  const odd: OddOrder[] = [];
  for (const node of nodes) {
    const parsed = parseSheet(node, nowMs);
    if (parsed.ok) snapshots.push(parsed.snapshot);
    else odd.push(parsed.odd);
  }
  return { snapshots, odd };
}
