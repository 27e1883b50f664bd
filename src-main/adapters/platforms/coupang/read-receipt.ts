import { type JsonNode, jsonInteger, member, plain } from '../shared/json.ts';
import type { CallFault } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { type ReceiptShape, receiptSchema } from './receipt-schema.ts';

export type ReceiptRead =
  | { readonly ok: true; readonly node: JsonNode; readonly shape: ReceiptShape }
  /** The platform has no such request, or no more: withdrawn ones disappear. */
  | { readonly ok: true; readonly node: null }
  | { readonly ok: false; readonly fault: CallFault };

/** One request as it stands now. Never throws. */
export async function readReceipt(
  { proxy, paths }: ConnectorContext,
  receiptId: string,
  purpose: 'background' | 'push',
): Promise<ReceiptRead> {
  const answer = await proxy.call({ method: 'GET', path: paths.vendor('v6', `returnRequests/${receiptId}`) }, purpose);
  if (!answer.ok) {
    const { fault } = answer;
    const isNone = fault.kind === 'api' && fault.status === 400;
    return isNone ? { ok: true, node: null } : answer;
  }
  const data = member(answer.body, 'data');
  const node: JsonNode = Array.isArray(data) ? data[0] : data;
  if (node === undefined || node === null) return { ok: true, node: null };
  const shape = receiptSchema.safeParse(plain(node)).data;
  return shape === undefined ? { ok: false, fault: { kind: 'unexpected-answer' } } : { ok: true, node, shape };
}

export interface Withdrawal {
  readonly node: JsonNode;
  readonly createdAt: string | null;
  readonly orderId: string | null;
}

/** The record of a withdrawn request (returnWithdrawList); null when it was not withdrawn. Never throws. */
export async function readWithdrawal(
  { proxy, paths }: ConnectorContext,
  receiptId: string,
): Promise<
  { readonly ok: true; readonly withdrawal: Withdrawal | null } | { readonly ok: false; readonly fault: CallFault }
> {
  const body = { cancelIds: [jsonInteger(receiptId)] };
  const answer = await proxy.call(
    { method: 'POST', path: paths.vendor('v4', 'returnWithdrawList'), body },
    'background',
  );
  if (!answer.ok) return answer;
  const data = member(answer.body, 'data');
  const node: JsonNode = Array.isArray(data) ? data.find((one) => plain(member(one, 'cancelId')) === receiptId) : null;
  if (node === undefined || node === null) return { ok: true, withdrawal: null };
  const word = (name: string): string | null => {
    const value = plain(member(node, name));
    return typeof value === 'string' ? value : null;
  };
  return { ok: true, withdrawal: { node, createdAt: word('createdAt'), orderId: word('orderId') } };
}
