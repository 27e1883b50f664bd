import type { OrderShape } from './schema.ts';

/** What the buyer wrote: gift messages, how to find the door, the number of a company's purchase order. */
export function noteOf({ orderItems, recipient, buyer }: OrderShape): string | null {
  const gifts = orderItems.flatMap(({ fulfillment }) => {
    const gift = fulfillment?.packing?.giftOption ?? null;
    if (gift === null) return [];
    return [['🎁', gift.giftWrapLevel, gift.giftMessage].filter((part) => part !== null).join(' ')];
  });
  const preference = recipient?.deliveryPreference ?? null;
  const order = buyer?.buyerPurchaseOrderNumber ?? null;
  const notes = [
    ...new Set(gifts),
    preference?.addressInstruction ?? null,
    preference?.dropOffLocation ?? null,
    order === null ? null : `PO ${order}`,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : notes.join('\n');
}

/** The shipping speed that the buyer chose, with the programmes of the order. */
export function serviceOf({ fulfillment, programs }: OrderShape): string | null {
  const words = [fulfillment?.fulfillmentServiceLevel ?? null, ...programs].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(' · ').slice(0, 200);
}

/** Codes of what the parcel needs and no field of an order holds. */
export function careWarnings({ associatedOrders, orderItems }: OrderShape): string[] {
  const warnings: string[] = [];
  for (const { associationType, orderId } of associatedOrders) {
    const kind = associationType === 'EXCHANGE_ORIGINAL_ID' ? 'exchange-of' : 'replacement-of';
    warnings.push(`${kind}:${safeWord(orderId ?? '')}`);
  }
  for (const item of orderItems) {
    const shipping = item.fulfillment?.shipping ?? null;
    const ioss = shipping?.internationalShipping?.iossNumber ?? null;
    // Amazon collected the VAT: the carrier must be given this number for a parcel into the EU.
    if (ioss !== null) warnings.push(`ioss:${safeWord(ioss)}`);
    for (const name of Object.keys(shipping?.shippingConstraints ?? {})) warnings.push(`must-have:${safeWord(name)}`);
    if (item.programs.includes('TRANSPARENCY')) warnings.push('needs-transparency-codes');
    if ((item.product?.customization?.customizedUrl ?? null) !== null) warnings.push('customized-item');
  }
  return [...new Set(warnings)];
}

/** A platform's word, cut down to what may stand in a code. */
export const safeWord = (word: string): string => word.replace(/[^\w-]+/g, '_').slice(0, 60);
