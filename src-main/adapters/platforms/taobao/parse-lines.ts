import type { Money } from '../../../core/money/money.ts';
import { parseMoney } from '../../../core/money/money.ts';
import type { OrderLine, RemoteParcel } from '../../../core/order/facts.ts';
import { safe } from './errors.ts';
import { parseGmt8 } from './gmt8.ts';
import type { ChildShape } from './schema.ts';
import { isClosed, isKnownRefundWord, isKnownStatus } from './units-status.ts';

/** Yuan as text → fen; null with a warning when it is no amount. */
export function parseYuan(amount: string | null, warnings: string[]): Money | null {
  if (amount === null) return null;
  const parsed = parseMoney(amount, 'CNY');
  if (parsed.ok) return parsed.money;
  warnings.push('price-unreadable');
  return null;
}

/** Child orders → lines. A child that was refunded or closed leaves nothing to ship. */
export function parseLines(children: readonly ChildShape[], warnings: string[]): OrderLine[] {
  if (children.length === 0) warnings.push('no-lines');
  return children.map((child) => {
    if (!isKnownStatus(child.status)) warnings.push(`unknown-line-status:${safe(child.status ?? '')}`);
    if (!isKnownRefundWord(child.refund_status))
      warnings.push(`unknown-refund-status:${safe(child.refund_status ?? '')}`);
    const sku = child.outer_sku_id ?? child.outer_iid;
    return {
      remoteId: child.oid,
      remoteSku: listingOf(child),
      sku: sku ?? listingOf(child),
      title: child.title ?? sku ?? child.oid,
      variant: child.sku_properties_name,
      quantity: isClosed(child) ? 0 : child.num,
      unitPrice: parseYuan(child.price, warnings),
    };
  });
}

/** 'num_iid:sku_id', or 'num_iid' alone for a listing without variants: what the stock calls are made from. */
const listingOf = ({ num_iid: item, sku_id: sku }: ChildShape): string =>
  [item, sku].filter((part) => part !== null && part !== '0').join(':');

/** Parcels by the numbers that the children carry; a child never lies in two of them. */
export function parseParcels(children: readonly ChildShape[]): RemoteParcel[] {
  const numbers = [...new Set(children.flatMap((child) => child.invoice_no ?? []))];
  return numbers.map((trackingNumber) => {
    const inside = children.filter((child) => child.invoice_no === trackingNumber);
    return {
      trackingNumber,
      carrier: inside[0]?.logistics_company ?? null,
      shippedAtMs: parseGmt8(inside[0]?.consign_time ?? ''),
      items: inside.map((child) => ({ lineRemoteId: child.oid, quantity: child.num })),
    };
  });
}
