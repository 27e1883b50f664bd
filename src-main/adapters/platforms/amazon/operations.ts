import type { CallLimit } from '../../../app/ports/pacing.ts';

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** With `{name}` for the parts that vary. */
  readonly path: string;
  /** Usage plan of the model, August 2026. Plans are dynamic: what x-amzn-RateLimit-Limit says is adopted. */
  readonly perSecond: number;
  readonly burst: number;
}

const operation = (method: Operation['method'], path: string, perSecond: number, burst: number): Operation => ({
  method,
  path,
  perSecond,
  burst,
});

const SHIPMENTS = '/shipping/v2/shipments';
const MESSAGES = '/messaging/v1/orders/{amazonOrderId}';

/** Every operation that the connector calls, named as in its model; each has a token bucket of its own. */
export const OPERATIONS = {
  searchOrders: operation('GET', '/orders/2026-01-01/orders', 0.0056, 20),
  getOrder: operation('GET', '/orders/2026-01-01/orders/{orderId}', 0.5, 30),
  confirmShipment: operation('POST', '/orders/v0/orders/{orderId}/shipmentConfirmation', 2, 10),
  getMarketplaceParticipations: operation('GET', '/sellers/v1/marketplaceParticipations', 0.016, 15),
  createRestrictedDataToken: operation('POST', '/tokens/2021-03-01/restrictedDataToken', 1, 10),
  createFeedDocument: operation('POST', '/feeds/2021-06-30/documents', 0.5, 15),
  createFeed: operation('POST', '/feeds/2021-06-30/feeds', 0.0083, 15),
  getFeed: operation('GET', '/feeds/2021-06-30/feeds/{feedId}', 2, 15),
  getFeedDocument: operation('GET', '/feeds/2021-06-30/documents/{feedDocumentId}', 0.0222, 10),
  createReport: operation('POST', '/reports/2021-06-30/reports', 0.0167, 15),
  getReport: operation('GET', '/reports/2021-06-30/reports/{reportId}', 2, 15),
  getReportDocument: operation('GET', '/reports/2021-06-30/documents/{reportDocumentId}', 0.0167, 15),
  getRates: operation('POST', `${SHIPMENTS}/rates`, 80, 100),
  purchaseShipment: operation('POST', SHIPMENTS, 80, 100),
  getShipmentDocuments: operation('GET', `${SHIPMENTS}/{shipmentId}/documents`, 80, 100),
  getEligibleShipmentServices: operation('POST', '/mfn/v0/eligibleShippingServices', 6, 12),
  getAdditionalSellerInputs: operation('POST', '/mfn/v0/additionalSellerInputs', 1, 1),
  createShipment: operation('POST', '/mfn/v0/shipments', 2, 2),
  getShipment: operation('GET', '/mfn/v0/shipments/{shipmentId}', 1, 1),
  listTransactions: operation('GET', '/finances/2024-06-19/transactions', 0.5, 10),
  getListingsItem: operation('GET', '/listings/2021-08-01/items/{sellerId}/{sku}', 5, 10),
  patchListingsItem: operation('PATCH', '/listings/2021-08-01/items/{sellerId}/{sku}', 5, 5),
  getMessagingActionsForOrder: operation('GET', MESSAGES, 1, 5),
  unexpectedProblem: operation('POST', `${MESSAGES}/messages/unexpectedProblem`, 1, 5),
  confirmOrderDetails: operation('POST', `${MESSAGES}/messages/confirmOrderDetails`, 1, 5),
  confirmDeliveryDetails: operation('POST', `${MESSAGES}/messages/confirmDeliveryDetails`, 1, 5),
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof OPERATIONS;

export const AMAZON_LIMITS: readonly CallLimit[] = Object.entries(OPERATIONS).map(([bucket, { perSecond, burst }]) => ({
  bucket,
  perSecond,
  burst,
}));

/** The path with its parts filled in and escaped. */
export function pathOf(name: OperationName, params: Readonly<Record<string, string>>): string {
  return OPERATIONS[name].path.replace(/\{(\w+)\}/g, (_whole, key: string) => encodeURIComponent(params[key] ?? ''));
}
