import { hash } from 'node:crypto';
import { placeParts } from '../../core/address/address.ts';
import type { Order } from '../../core/order/order.ts';
import { isCorrected, shipTo } from '../../core/order/ship-to.ts';

/** 22 letters of base64 hold 132 bits: no two buyers of a shop will share them. */
const KEY_LENGTH = 22;

/**
 * Equal for orders that go to one person at one address of one shop, and nothing that can be read. Null where the address
 * is missing, sealed, masked, or too little to name a door: what is hidden may be anybody.
 */
export function buyerKeyOf(order: Pick<Order, 'shopId' | 'facts' | 'work'>): string | null {
  const address = shipTo(order);
  if (address === null || (order.facts.isAddressSealed && !isCorrected(order))) return null;
  const parts = placeParts(address);
  const [name, street] = parts;
  if (name === '' || street === '' || parts.some((part) => /[*＊]/.test(part))) return null;
  return hash('sha256', [order.shopId, ...parts].join('\n'), 'base64url').slice(0, KEY_LENGTH);
}
