import { amountText, instant } from '../answers/values.ts';
import { latinAddress } from '../label/label-content.ts';
import { bodyOf, type Call, type Operation, type Outcome } from '../operation.ts';
import { invalidInput } from '../refusal.ts';
import { priceMinor, serviceById, servicesFrom } from '../rules/carrier-services.ts';
import { checkOrder } from '../rules/confirm-package.ts';
import { checkLabelItems } from '../rules/label-bought.ts';
import type { LabelAddress, RateOffer } from '../shipment.ts';
import { checkBusinessId } from './shipping-business.ts';
import { offeredSpecifications, ratesSchema, type RatesRequest, type ShippingAddress } from './shipping-schema.ts';

const day = 86_400_000;
/** A request token is good for ten minutes. */
const tokenLifeMs = 600_000;

export const getRates: Operation = {
  name: 'getRates',
  method: 'POST',
  path: '/shipping/v2/shipments/rates',
  limit: { ratePerSecond: 80, burst: 100 },
  roles: ['direct-to-consumer-shipping'],
  run: rates,
};

function rates(call: Call): Outcome {
  checkBusinessId(call);
  const body = bodyOf(call, ratesSchema);
  const order = orderOf(call, body);
  const shipTo = order === null ? addressOf(body.shipTo) : latinAddress(order.address);
  if (shipTo === null) throw invalidInput('shipTo is required for shipments of external channels.');
  const references = new Set(body.packages.map((parcel) => parcel.packageClientReferenceId));
  if (references.size !== body.packages.length) throw invalidInput('packageClientReferenceId is given twice.');
  const currency = order?.currency ?? body.packages[0]?.insuredValue.unit ?? 'USD';
  const offer: RateOffer = {
    requestToken: `amzn1.rq.${call.store.newUuid()}.101`,
    region: call.account.region,
    orderId: order?.orderId ?? null,
    expiresAtMs: call.nowMs + tokenLifeMs,
    shipTo,
    shipFrom: addressOf(body.shipFrom) ?? shipTo,
    packages: body.packages.map((parcel) => ({
      referenceId: parcel.packageClientReferenceId,
      items: parcel.items.map((item) => ({ itemIdentifier: item.itemIdentifier ?? '', quantity: item.quantity })),
    })),
    rates: servicesFrom(body.shipFrom.countryCode).map((service) => ({
      rateId: `amzn1.rid.${call.store.newUuid()}.101`,
      serviceId: service.serviceId,
      amountMinor: body.packages.reduce((sum, parcel) => sum + priceMinor(service, gramsOf(parcel.weight)), 0),
    })),
    currency,
  };
  call.store.world.rateOffers = call.store.world.rateOffers.filter((other) => other.expiresAtMs > call.nowMs - day);
  call.store.world.rateOffers.push(offer);
  const { requestToken } = offer;
  return {
    status: 200,
    body: {
      payload: {
        requestToken,
        rates: offer.rates.map((rate) => rateView(rate, currency, call.nowMs)),
        ineligibleRates: [],
      },
    },
  };
}

/** The order of an AMAZON request; null for parcels of other channels. Throws the platform's 400 or 404. */
function orderOf(call: Call, { channelDetails, packages }: RatesRequest) {
  if (channelDetails.channelType === 'EXTERNAL') return null;
  if (channelDetails.amazonOrderDetails === undefined) throw invalidInput('amazonOrderDetails is required.');
  const order = call.store.order(channelDetails.amazonOrderDetails.orderId, call.account.region);
  checkOrder(order);
  const items = packages.flatMap((parcel) => parcel.items);
  checkLabelItems(
    order,
    items.map((item) => ({ orderItemId: item.itemIdentifier ?? '', quantity: item.quantity })),
  );
  return order;
}

function addressOf(address: ShippingAddress | undefined): LabelAddress | null {
  if (address === undefined) return null;
  const { name, addressLine1, addressLine2, addressLine3, city, stateOrRegion, postalCode, countryCode } = address;
  const lines = [addressLine1, addressLine2 ?? '', addressLine3 ?? ''].filter((line) => line !== '');
  return { name, lines, city, stateOrRegion, postalCode, countryCode };
}

function gramsOf({ unit, value }: { unit: 'GRAM' | 'KILOGRAM' | 'OUNCE' | 'POUND'; value: number }): number {
  const gramsEach = { GRAM: 1, KILOGRAM: 1_000, OUNCE: 28.349_523, POUND: 453.592_37 };
  return value * gramsEach[unit];
}

function rateView(rate: RateOffer['rates'][number], currency: string, nowMs: number): unknown {
  const service = serviceById(rate.serviceId);
  return {
    rateId: rate.rateId,
    carrierId: service?.carrierId,
    carrierName: service?.carrierName,
    serviceId: rate.serviceId,
    serviceName: service?.serviceName,
    totalCharge: { value: Number(amountText(rate.amountMinor, currency)), unit: currency },
    promise: {
      deliveryWindow: {
        start: instant(nowMs + (service?.days[0] ?? 0) * day),
        end: instant(nowMs + (service?.days[1] ?? 0) * day),
      },
    },
    supportedDocumentSpecifications: offeredSpecifications,
    requiresAdditionalInputs: false,
  };
}
