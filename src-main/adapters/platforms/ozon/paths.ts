/** One method of the Seller API: where it is, which version, and the day it was announced to die (ISO date), if any. */
export interface OzonMethod {
  readonly path: string;
  readonly version: number;
  readonly diesOn: string | null;
}

const method = (version: number, rest: string, diesOn: string | null = null): OzonMethod => ({
  path: `/v${version}${rest}`,
  version,
  diesOn,
});

/**
 * Every path that the connector calls, in one place, because Ozon ends versions with one to three months' notice.
 * Checked against the changelog as of November 2026 (the API's "Updates" page and the June 2026 contract): none of
 * these has an announced end.
 */
export const OZON_METHODS = {
  roles: method(1, '/roles'),
  sellerInfo: method(1, '/seller/info'),
  list: method(4, '/posting/fbs/list'),
  unfulfilled: method(4, '/posting/fbs/unfulfilled/list'),
  get: method(3, '/posting/fbs/get'),
  ship: method(4, '/posting/fbs/ship'),
  setTracking: method(2, '/fbs/posting/tracking-number/set'),
  setDelivering: method(2, '/fbs/posting/delivering'),
  setLastMile: method(2, '/fbs/posting/last-mile'),
  setDelivered: method(2, '/fbs/posting/delivered'),
  cancel: method(2, '/posting/fbs/cancel'),
  cancelReasons: method(1, '/posting/fbs/cancel-reason'),
  cancelRequests: method(2, '/conditional-cancellation/list'),
  answerCancelApprove: method(2, '/conditional-cancellation/approve'),
  answerCancelReject: method(2, '/conditional-cancellation/reject'),
  returns: method(1, '/returns/list'),
  rfbsReturns: method(2, '/returns/rfbs/list'),
  reviews: method(2, '/review/list'),
  reviewComment: method(1, '/review/comment/create'),
  reviewComments: method(1, '/review/comment/list'),
  reviewStatus: method(2, '/review/change-status'),
  questions: method(1, '/question/list'),
  chats: method(3, '/chat/list'),
  chatHistory: method(3, '/chat/history'),
  chatMessage: method(1, '/chat/send/message'),
  warehouses: method(2, '/warehouse/list'),
  setStocks: method(2, '/products/stocks'),
  stocks: method(4, '/product/info/stocks'),
  createLabel: method(3, '/posting/fbs/package-label/create'),
  getLabel: method(2, '/posting/fbs/package-label/get'),
} as const satisfies Readonly<Record<string, OzonMethod>>;

export type OzonMethodName = keyof typeof OZON_METHODS;
