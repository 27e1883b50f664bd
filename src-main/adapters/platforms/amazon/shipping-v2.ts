import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { LabelOffer, LabelOffers } from '../../../app/ports/platform-connector.ts';
import { moneyToDecimal } from '../../../core/money/money.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import type { ParcelRequest } from './parcel-request.ts';
import { decimalMoney } from './parse-money.ts';
import { parseTime } from './parse-time.ts';
import { list, object, text } from './schema.ts';

/** Ship-from country → Amazon Shipping programme (Shipping API v2, x-amzn-shipping-business-id). */
const BUSINESS_IDS: Readonly<Record<string, string>> = {
  US: 'AmazonShipping_US',
  GB: 'AmazonShipping_UK',
  IN: 'AmazonShipping_IN',
  IT: 'AmazonShipping_IT',
  ES: 'AmazonShipping_ES',
  FR: 'AmazonShipping_FR',
  JP: 'AmazonShipping_JP',
  AE: 'AmazonShipping_UAE',
  SA: 'AmazonShipping_SA',
  EG: 'AmazonShipping_EG',
};

/** Null where Shipping v2 serves no parcels of the country. */
export const businessIdOf = (country: string): string | null => BUSINESS_IDS[country] ?? null;

const documentSpecifications = list({
  format: text,
  size: object({ width: text, length: text, unit: text }),
  printOptions: list({
    supportedDPIs: z.array(z.string()).nullish().catch(null),
    supportedPageLayouts: z.array(z.string()).nullish().catch(null),
    supportedFileJoiningOptions: z.array(z.boolean()).nullish().catch(null),
  }),
});

const ratesSchema = z.object({
  requestToken: z.string().min(1),
  rates: list({
    rateId: z.string().min(1),
    carrierId: z.string().min(1),
    carrierName: text,
    serviceId: z.string().min(1),
    serviceName: text,
    totalCharge: object({ value: text, unit: text }),
    promise: object({ deliveryWindow: object({ end: text }) }),
    supportedDocumentSpecifications: documentSpecifications,
    requiresAdditionalInputs: z.boolean().nullish().catch(null),
  }),
  ineligibleRates: list({ serviceName: text, ineligibilityReasons: list({ code: text }) }),
});
export type Rates = z.infer<typeof ratesSchema>;
export type Rate = Rates['rates'][number];

/** Answer of getRates; null when it cannot be read. */
export const readRates = (body: JsonNode): Rates | null =>
  ratesSchema.safeParse(plain(member(body, 'payload'))).data ?? null;

/** Body of getRates for an order of Amazon; the recipient is taken from the order. */
export function ratesBody(parcel: ParcelRequest): JsonNode {
  const { measure, shipFrom, currency } = parcel;
  const [addressLine1 = '', addressLine2] = shipFrom.lines;
  return {
    shipFrom: {
      name: shipFrom.name,
      addressLine1,
      ...(addressLine2 === undefined ? {} : { addressLine2 }),
      stateOrRegion: shipFrom.state,
      city: shipFrom.city,
      countryCode: shipFrom.country,
      postalCode: shipFrom.postcode,
      email: shipFrom.email,
      phoneNumber: shipFrom.phone,
    },
    packages: [
      {
        dimensions: {
          length: measure.lengthMm / 10,
          width: measure.widthMm / 10,
          height: measure.heightMm / 10,
          unit: 'CENTIMETER',
        },
        weight: { unit: 'GRAM', value: measure.weightGrams },
        // Required; nobody asked for an insurance.
        insuredValue: { value: 0, unit: currency },
        packageClientReferenceId: parcel.reference,
        items: parcel.items.map(({ orderItemId, quantity, title, unitPrice }) => ({
          itemIdentifier: orderItemId,
          quantity,
          description: title.slice(0, 100),
          ...(unitPrice === null
            ? {}
            : { itemValue: { value: Number(moneyToDecimal(unitPrice)), unit: unitPrice.currency } }),
        })),
      },
    ],
    channelDetails: { channelType: 'AMAZON', amazonOrderDetails: { orderId: parcel.orderId } },
  };
}

/** The same for every try, and only for this service: rate ids change with every question. */
export const offerIdOf = ({ carrierId, serviceId }: Rate): string => `v2:${carrierId}:${serviceId}`;

export function offersOf({ rates, ineligibleRates }: Rates, deliverByMs: number | null): LabelOffers {
  return {
    offers: rates.map((rate): LabelOffer => {
      const arrivesMs = parseTime(rate.promise?.deliveryWindow?.end ?? null);
      const isSlow = arrivesMs !== null && deliverByMs !== null && arrivesMs > deliverByMs;
      const needsMore = rate.requiresAdditionalInputs === true;
      return {
        id: offerIdOf(rate),
        carrier: rate.carrierName ?? rate.carrierId,
        service: rate.serviceName ?? rate.serviceId,
        price: priceOf(rate),
        deliverByMs: arrivesMs,
        timeliness: null,
        isBuyersChoice: false,
        warnings: [...(isSlow ? ['slower-than-promised'] : []), ...(needsMore ? ['needs-extra-data'] : [])],
      };
    }),
    refused: ineligibleRates.map(({ serviceName, ineligibilityReasons }) => ({
      service: serviceName ?? '',
      code: ineligibilityReasons[0]?.code ?? 'UNKNOWN',
    })),
  };
}

export const priceOf = ({ totalCharge }: Rate) => decimalMoney(totalCharge?.value ?? null, totalCharge?.unit ?? null);

/** The effect's key as the platform's own: bound to one order and parcel. */
export function idempotencyKey(remoteId: string, reference: string, key: string): string {
  return createHash('sha256').update([remoteId, reference, key].join('\n')).digest('hex').slice(0, 40);
}

const purchaseSchema = z.object({
  shipmentId: z.string().min(1),
  packageDocumentDetails: list({ trackingId: text }),
});

/** Answer of purchaseShipment; null when it cannot be read. */
export function readPurchase(
  body: JsonNode,
): { readonly shipmentId: string; readonly trackingNumber: string | null } | null {
  const read = purchaseSchema.safeParse(plain(member(body, 'payload'))).data;
  if (read === undefined) return null;
  return { shipmentId: read.shipmentId, trackingNumber: read.packageDocumentDetails[0]?.trackingId ?? null };
}
