import { type JsonNode, member } from '../shared/json.ts';
import { firstText, idOf, listOf, textOf, wholeOf } from './nodes.ts';
import type { LineParts, OrderParts, ParsedParts } from './order-parts.ts';
import { fromPacific } from './pacific.ts';
import { isSentWord, warehouseSends } from './parse-words.ts';
import { parseAmount } from './parse-money.ts';

/**
 * One order of aliexpress.trade.seller.orderlist.get (or of its twin, whose lines are wrapped under another name).
 * `atMs`: the platform's time of the answer, from which the time that is left is counted.
 */
export function parseListOrder(node: JsonNode, atMs: number): ParsedParts {
  const orderId = idOf(node, 'order_id');
  if (orderId === null) return { ok: false, remoteId: null, missing: 'order_id' };
  const status = textOf(node, 'order_status');
  const placedAtMs = fromPacific(textOf(node, 'gmt_create') ?? '');
  if (status === null || placedAtMs === null)
    return { ok: false, remoteId: orderId, missing: status === null ? 'order_status' : 'gmt_create' };
  const warnings: string[] = [];
  const lines = listOf(node, 'product_list').flatMap((line) => lineOf(line) ?? []);
  if (lines.length < Math.max(1, listOf(node, 'product_list').length)) warnings.push('line-unreadable');
  const parts: OrderParts = {
    orderId,
    status,
    issueStatus: textOf(node, 'issue_status'),
    frozenStatus: textOf(node, 'frozen_status'),
    isPaid: textOf(node, 'fund_status') !== 'NOT_PAY',
    isSent: isSentWord(textOf(node, 'logistics_status')),
    endReason: textOf(node, 'end_reason'),
    placedAtMs,
    dueAtMs: dueAtMs(node, atMs),
    lines,
    buyerId: textOf(node, 'buyer_login_id'),
    buyerName: textOf(node, 'buyer_signer_fullname'),
    total: parseAmount(member(node, 'pay_amount')),
    country: null,
    address: null,
    parcels: [],
  };
  return { ok: true, parts, warnings };
}

/** timeout_left_time in milliseconds, negative when overdue; or what is left in days, hours and minutes. */
function dueAtMs(node: JsonNode, atMs: number): number | null {
  const leftMs = wholeOf(node, 'timeout_left_time');
  if (leftMs !== null) return atMs + leftMs;
  const parts = ['left_send_good_day', 'left_send_good_hour', 'left_send_good_min'].map((key) => wholeOf(node, key));
  if (parts.every((part) => part === null)) return null;
  const [days = 0, hours = 0, minutes = 0] = parts.map((part) => part ?? 0);
  return atMs + ((days * 24 + hours) * 60 + minutes) * 60_000;
}

function lineOf(node: JsonNode): LineParts | null {
  const childId = idOf(node, 'child_id');
  const productId = idOf(node, 'product_id');
  const quantity = wholeOf(node, 'product_count');
  if (childId === null || productId === null || quantity === null || quantity < 0) return null;
  return {
    childId,
    productId,
    sku: textOf(node, 'sku_code'),
    title: textOf(node, 'product_name'),
    variant: null,
    quantity,
    unitPrice: parseAmount(member(node, 'product_unit_price')),
    status: firstText(node, 'son_order_status', 'show_status'),
    isWarehouses: warehouseSends(node),
    service: textOf(node, 'logistics_type'),
    note: textOf(node, 'memo'),
    issueStatus: textOf(node, 'issue_status'),
  };
}
