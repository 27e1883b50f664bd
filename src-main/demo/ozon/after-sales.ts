/** What buyers bring up after a sale, as the platform's books have it. Ids of returns are digits, of the rest UUID-like texts. */
export interface OzonAfterSales {
  returns: OzonReturn[];
  rfbsReturns: OzonRfbsReturn[];
  reviews: OzonReview[];
  questions: OzonQuestion[];
  chats: OzonChat[];
}

export interface OzonReturn {
  id: string;
  type: 'Cancellation' | 'FullReturn' | 'PartialReturn' | 'ClientReturn';
  postingNumber: string;
  reason: string;
  sku: string;
  offerId: string;
  name: string;
  price: string;
  currency: string;
  quantity: number;
  barcode: string;
  returnedAtMs: number;
  /** `visual.status.sys_name`. */
  status: string;
  changedAtMs: number;
}

export interface OzonRfbsReturn {
  id: string;
  postingNumber: string;
  sku: string;
  offerId: string;
  name: string;
  price: string;
  currency: string;
  createdAtMs: number;
  groupState: 'New' | 'Delivering' | 'Checkout' | 'Arbitration' | 'Approved' | 'Rejected';
}

export interface OzonReview {
  id: string;
  sku: string;
  text: string;
  rating: number;
  status: 'NEW' | 'VIEWED' | 'PROCESSED';
  publishedAtMs: number;
  comments: { id: string; text: string; atMs: number }[];
}

export interface OzonQuestion {
  id: string;
  sku: string;
  text: string;
  status: 'NEW' | 'VIEWED' | 'PROCESSED';
  publishedAtMs: number;
}

export interface OzonChat {
  id: string;
  orderNumber: string;
  createdAtMs: number;
  unread: number;
  messages: { id: string; by: 'Customer' | 'Seller'; text: string; atMs: number }[];
}

export const noAfterSales = (): OzonAfterSales => ({
  returns: [],
  rfbsReturns: [],
  reviews: [],
  questions: [],
  chats: [],
});
