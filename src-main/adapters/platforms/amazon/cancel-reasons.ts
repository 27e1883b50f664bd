import type { CancelReason } from '../../../app/ports/platform-connector.ts';

/** CancelReason of an order acknowledgement (OrderAcknowledgement.xsd), those that a seller may have. */
const REASONS: readonly (readonly [string, string])[] = [
  ['NoInventory', 'No inventory'],
  ['ShippingAddressUndeliverable', 'Shipping address undeliverable'],
  ['CustomerExchange', 'Customer exchange'],
  ['BuyerCanceled', 'Buyer cancelled'],
  ['PriceError', 'Pricing error'],
  ['GeneralAdjustment', 'General adjustment'],
  ['CarrierCoverageFailure', 'Carrier coverage failure'],
];

/** The reason of a cancellation that the buyer asked for: it does not count against the seller. */
export const BUYER_CANCELED = 'BuyerCanceled';

export const CANCEL_REASONS: readonly CancelReason[] = REASONS.map(([id, title]) => ({
  id,
  title,
  needsMessage: false,
}));

export const isCancelReason = (id: string): boolean => REASONS.some(([known]) => known === id);
