import type { OzonPosting, PostingLine } from '../posting.ts';
import { availableActions } from '../rules/available-actions.ts';
import type { WorldStore } from '../store.ts';
import {
  addressPart,
  analyticsPart,
  barcodesPart,
  cancellationPart,
  deliveryMethodPart,
  requirementsPart,
} from './posting-parts.ts';
import { transliterate } from './translit.ts';
import { instant, instantOrNull, int64 } from './values.ts';

const day = 86_400_000;

/** What the `with` object of a list request asks for. */
export interface ListExtras {
  analytics_data?: boolean | undefined;
  barcodes?: boolean | undefined;
  financial_data?: boolean | undefined;
  legal_info?: boolean | undefined;
}

/** One posting of the v4 lists: money as `{amount, currency}`, what was not asked for is null. */
export function postingV4(
  store: WorldStore,
  posting: OzonPosting,
  extras: ListExtras,
  translit: boolean,
): Record<string, unknown> {
  const text = translit ? transliterate : (value: string) => value;
  return {
    ...identityPart(store, posting),
    cancellation: cancellationPart(posting),
    customer: customerPart(posting, text),
    products: posting.lines.map(productPart),
    addressee: posting.customer === null ? null : { name: text(posting.customer.name) },
    barcodes: extras.barcodes === true ? barcodesPart(posting) : null,
    analytics_data: extras.analytics_data === true ? analyticsPart(store, posting, promisedDates(posting)) : null,
    financial_data: extras.financial_data === true ? financialPart(posting) : null,
    legal_info: extras.legal_info === true ? { company_name: '', inn: '', kpp: '' } : null,
    requirements: requirementsPart(),
    optional: { products_with_possible_mandatory_mark: [] },
    available_actions: availableActions(posting),
    ...scenery,
  };
}

function identityPart(store: WorldStore, posting: OzonPosting): Record<string, unknown> {
  return {
    posting_number: posting.postingNumber,
    order_id: int64(posting.orderId),
    order_number: posting.orderNumber,
    parent_posting_number: posting.parentPostingNumber,
    status: posting.status,
    substatus: posting.substatus,
    delivery_method: deliveryMethodPart(store, posting),
    delivery_schema: 'Crossborder',
    tracking_number: posting.trackingNumber,
    scanit: posting.scanit,
    tpl_integration_type: posting.integration,
    integration_type_flow: posting.integration,
    in_process_at: instant(posting.inProcessAtMs),
    shipment_date: instant(posting.shipmentDateMs),
    shipment_date_without_delay: instant(posting.originalShipmentDateMs),
    delivering_date: instantOrNull(posting.deliveringAtMs),
  };
}

function customerPart(posting: OzonPosting, text: (value: string) => string): Record<string, unknown> | null {
  const customer = posting.customer;
  if (customer === null) return null;
  return {
    customer_id: int64(customer.customerId),
    name: text(customer.name),
    phone: customer.phone,
    customer_email: '',
    address: addressPart(posting, text),
  };
}

function productPart(line: PostingLine): Record<string, unknown> {
  return {
    sku: int64(line.sku),
    offer_id: line.offerId,
    name: line.name,
    quantity: line.quantity,
    price: { amount: line.price, currency: line.currency },
    weight: line.weightKg,
    product_color: line.color,
    imei: [],
    is_blr_traceable: false,
    is_marketplace_buyout: false,
  };
}

/** `payout` and `commission` stay 0 until the parcel is delivered. */
function financialPart(posting: OzonPosting): Record<string, unknown> {
  const isDelivered = posting.status === 'delivered';
  return {
    cluster_from: 'Китай',
    cluster_to: posting.destination.cluster,
    products: posting.lines.map((line) => ({
      product_id: int64(line.sku),
      quantity: line.quantity,
      price: Number(line.price),
      old_price: Number(line.oldPrice),
      payout: isDelivered ? Math.round(Number(line.price) * 85) / 100 : 0,
      total_discount_value: Math.round((Number(line.oldPrice) - Number(line.price)) * 100) / 100,
      total_discount_percent: 0,
      commission: {
        amount: isDelivered ? Math.round(Number(line.price) * 15) / 100 : 0,
        percent: isDelivered ? 15 : 0,
        currency: line.currency,
      },
      customer_price: { amount: (Number(line.price) * 11.4).toFixed(2), currency: 'RUB' },
      actions: [],
    })),
  };
}

export function promisedDates(posting: OzonPosting): { begin: string; end: string } {
  return {
    begin: instant(posting.originalShipmentDateMs + 12 * day),
    end: instant(posting.originalShipmentDateMs + 20 * day),
  };
}

/** Fields of the documents that never differ in this shop. */
const scenery = {
  pickup_code_verified_at: null,
  is_express: false,
  is_multibox: false,
  multi_box_qty: 1,
  is_click_and_collect: false,
  is_presortable: false,
  prr_option: '',
  quantum_id: 0,
  volume_weight: 0,
  destination_place_id: 0,
  destination_place_name: '',
  require_blr_traceable_attrs: false,
  container: null,
  container_sort_type: 'sort',
  sorting_center: null,
  external_order: { is_external: false, platform_name: '' },
  tariffication: null,
  tariffication_steps: [],
};
