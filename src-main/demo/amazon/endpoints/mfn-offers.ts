import * as z from 'zod';
import { instant, mfnMoney } from '../answers/values.ts';
import { bodyOf, type Call, type Operation, type Outcome } from '../operation.ts';
import type { AmazonOrder } from '../order.ts';
import { invalidInput } from '../refusal.ts';
import { priceMinor, serviceById, servicesFrom, type CarrierService } from '../rules/carrier-services.ts';
import { checkOrder } from '../rules/confirm-package.ts';
import { checkLabelItems } from '../rules/label-bought.ts';
import type { MfnOffer } from '../shipment.ts';
import { checkDetails, mfnAddress, requestDetails, type RequestDetails } from './mfn-schema.ts';

const day = 86_400_000;
/** Offers can be bought for so long. */
const offerLifeMs = 600_000;

/** What a parcel that crosses a border needs to be told. */
export const borderInput = 'GoodsDescription';

export const mfnOfferOperations: readonly Operation[] = [
  {
    name: 'getEligibleShipmentServices',
    method: 'POST',
    path: '/mfn/v0/eligibleShippingServices',
    limit: { ratePerSecond: 6, burst: 12 },
    roles: ['direct-to-consumer-shipping'],
    run: eligible,
  },
  {
    name: 'getAdditionalSellerInputs',
    method: 'POST',
    path: '/mfn/v0/additionalSellerInputs',
    limit: { ratePerSecond: 1, burst: 1 },
    roles: ['direct-to-consumer-shipping'],
    run: additionalInputs,
  },
];

const eligibleSchema = z.strictObject({
  ShipmentRequestDetails: requestDetails,
  ShippingOfferingFilter: z
    .strictObject({
      IncludePackingSlipWithLabel: z.boolean().exactOptional(),
      IncludeComplexShippingOptions: z.boolean().exactOptional(),
      CarrierWillPickUp: z.string().exactOptional(),
      DeliveryExperience: z.string().exactOptional(),
    })
    .exactOptional(),
});

function eligible(call: Call): Outcome {
  const { ShipmentRequestDetails: details } = bodyOf(call, eligibleSchema);
  const order = orderOfRequest(call, details);
  const services = servicesFrom(details.ShipFromAddress.CountryCode);
  const isTooHeavy = gramsOf(details) > 30_000;
  const offers = isTooHeavy ? [] : services.map((service) => makeOffer(call, order, service, details));
  return {
    status: 200,
    body: {
      payload: {
        ShippingServiceList: offers.map((offer) => offerView(offer, details, call.nowMs)),
        RejectedShippingServiceList: isTooHeavy ? services.map(rejected) : [],
        TemporarilyUnavailableCarrierList: [],
        TermsAndConditionsNotAcceptedCarrierList: [],
      },
    },
  };
}

/** The order of a label request, when a label can be bought for it. Throws the platform's 400 or 404. */
export function orderOfRequest(call: Call, details: RequestDetails): AmazonOrder {
  checkDetails(details);
  const order = call.store.order(details.AmazonOrderId, call.account.region);
  checkOrder(order);
  checkLabelItems(
    order,
    details.ItemList.map((item) => ({ orderItemId: item.OrderItemId, quantity: item.Quantity })),
  );
  return order;
}

function makeOffer(call: Call, order: AmazonOrder, service: CarrierService, details: RequestDetails): MfnOffer {
  const offer = {
    offerId: call.store.newUuid(),
    serviceId: service.serviceId,
    orderId: order.orderId,
    expiresAtMs: call.nowMs + offerLifeMs,
    amountMinor: priceMinor(service, gramsOf(details)),
    currency: order.currency,
    needsInputs: order.address.countryCode !== details.ShipFromAddress.CountryCode,
  };
  call.store.world.mfnOffers = call.store.world.mfnOffers.filter((other) => other.expiresAtMs > call.nowMs - day);
  call.store.world.mfnOffers.push(offer);
  return offer;
}

/** An offer, and afterwards the service of a bought shipment. */
export function offerView(
  offer: Pick<MfnOffer, 'offerId' | 'serviceId' | 'amountMinor' | 'currency' | 'needsInputs'>,
  details: RequestDetails,
  nowMs: number,
): Record<string, unknown> {
  const service = serviceById(offer.serviceId);
  if (service === null) throw new Error(`no service ${offer.serviceId}`);
  const rate = mfnMoney(offer.amountMinor, offer.currency);
  return {
    ShippingServiceName: service.serviceName,
    CarrierName: service.carrierName,
    ShippingServiceId: service.serviceId,
    ShippingServiceOfferId: offer.offerId,
    ShipDate: instant(nowMs),
    EarliestEstimatedDeliveryDate: instant(nowMs + service.days[0] * day),
    LatestEstimatedDeliveryDate: instant(nowMs + service.days[1] * day),
    Rate: rate,
    RateWithAdjustments: rate,
    ShippingServiceOptions: details.ShippingServiceOptions,
    AvailableLabelFormats: ['PDF', 'PNG', 'ZPL203', 'ZPL300'],
    RequiresAdditionalSellerInputs: offer.needsInputs,
    Benefits: { IncludedBenefits: ['CLAIMS_PROTECTED'], ExcludedBenefits: [] },
  };
}

function rejected(service: CarrierService): unknown {
  return {
    CarrierName: service.carrierName,
    ShippingServiceName: service.serviceName,
    ShippingServiceId: service.serviceId,
    RejectionReasonCode: 'WEIGHT_LIMIT_EXCEEDED',
  };
}

function gramsOf(details: RequestDetails): number {
  return details.Weight.Unit === 'g' ? details.Weight.Value : details.Weight.Value * 28.349_523;
}

const inputsSchema = z.strictObject({
  ShippingServiceId: z.string().min(1),
  ShipFromAddress: mfnAddress,
  OrderId: z.string().min(1),
});

function additionalInputs(call: Call): Outcome {
  const { ShippingServiceId, ShipFromAddress, OrderId } = bodyOf(call, inputsSchema);
  const order = call.store.order(OrderId, call.account.region);
  const service = servicesFrom(ShipFromAddress.CountryCode).find(({ serviceId }) => serviceId === ShippingServiceId);
  if (service === undefined) throw invalidInput(`ShippingServiceId ${ShippingServiceId} is invalid.`);
  const crossesBorder = order.address.countryCode !== ShipFromAddress.CountryCode;
  return {
    status: 200,
    body: { payload: { ShipmentLevelFields: crossesBorder ? [goodsDescription] : [], ItemLevelFieldsList: [] } },
  };
}

const goodsDescription = {
  AdditionalInputFieldName: borderInput,
  SellerInputDefinition: {
    IsRequired: true,
    DataType: 'String',
    Constraints: [{ ValidationRegEx: '^.{1,60}$', ValidationString: 'String with 1 to 60 characters' }],
    InputDisplayText: 'Description of the goods for customs',
    InputTarget: 'SHIPMENT_LEVEL',
    StoredValue: { DataType: 'String' },
  },
};
