import { z } from 'zod';

/**
 * The shapes that are read from an order of Orders API v2026-01-01, after `plain()` turned every number into its text.
 * Only what an order cannot be without may fail (its id, its items, their ids and quantities); everything else that looks
 * odd reads as absent, because the models' own samples break their own schemas.
 */
const MAX_TEXT = 4_000;

export const text = z
  .string()
  .transform((value) => value.trim().slice(0, MAX_TEXT))
  .transform((value) => (value === '' ? null : value))
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

export const texts = z
  .array(z.unknown())
  .transform((items) => items.filter((item) => typeof item === 'string'))
  .nullish()
  .transform((items) => items ?? [])
  .catch([]);

const count = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number);
const countOrNull = count.nullish().catch(null);

export const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .object(shape)
    .nullish()
    .transform((value) => value ?? null)
    .catch(null);

/** Each entry by itself: an odd one is left out. */
export const list = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .array(z.object(shape).nullable().catch(null))
    .transform((items) => items.filter((item) => item !== null))
    .nullish()
    .transform((items) => items ?? [])
    .catch([]);

const identity = z.string().trim().min(1).max(100);
/** `{amount: "12.34", currencyCode: "USD"}`; the amount is a text. */
const money = object({ amount: text, currencyCode: text });
const window = object({ earliestDateTime: text, latestDateTime: text });

const item = z.object({
  orderItemId: identity,
  quantityOrdered: count,
  programs: texts,
  product: object({
    asin: text,
    title: text,
    sellerSku: text,
    price: object({ unitPrice: money }),
    customization: object({ customizedUrl: text }),
  }),
  cancellation: object({
    cancellationRequest: object({ requester: text, cancelReason: text }),
    cancellationExecution: object({ cancelledBy: text, cancelReason: text }),
  }),
  fulfillment: object({
    quantityFulfilled: countOrNull,
    quantityUnfulfilled: countOrNull,
    packing: object({ giftOption: object({ giftMessage: text, giftWrapLevel: text }) }),
    shipping: object({
      shippingConstraints: z.record(z.string(), z.unknown()).nullish().catch(null),
      internationalShipping: object({ iossNumber: text }),
    }),
  }),
});
export type ItemShape = z.infer<typeof item>;

const deliveryAddress = object({
  name: text,
  companyName: text,
  addressLine1: text,
  addressLine2: text,
  addressLine3: text,
  city: text,
  districtOrCounty: text,
  stateOrRegion: text,
  municipality: text,
  postalCode: text,
  countryCode: text,
  phone: text,
  extendedFields: object({ streetName: text, streetNumber: text, complement: text, neighborhood: text }),
});
export type AddressShape = NonNullable<z.infer<typeof deliveryAddress>>;

const packages = list({
  packageReferenceId: text,
  carrier: text,
  shipTime: text,
  trackingNumber: text,
  packageStatus: object({ status: text, detailedStatus: text }),
  packageItems: list({ orderItemId: identity, quantity: count }),
});
export type PackageShape = z.infer<typeof packages>[number];

export const orderSchema = z.object({
  orderId: identity,
  createdTime: text,
  lastUpdatedTime: text,
  programs: texts,
  associatedOrders: list({ orderId: text, associationType: text }),
  salesChannel: object({ marketplaceId: text, marketplaceName: text }),
  buyer: object({ buyerName: text, buyerPurchaseOrderNumber: text }),
  recipient: object({
    deliveryAddress,
    deliveryPreference: object({ dropOffLocation: text, addressInstruction: text }),
  }),
  proceeds: object({ grandTotal: money }),
  fulfillment: object({
    fulfillmentStatus: text,
    fulfilledBy: text,
    fulfillmentServiceLevel: text,
    shipByWindow: window,
    deliverByWindow: window,
  }),
  orderItems: z.array(item).max(1_000),
  packages,
});
export type OrderShape = z.infer<typeof orderSchema>;
