/** Synthetic postings in the documented shapes (ozon.md §3, §17); names, numbers and addresses are made up. */
export type Json = Record<string, unknown>;

export const POSTING = '0208245774-0029-1';

/** A cross-border posting that Ozon's partner delivers: no buyer, no address. */
export const aggregatorPosting = (over: Json = {}): Json => ({
  posting_number: POSTING,
  order_id: 33301885134,
  order_number: '0208245774-0029',
  status: 'awaiting_packaging',
  substatus: 'posting_created',
  tpl_integration_type: 'aggregator',
  integration_type_flow: 'aggregator',
  delivery_schema: 'Crossborder',
  tracking_number: '',
  in_process_at: '2026-11-03T08:00:00Z',
  shipment_date: '2026-11-06T21:00:00Z',
  delivery_method: {
    id: 1020001,
    name: 'Route A',
    warehouse_id: 17023,
    warehouse: 'SZ-1',
    tpl_provider_id: 24,
    tpl_provider: 'Carrier A',
  },
  barcodes: { upper_barcode: '%101%00820', lower_barcode: '2080001234567' },
  cancellation: { cancel_reason_id: 0, cancel_reason: '', cancellation_type: '', cancelled_after_ship: false },
  customer: null,
  addressee: null,
  products: [
    { sku: 1904686181, offer_id: 'b4408110', name: 'Case', quantity: 1, price: { amount: '35.22', currency: 'CNY' } },
  ],
  requirements: { products_requiring_country: [] },
  available_actions: ['ship', 'cancel', 'can_create_chat'],
  ...over,
});

/** A posting that the seller delivers herself: with buyer and address. */
export const sellerPosting = (over: Json = {}): Json =>
  aggregatorPosting({
    posting_number: '55550000-0001-1',
    order_number: '55550000-0001',
    tpl_integration_type: 'non_integrated',
    integration_type_flow: 'non_integrated',
    customer: {
      customer_id: 83912345,
      name: 'Иван Тестов',
      phone: '+7 900 000-00-00',
      customer_email: '',
      address: {
        address_tail: 'ул. Примерная, д. 5, кв. 7',
        city: 'Казань',
        comment: 'домофон 12',
        country: 'Россия',
        district: '',
        region: 'Татарстан',
        zip_code: '420000',
      },
    },
    addressee: { name: 'Мария Образцова' },
    ...over,
  });

/** The v3 get of the same: prices as text with a currency beside them, the addressee with a phone. */
export const v3Posting = (over: Json = {}): Json =>
  sellerPosting({
    products: [
      { sku: 1904686181, offer_id: 'b4408110', name: 'Case', quantity: 2, price: '1530.0000', currency_code: 'RUB' },
    ],
    addressee: { name: 'Мария Образцова', phone: '+7 900 111-11-11' },
    ...over,
  });

export const page = (postings: readonly unknown[], cursor = '', hasNext = false): Json => ({
  cursor,
  has_next: hasNext,
  postings,
});

export const errorBody = (message: string, code = 3): Json => ({ code, message, details: [] });
