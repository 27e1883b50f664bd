import { z } from 'zod';
import type { AfterSaleMessage } from '../../../core/case/after-sale.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import { type CallFault, type Refused, UNEXPECTED } from './errors.ts';
import { REFUND_FIELDS } from './fields.ts';
import { parseGmt8 } from './gmt8.ts';
import type { TaobaoProxy } from './proxy.ts';
import { readRefund, type RefundShape } from './refund-schema.ts';
import { rows } from './rows.ts';
import { text } from './schema.ts';
import type { Operations } from './units-refund.ts';

type FoundRefund = { readonly ok: true; readonly node: JsonNode; readonly refund: RefundShape | null } | Refused;

export const isRefundUnknown = (fault: CallFault): boolean =>
  fault.kind === 'api' && /refund-not-exist|refund_id$/.test(fault.error.subCode);

/** One refund; `refund` is null when the platform does not know it. */
export async function fetchRefund(proxy: TaobaoProxy, refundId: string): Promise<FoundRefund> {
  if (!/^[1-9]\d{0,18}$/.test(refundId)) return { ok: true, node: null, refund: null };
  const answer = await proxy.call('taobao.refund.get', { refund_id: refundId, fields: REFUND_FIELDS });
  if (!answer.ok) return isRefundUnknown(answer.fault) ? { ok: true, node: null, refund: null } : answer;
  const node = member(answer.body, 'refund');
  const refund = readRefund(node);
  return refund?.refund_id === refundId ? { ok: true, node, refund } : UNEXPECTED;
}

/** What the platform itself lets the seller do; null when it would not tell. */
export async function fetchOperations(proxy: TaobaoProxy, refundId: string): Promise<Operations | null> {
  const fields = 'allowedOperations,refund_version';
  const answer = await proxy.call('taobao.refund.detail.get', { refund_id: refundId, fields });
  if (!answer.ok) return null;
  const detail = member(answer.body, 'detail');
  const codes = (name: string) =>
    (rows(detail, name, 'operation') ?? []).flatMap((node) => {
      const code = plain(member(node, 'operation_code'));
      return typeof code === 'string' ? [code] : [];
    });
  return { allowed: codes('allowed_operations'), notAllowed: codes('not_allowed_operations') };
}

const message = z.object({ content: text, created: text, owner_role: text });
const BY: Readonly<Record<string, AfterSaleMessage['by']>> = { 1: 'buyer', 2: 'seller', 3: 'platform' };

/** The first hundred words of a case, oldest first; null when they could not be had. */
export async function fetchMessages(proxy: TaobaoProxy, refundId: string): Promise<readonly AfterSaleMessage[] | null> {
  const fields = 'id,content,created,message_type,owner_role';
  const paging = { page_no: '1', page_size: '100' };
  const answer = await proxy.call('taobao.refund.messages.get', { refund_id: refundId, fields, ...paging });
  if (!answer.ok) return null;
  const found = (rows(answer.body, 'refund_messages', 'refund_message') ?? []).flatMap((node): AfterSaleMessage[] => {
    const shape = message.safeParse(plain(node)).data;
    if (shape === undefined || shape.content === null) return [];
    const by = BY[shape.owner_role ?? ''] ?? 'platform';
    return [{ by, atMs: parseGmt8(shape.created ?? ''), text: shape.content }];
  });
  return found.sort((left, right) => (left.atMs ?? 0) - (right.atMs ?? 0));
}
