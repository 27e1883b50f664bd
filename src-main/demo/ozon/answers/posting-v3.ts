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
import { promisedDates, type ListExtras } from './posting-v4.ts';
import { transliterate } from './translit.ts';
import { fourDecimals, instant, instantOrNull, int64 } from './values.ts';

/** What the `with` object of `/v3/posting/fbs/get` asks for. */
export interface GetExtras extends ListExtras {
  product_exemplars?: boolean | undefined;
  related_postings?: boolean | undefined;
  translit?: boolean | undefined;
}

/** One posting of `/v3/posting/fbs/get`: money as text with four decimals and its currency beside it. */
export function postingV3(store: WorldStore, posting: OzonPosting, extras: GetExtras): Record<string, unknown> {
  const text = extras.translit === true ? transliterate : (value: string) => value;
  return {
    ...identityPart(store, posting),
    ...buyerPart(posting, text),
    cancellation: cancellationPart(posting),
    products: posting.lines.map(productPart),
    barcodes: extras.barcodes === true ? barcodesPart(posting) : null,
    analytics_data: extras.analytics_data === true ? analyticsPart(store, posting, promisedDates(posting)) : null,
    financial_data: extras.financial_data === true ? financialPart(posting) : null,
    legal_info: extras.legal_info === true ? { company_name: '', inn: '', kpp: '' } : null,
    product_exemplars: extras.product_exemplars === true ? exemplarsPart(posting) : null,
    related_postings:
      extras.related_postings === true ? { related_posting_numbers: relatedNumbers(store, posting) } : null,
    requirements: requirementsPart(),
    optional: { products_with_possible_mandatory_mark: [] },
    available_actions: availableActions(posting),
    additional_data: [],
    delivery_price: '',
    is_express: false,
    is_multibox: false,
    multi_box_qty: 1,
    courier: null,
    external_order: { is_external: false, platform_name: '' },
    tariffication: null,
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
    previous_substatus: posting.previousSubstatus,
    provider_status: '',
    delivery_method: deliveryMethodPart(store, posting),
    tpl_integration_type: posting.integration,
    integration_type_flow: posting.integration,
    tracking_number: posting.trackingNumber,
    scanit: posting.scanit,
    in_process_at: instant(posting.inProcessAtMs),
    shipment_date: instant(posting.shipmentDateMs),
    shipment_date_without_delay: instant(posting.originalShipmentDateMs),
    delivering_date: instantOrNull(posting.deliveringAtMs),
    fact_delivery_date: posting.status === 'delivered' ? instant(posting.statusChangedAtMs) : null,
  };
}

function buyerPart(posting: OzonPosting, text: (value: string) => string): Record<string, unknown> {
  const customer = posting.customer;
  if (customer === null) return { customer: null, addressee: null };
  return {
    customer: {
      customer_id: int64(customer.customerId),
      name: text(customer.name),
      phone: customer.phone,
      address: addressPart(posting, text),
    },
    addressee: { name: text(customer.name), phone: customer.phone, pin: customer.extension },
  };
}

export function productPart(line: PostingLine): Record<string, unknown> {
  return {
    sku: int64(line.sku),
    offer_id: line.offerId,
    name: line.name,
    quantity: line.quantity,
    price: fourDecimals(line.price),
    currency_code: line.currency,
    mandatory_mark: [],
    jw_uin: [],
    has_imei: false,
    is_blr_traceable: false,
    is_marketplace_buyout: false,
    is_weight_needed: false,
    dimensions: { height: '120', length: '200', width: '150', weight: String(Math.round(line.weightKg * 1000)) },
  };
}

function financialPart(posting: OzonPosting): Record<string, unknown> {
  return {
    cluster_from: 'Китай',
    cluster_to: posting.destination.cluster,
    products: posting.lines.map((line) => ({
      product_id: int64(line.sku),
      quantity: line.quantity,
      price: Number(line.price),
      old_price: Number(line.oldPrice),
      currency_code: line.currency,
      customer_price: Math.round(Number(line.price) * 1140) / 100,
      customer_currency_code: 'RUB',
      payout: posting.status === 'delivered' ? Math.round(Number(line.price) * 85) / 100 : 0,
      commission_amount: posting.status === 'delivered' ? Math.round(Number(line.price) * 15) / 100 : 0,
      commission_percent: posting.status === 'delivered' ? 15 : 0,
      commissions_currency_code: line.currency,
      total_discount_value: Math.round((Number(line.oldPrice) - Number(line.price)) * 100) / 100,
      total_discount_percent: 0,
      actions: [],
    })),
  };
}

function exemplarsPart(posting: OzonPosting): Record<string, unknown> {
  return { products: posting.lines.map((line) => ({ sku: int64(line.sku), exemplars: [] })) };
}

function relatedNumbers(store: WorldStore, posting: OzonPosting): string[] {
  return store.world.postings
    .filter((other) => other !== posting && other.orderNumber === posting.orderNumber)
    .map((other) => other.postingNumber);
}
