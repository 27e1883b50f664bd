import { isoCountry } from '../../../core/address/country-code.ts';
import type { RemoteParcel } from '../../../core/order/facts.ts';
import { type JsonNode, member, plain, readJson } from '../shared/json.ts';
import { firstText, idOf, listOf, textOf, wholeOf } from './nodes.ts';
import type { LineParts, OrderParts, ParsedParts } from './order-parts.ts';
import { fromPacific } from './pacific.ts';
import { parseAddress } from './parse-address.ts';
import { parseAmount } from './parse-money.ts';
import { isSentWord, warehouseSends } from './parse-words.ts';

/** One order of aliexpress.trade.new.redefining.findorderbyid (its `target`). */
export function parseDetailOrder(node: JsonNode): ParsedParts {
  const orderId = idOf(node, 'id', 'order_id');
  if (orderId === null) return { ok: false, remoteId: null, missing: 'id' };
  const status = textOf(node, 'order_status');
  const placedAtMs = fromPacific(textOf(node, 'gmt_create') ?? '');
  if (status === null || placedAtMs === null)
    return { ok: false, remoteId: orderId, missing: status === null ? 'order_status' : 'gmt_create' };
  const children = listOf(node, 'child_order_list');
  const lines = children.flatMap((child) => lineOf(child) ?? []);
  const address = member(node, 'receipt_address');
  const countryCode = textOf(address, 'country') ?? textOf(member(node, 'buyer_info'), 'country');
  const country = countryCode === null ? null : isoCountry(countryCode);
  const dueText = textOf(node, 'over_time_left');
  const dueAtMs = dueText === null ? null : fromPacific(dueText);
  const parts: OrderParts = {
    orderId,
    status,
    issueStatus: textOf(node, 'issue_status'),
    frozenStatus: textOf(node, 'frozen_status'),
    isPaid: textOf(node, 'fund_status') !== 'NOT_PAY',
    isSent: isSentWord(textOf(node, 'logistics_status')),
    endReason: firstText(node, 'order_end_reason', 'end_reason'),
    placedAtMs,
    dueAtMs,
    lines,
    buyerId: buyerLoginId(node),
    buyerName: firstText(node, 'buyer_signer_fullname'),
    total: firstAmount(node, ['pay_amount', 'order_amount', 'new_order_amount']),
    country,
    address: parseAddress(address),
    parcels: listOf(node, 'logistic_info_list').flatMap((parcel) => parcelOf(parcel) ?? []),
  };
  const warnings = [
    ...(lines.length < Math.max(1, children.length) ? ['line-unreadable'] : []),
    ...(countryCode !== null && country === null ? ['unknown-country'] : []),
    ...(dueText !== null && dueAtMs === null ? ['ship-by-unreadable'] : []),
  ];
  return { ok: true, parts, warnings };
}

/** What the answers to cancel requests and disputes want beside the order. */
export function buyerLoginId(detail: JsonNode): string | null {
  return firstText(detail, 'buyerloginid', 'buyer_login_id') ?? textOf(member(detail, 'buyer_info'), 'login_id');
}

function firstAmount(node: JsonNode, keys: readonly string[]): OrderParts['total'] {
  for (const key of keys) {
    const money = parseAmount(member(node, key));
    if (money !== null) return money;
  }
  return null;
}

function lineOf(node: JsonNode): LineParts | null {
  // The id is a number under one name and a text under the other.
  const childId = idOf(node, 'child_order_id', 'id');
  const productId = idOf(node, 'product_id');
  const quantity = wholeOf(node, 'product_count');
  if (childId === null || productId === null || quantity === null || quantity < 0) return null;
  return {
    childId,
    productId,
    sku: textOf(node, 'sku_code'),
    title: textOf(node, 'product_name'),
    variant: variantOf(textOf(node, 'product_attributes')),
    quantity,
    unitPrice: parseAmount(member(node, 'product_price')),
    status: textOf(node, 'order_status'),
    isWarehouses: warehouseSends(node),
    service: textOf(node, 'logistics_type'),
    note: firstText(node, 'buyer_memo', 'memo'),
    issueStatus: textOf(node, 'issue_status'),
  };
}

/** product_attributes is JSON in a text: {"sku":[{"pName":"Color","pValue":"White"}]}. */
function variantOf(text: string | null): string | null {
  const parsed = text === null ? null : readJson(text);
  const values = listOf(parsed?.node, 'sku').flatMap((one) => {
    const value = plain(member(one, 'pValue')) ?? plain(member(one, 'selfDefineValue'));
    return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
  });
  return values.join(' / ') || null;
}

/** The key under which a parcel was declared comes first: it is what a correction must name again. */
function parcelOf(node: JsonNode): RemoteParcel | null {
  const trackingNumber = textOf(node, 'logistics_no');
  if (trackingNumber === null) return null;
  return {
    trackingNumber,
    carrier: firstText(node, 'logistics_type_code', 'logistics_service_name'),
    shippedAtMs: fromPacific(textOf(node, 'gmt_send') ?? ''),
    items: null,
  };
}
