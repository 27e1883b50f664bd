import { z } from 'zod';
import type { LabelOffer, LabelOffers } from '../../../app/ports/platform-connector.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import type { ParcelRequest } from './parcel-request.ts';
import { decimalMoney } from './parse-money.ts';
import { parseTime } from './parse-time.ts';
import { list, object, text } from './schema.ts';
import type { LabelFormat, ShipFrom } from './settings.ts';

const servicesSchema = z.object({
  ShippingServiceList: list({
    ShippingServiceId: z.string().min(1),
    ShippingServiceOfferId: text,
    ShippingServiceName: text,
    CarrierName: text,
    Rate: object({ CurrencyCode: text, Amount: text }),
    LatestEstimatedDeliveryDate: text,
    RequiresAdditionalSellerInputs: z.boolean().nullish().catch(null),
  }),
  RejectedShippingServiceList: list({ ShippingServiceName: text, RejectionReasonCode: text }),
  TemporarilyUnavailableCarrierList: list({ CarrierName: text }),
  TermsAndConditionsNotAcceptedCarrierList: list({ CarrierName: text }),
});
export type MfnServices = z.infer<typeof servicesSchema>;
export type MfnService = MfnServices['ShippingServiceList'][number];

/** Answer of getEligibleShipmentServices (Merchant Fulfillment API v0); null when it cannot be read. */
export const readServices = (body: JsonNode): MfnServices | null =>
  servicesSchema.safeParse(plain(member(body, 'payload'))).data ?? null;

/** Names as the model bounds them. */
export function mfnAddress({ name, lines, city, state, postcode, country, phone, email }: ShipFrom): JsonNode {
  const [AddressLine1 = '', AddressLine2] = lines;
  return {
    Name: name,
    AddressLine1,
    ...(AddressLine2 === undefined ? {} : { AddressLine2 }),
    City: city,
    StateOrProvinceCode: state,
    PostalCode: postcode,
    CountryCode: country,
    Phone: phone,
    Email: email,
  };
}

/** ShipmentRequestDetails; the recipient is taken from the order. */
export function requestDetails(parcel: ParcelRequest, labelFormat: LabelFormat): JsonNode {
  const { measure, constraints } = parcel;
  return {
    AmazonOrderId: parcel.orderId,
    ItemList: parcel.items.map(({ orderItemId, quantity }) => ({ OrderItemId: orderItemId, Quantity: quantity })),
    ShipFromAddress: mfnAddress(parcel.shipFrom),
    PackageDimensions: {
      Length: measure.lengthMm / 10,
      Width: measure.widthMm / 10,
      Height: measure.heightMm / 10,
      Unit: 'centimeters',
    },
    Weight: { Value: measure.weightGrams, Unit: 'g' },
    ShippingServiceOptions: {
      DeliveryExperience: experienceOf(constraints),
      CarrierWillPickUp: false,
      LabelFormat: labelFormat,
    },
  };
}

function experienceOf(constraints: readonly string[]): string {
  if (constraints.includes('recipientAgeVerification')) return 'DeliveryConfirmationWithAdultSignature';
  return constraints.includes('signatureConfirmation')
    ? 'DeliveryConfirmationWithSignature'
    : 'DeliveryConfirmationWithoutSignature';
}

export const mfnOfferId = ({ ShippingServiceId }: MfnService): string => `mfn:${ShippingServiceId}`;

export const mfnPrice = ({ Rate }: MfnService) => decimalMoney(Rate?.Amount ?? null, Rate?.CurrencyCode ?? null);

export function mfnOffers(services: MfnServices, deliverByMs: number | null): LabelOffers {
  const offers = services.ShippingServiceList.map((service): LabelOffer => {
    const arrivesMs = parseTime(service.LatestEstimatedDeliveryDate);
    const isSlow = arrivesMs !== null && deliverByMs !== null && arrivesMs > deliverByMs;
    return {
      id: mfnOfferId(service),
      carrier: service.CarrierName ?? '',
      service: service.ShippingServiceName ?? service.ShippingServiceId,
      price: mfnPrice(service),
      deliverByMs: arrivesMs,
      timeliness: null,
      isBuyersChoice: false,
      warnings: isSlow ? ['slower-than-promised'] : [],
    };
  });
  const named = (code: string) => (one: { readonly CarrierName: string | null }) => ({
    service: one.CarrierName ?? '',
    code,
  });
  const refused = [
    ...services.RejectedShippingServiceList.map((one) => ({
      service: one.ShippingServiceName ?? '',
      code: one.RejectionReasonCode ?? 'UNKNOWN',
    })),
    ...services.TemporarilyUnavailableCarrierList.map(named('temporarily-unavailable')),
    ...services.TermsAndConditionsNotAcceptedCarrierList.map(named('terms-not-accepted')),
  ];
  return { offers, refused };
}

const inputsSchema = z.object({
  ShipmentLevelFields: list({
    AdditionalInputFieldName: z.string().min(1),
    SellerInputDefinition: object({
      IsRequired: z.boolean().nullish().catch(null),
      DataType: text,
      InputDisplayText: text,
      StoredValue: object({ DataType: text, ValueAsString: text }),
    }),
  }),
  ItemLevelFieldsList: z.array(z.unknown()).nullish().catch(null),
});

/**
 * What getAdditionalSellerInputs wants to know, answered: a description of the goods from their titles, and what Amazon
 * has stored. Another required field is named in `missing`.
 */
export function sellerInputs(
  body: JsonNode,
  titles: readonly string[],
): { readonly inputs: readonly JsonNode[]; readonly missing: string | null } {
  const read = inputsSchema.safeParse(plain(member(body, 'payload'))).data;
  if (read === undefined) return { inputs: [], missing: 'unexpected-answer' };
  const inputs: JsonNode[] = [];
  let missing = (read.ItemLevelFieldsList ?? []).length > 0 ? 'item-data' : null;
  for (const { AdditionalInputFieldName, SellerInputDefinition: definition } of read.ShipmentLevelFields) {
    if (definition?.IsRequired !== true) continue;
    const isDescription = /description/i.test(`${AdditionalInputFieldName} ${definition.InputDisplayText ?? ''}`);
    const value = definition.StoredValue?.ValueAsString ?? (isDescription ? goodsText(titles) : null);
    if (value === null || definition.DataType !== 'String') missing ??= AdditionalInputFieldName.slice(0, 60);
    else
      inputs.push({
        AdditionalInputFieldName,
        AdditionalSellerInput: { DataType: 'String', ValueAsString: value },
      });
  }
  return { inputs, missing };
}

/** Customs forms know Latin letters, and few of them. */
function goodsText(titles: readonly string[]): string {
  const latin = titles.map((title) => title.replace(/[^\x20-\x7e]+/g, ' ').trim()).filter((title) => title !== '');
  return (latin.join(', ') || 'Merchandise').slice(0, 60).trim();
}

const shipmentSchema = z.object({
  ShipmentId: z.string().min(1),
  TrackingId: text,
  Status: text,
  ShippingService: object({ CarrierName: text }),
  Label: object({ FileContents: object({ Contents: z.string().nullish().catch(null) }) }),
});
export type MfnShipment = z.infer<typeof shipmentSchema>;

/** Answer of createShipment and getShipment; null when it cannot be read. */
export const readShipment = (body: JsonNode): MfnShipment | null =>
  shipmentSchema.safeParse(plain(member(body, 'payload'))).data ?? null;
