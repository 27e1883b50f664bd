import type { AfterSale, AfterSaleMessage } from '../../../core/case/after-sale.ts';
import { safe } from './errors.ts';
import { parseGmt8 } from './gmt8.ts';
import { parseYuan } from './parse-lines.ts';
import type { RefundShape } from './refund-schema.ts';
import { openActions, type Operations, refundKind, refundStage } from './units-refund.ts';

/** A refund as a case; null when it does not say when it was opened. `told`: messages, oldest first. */
export function parseRefund(
  refund: RefundShape,
  told: readonly AfterSaleMessage[],
  operations: Operations | null,
): { readonly afterSale: AfterSale; readonly warnings: readonly string[] } | null {
  const openedAtMs = parseGmt8(refund.created ?? '');
  if (openedAtMs === null) return null;
  const warnings: string[] = [];
  const stage = refundStage(refund);
  if (stage === 'unknown') warnings.push(`unknown-status:${safe(refund.status ?? '')}`);
  const clock = refund.refund_remind_timeout;
  const first: readonly AfterSaleMessage[] =
    refund.desc === null ? [] : [{ by: 'buyer', atMs: openedAtMs, text: refund.desc }];
  const afterSale: AfterSale = {
    platform: 'taobao',
    kind: refundKind(refund),
    remoteId: refund.refund_id,
    orderRemoteId: refund.tid,
    orderNumber: refund.tid,
    stage,
    rawStatus: refund.status ?? '',
    reason: refund.reason,
    messages: [...first, ...told],
    amount: parseYuan(refund.refund_fee, warnings),
    items: [{ remoteSku: listingOf(refund), title: refund.title ?? '', quantity: Number(refund.num ?? '1') || 1 }],
    rating: null,
    trackingNumber: refund.sid,
    carrier: refund.company_name,
    openedAtMs,
    updatedAtMs: parseGmt8(refund.modified ?? '') ?? openedAtMs,
    dueAtMs: clock?.exist_timeout === true ? parseGmt8(clock.timeout ?? '') : null,
    openActions: stage === 'closed' || stage === 'unknown' ? [] : openActions(refund, operations),
  };
  return { afterSale, warnings };
}

/** As OrderLine.remoteSku; `sku` reads 'sku_id|properties'. */
function listingOf({ num_iid: item, sku }: RefundShape): string {
  const variant = /^([1-9]\d{0,18})\|/.exec(sku ?? '')?.[1];
  return [item, variant].filter((part) => typeof part === 'string').join(':');
}
