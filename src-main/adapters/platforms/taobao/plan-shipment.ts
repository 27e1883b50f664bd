import type { EffectOf } from '../../../core/order/effects.ts';
import type { ApiName } from './apis.ts';
import { childrenOf, isReplaced } from './progress.ts';
import type { TradeShape } from './schema.ts';
import { hasOpenRefund, isClosed, isShipped, isToShip } from './units-status.ts';

export type ShipmentPlan =
  | { readonly ok: true; readonly api: ApiName; readonly parameters: Readonly<Record<string, string>> }
  /** The platform would refuse it for certain, or it must not be sent; nothing is. */
  | { readonly ok: false; readonly code: string };

const no = (code: string): ShipmentPlan => ({ ok: false, code });

/**
 * The call that gives a parcel its number: a shipment of one's own, or a correction of what was declared. A trade that was
 * split once has to be split always (errors CD22 to CD31), and it is split by child orders only. `wasSplit`: the platform
 * said that it was, where the trade does not show it. Pure.
 */
export function planShipment(trade: TradeShape, effect: EffectOf<'push-tracking'>, wasSplit = false): ShipmentPlan {
  if (effect.carrier === null || effect.carrier === '') return no('carrier-missing');
  const base = { tid: trade.tid, out_sid: effect.trackingNumber, company_code: effect.carrier };
  const replaced = trade.orders.filter((child) => isReplaced(child, effect));
  if (replaced.length > 0) {
    return {
      ok: true,
      api: 'taobao.logistics.consign.resend',
      parameters: { ...base, ...splitOf(trade, replaced, wasSplit) },
    };
  }
  const mine = childrenOf(trade, effect);
  const waiting = mine.filter(isToShip);
  if (waiting.length === 0) return no('already-shipped');
  // Never ship what the buyer wants his money back for (refund_status of the child).
  if (waiting.some(hasOpenRefund)) return no('refund-open');
  if (waiting.some((child) => child.is_sh_ship) || trade.is_sh_ship) return no('shipping-forbidden');
  return {
    ok: true,
    api: 'taobao.logistics.offline.send',
    parameters: { ...base, ...splitOf(trade, waiting, wasSplit) },
  };
}

/** Nothing for a parcel with all that is alive in a trade that was never split. */
function splitOf(
  trade: TradeShape,
  inside: readonly { readonly oid: string }[],
  wasSplit: boolean,
): Readonly<Record<string, string>> {
  const alive = trade.orders.filter((child) => !isClosed(child));
  const numbers = new Set(alive.filter(isShipped).map((child) => child.invoice_no));
  const looksSplit = numbers.size > 1 || (numbers.size === 1 && alive.some(isToShip));
  if (!wasSplit && !looksSplit && inside.length === alive.length) return {};
  return { is_split: '1', sub_tid: inside.map((child) => child.oid).join(',') };
}
