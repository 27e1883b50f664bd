import { confirmShipment } from './endpoints/confirm-shipment.ts';
import { feedOperations } from './endpoints/feeds.ts';
import { financeOperations } from './endpoints/finances.ts';
import { getOrder } from './endpoints/get-order.ts';
import { listingOperations } from './endpoints/listings.ts';
import { messagingOperations } from './endpoints/messaging.ts';
import { mfnOfferOperations } from './endpoints/mfn-offers.ts';
import { mfnShipmentOperations } from './endpoints/mfn-shipments.ts';
import { reportOperations } from './endpoints/reports.ts';
import { createRestrictedDataToken } from './endpoints/restricted-data-token.ts';
import { searchOrders } from './endpoints/search-orders.ts';
import { getMarketplaceParticipations } from './endpoints/sellers.ts';
import { getRates } from './endpoints/shipping-rates.ts';
import { shippingShipmentOperations } from './endpoints/shipping-shipments.ts';
import { solicitationOperations } from './endpoints/solicitations.ts';
import { createUploadDestination } from './endpoints/uploads.ts';
import type { Operation } from './operation.ts';

/** The operations that the simulator answers. */
export const operations: readonly Operation[] = [
  searchOrders,
  getOrder,
  confirmShipment,
  createRestrictedDataToken,
  getMarketplaceParticipations,
  ...feedOperations,
  ...reportOperations,
  ...mfnOfferOperations,
  ...mfnShipmentOperations,
  getRates,
  ...shippingShipmentOperations,
  ...messagingOperations,
  createUploadDestination,
  ...solicitationOperations,
  ...listingOperations,
  ...financeOperations,
];
