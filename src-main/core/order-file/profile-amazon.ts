import type { FileProfile, TitleTable } from './profile.ts';
import { statusTable } from './status-table.ts';

/**
 * Tab-separated order reports of Seller Central. `order-id`, `order-item-id`, `carrier-name`, `tracking-number`,
 * `ship-date` are in an official document (help page "Shipping Confirmation template", G641). The others are those of
 * the Unshipped Orders and New Orders reports (GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING,
 * GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING) and of the All Orders report (GET_FLAT_FILE_ALL_ORDERS_DATA_…), as several
 * public programs read them.
 */
const TITLES: TitleTable = {
  'order-number': ['order-id', 'amazon-order-id', '订单编号', '订单号'],
  'line-id': ['order-item-id'],
  sku: ['sku', 'seller-sku', 'merchant-sku'],
  'remote-sku': ['asin'],
  title: ['product-name', 'item-name'],
  quantity: ['quantity-purchased', 'quantity', 'quantity-ordered', 'quantity-to-ship'],
  'line-total': ['item-price'],
  currency: ['currency', 'currency-code'],
  recipient: ['recipient-name'],
  buyer: ['buyer-name'],
  'buyer-id': ['buyer-email'],
  phone: ['ship-phone-number', 'buyer-phone-number'],
  country: ['ship-country'],
  region: ['ship-state'],
  city: ['ship-city'],
  district: ['ship-county'],
  address: ['ship-address-1'],
  'address-2': ['ship-address-2'],
  'address-3': ['ship-address-3'],
  postcode: ['ship-postal-code'],
  note: ['delivery-instructions', 'delivery-Instructions'],
  status: ['order-status', 'item-status'],
  'placed-at': ['purchase-date'],
  'paid-at': ['payments-date'],
  'ship-by': ['latest-ship-date', 'promise-date', 'ship-by-date'],
  'deliver-by': ['latest-delivery-date', 'delivery-end-date'],
  'shipped-at': ['ship-date', 'shipment-date'],
  service: ['ship-service-level', 'ship-service-name'],
  carrier: ['carrier-name', 'carrier', 'carrier-code'],
  'tracking-number': ['tracking-number'],
  'fulfilled-by': ['fulfillment-channel'],
};

/** Times carry an offset; where one does not, the reports write UTC. Status words of the All Orders report and of the API. */
export const AMAZON_FILES: FileProfile = {
  platform: 'amazon',
  titles: TITLES,
  unitField: 'order-number',
  unitPattern: /^[A-Z0-9]{3}-\d{7}-\d{7}$/,
  zone: 'UTC',
  currency: null,
  country: null,
  statuses: statusTable([
    [
      ['Pending', 'PendingAvailability', 'PENDING_AVAILABILITY', 'Pending - Waiting for Pick Up'],
      { stage: 'not-ready' },
    ],
    [['Unshipped', 'UNSHIPPED'], { stage: 'to-confirm' }],
    [['PartiallyShipped', 'PARTIALLY_SHIPPED', 'Shipping'], { stage: 'to-hand-over' }],
    [['Shipped'], { stage: 'declared' }],
    [['Shipped - Picked Up', 'Shipped - Out for Delivery'], { stage: 'in-transit' }],
    [['Shipped - Delivered to Buyer'], { stage: 'delivered' }],
    [
      ['Shipped - Returned to Seller', 'Shipped - Returning to Seller', 'Shipped - Rejected by Buyer'],
      { stage: 'rejected' },
    ],
    [['Shipped - Lost in Transit', 'Shipped - Damaged', 'Shipped - Undeliverable'], { stage: 'rejected' }],
    [['Unfulfillable'], { stage: 'rejected' }],
    [['Cancelled', 'Canceled'], { stage: 'cancelled' }],
  ]),
  // The Unshipped Orders report has no status column: what it lists is to be shipped.
  stageWithoutStatus: 'to-confirm',
  lineIdFields: ['line-id'],
  remoteSkuFields: ['sku'],
  isOnlyLineTheOrder: false,
};
