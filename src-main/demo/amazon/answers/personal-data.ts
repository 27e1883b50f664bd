import type { AmazonRole } from '../account.ts';
import type { AmazonOrder, FulfillmentStatus } from '../order.ts';
import { statusOf } from '../rules/order-status.ts';

/** What of the personal data one caller may see of one order. */
export interface Sight {
  hasAddress: boolean;
  hasPhone: boolean;
  hasEmail: boolean;
  hasBuyerName: boolean;
  hasGiftMessage: boolean;
}

const shippable: readonly FulfillmentStatus[] = ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'];
const nothing: Sight = {
  hasAddress: false,
  hasPhone: false,
  hasEmail: false,
  hasBuyerName: false,
  hasGiftMessage: false,
};

/**
 * Personal data by role and status (Orders v2026-01-01 model and its PII guide): the Direct-to-Consumer role, merchant-fulfilled orders
 * that are paid; the phone goes after the latest delivery date of a shipped order; names of buyers are for tax roles.
 */
export function sightOf(
  order: AmazonOrder,
  viewer: { roles: readonly AmazonRole[]; nowMs: number; isBlank: boolean },
): Sight {
  const status = statusOf(order);
  if (!shippable.includes(status) || viewer.isBlank) return nothing;
  const mayShip = viewer.roles.includes('direct-to-consumer-shipping') && order.fulfilledBy === 'MERCHANT';
  const isLongGone = status === 'SHIPPED' && viewer.nowMs > order.deliverByWindow.latestMs;
  const hasAddress = mayShip && !order.isAddressWithheld;
  return {
    hasAddress,
    hasPhone: hasAddress && !isLongGone,
    hasEmail: mayShip,
    hasBuyerName: viewer.roles.includes('tax-invoicing'),
    hasGiftMessage: mayShip,
  };
}
