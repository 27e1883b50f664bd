import type { OzonPosting } from '../posting.ts';
import type { WorldStore } from '../store.ts';
import { int64 } from './values.ts';

const initiators = {
  seller: 'Продавец',
  customer: 'Покупатель',
  ozon: 'Ozon',
  system: 'Система',
  delivery: 'Служба доставки',
};

/** An empty cancellation is an object of zeros, not null (official answer example). */
export function cancellationPart(posting: OzonPosting): Record<string, unknown> {
  const cancellation = posting.cancellation;
  return {
    cancel_reason_id: cancellation === null ? 0 : int64(cancellation.reasonId),
    cancel_reason: cancellation?.reason ?? '',
    cancellation_type: cancellation?.type ?? '',
    cancelled_after_ship: cancellation?.afterShip ?? false,
    affect_cancellation_rating: cancellation?.affectsRating ?? false,
    cancellation_initiator: cancellation === null ? '' : initiators[cancellation.type],
  };
}

export function deliveryMethodPart(store: WorldStore, posting: OzonPosting): Record<string, unknown> {
  const method = store.method(posting.methodId);
  return {
    id: int64(method.methodId),
    name: method.name,
    warehouse_id: int64(method.warehouseId),
    warehouse: store.warehouse(method.warehouseId).name,
    tpl_provider_id: int64(method.providerId),
    tpl_provider: method.providerName,
  };
}

export function addressPart(posting: OzonPosting, text: (value: string) => string): Record<string, unknown> | null {
  if (posting.customer === null) return null;
  const address = posting.customer.address;
  return {
    address_tail: text(address.addressTail),
    city: text(address.city),
    comment: text(address.comment),
    country: text(address.country),
    district: text(address.district),
    latitude: address.latitude,
    longitude: address.longitude,
    provider_pvz_code: '',
    pvz_code: 0,
    region: text(address.region),
    zip_code: address.zipCode,
  };
}

/** Region and city are for rFBS only; a posting that Ozon delivers shows neither. */
export function analyticsPart(
  store: WorldStore,
  posting: OzonPosting,
  dates: { begin: string; end: string },
): Record<string, unknown> {
  const method = store.method(posting.methodId);
  return {
    region: posting.customer === null ? '' : posting.destination.region,
    city: posting.customer === null ? '' : posting.destination.city,
    delivery_type: posting.integration === 'ozon' ? 'PVZ' : 'Courier',
    is_premium: false,
    payment_type_group_name: 'картой онлайн',
    warehouse_id: int64(method.warehouseId),
    warehouse: store.warehouse(method.warehouseId).name,
    tpl_provider_id: int64(method.providerId),
    tpl_provider: method.providerName,
    delivery_date_begin: dates.begin,
    delivery_date_end: dates.end,
    is_legal: false,
    client_delivery_date_begin: null,
    client_delivery_date_end: null,
  };
}

/** Nothing of a household-goods shop needs marking, so every list is empty. */
export function requirementsPart(): Record<string, string[]> {
  return {
    products_requiring_gtd: [],
    products_requiring_country: [],
    products_requiring_mandatory_mark: [],
    products_requiring_rnpt: [],
    products_requiring_jw_uin: [],
    products_requiring_change_country: [],
    products_requiring_imei: [],
    products_requiring_weight: [],
  };
}

export function barcodesPart(posting: OzonPosting): Record<string, string> {
  return { upper_barcode: posting.upperBarcode, lower_barcode: posting.lowerBarcode };
}
