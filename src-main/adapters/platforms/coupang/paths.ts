const OPEN_API = '/v2/providers/openapi/apis/api';
const PRODUCTS = '/v2/providers/seller_api/apis/api/v1/marketplace/vendor-items';

/** Paths of one vendor (Coupang Open API; ids are digits, so nothing needs escaping). */
export interface Paths {
  readonly vendor: (version: 'v4' | 'v5' | 'v6', rest: string) => string;
}

export const pathsOf = (vendorId: string): Paths => ({
  vendor: (version, rest) => `${OPEN_API}/${version}/vendors/${vendorId}/${rest}`,
});

/** One ticket of the call centre: the only path that does not name the vendor. */
export const ticketPath = (inquiryId: string): string => `${OPEN_API}/v5/vendors/callCenterInquiries/${inquiryId}`;

export const stockPath = (vendorItemId: string, quantity: number): string =>
  `${PRODUCTS}/${vendorItemId}/quantities/${quantity}`;

export const inventoryPath = (vendorItemId: string): string => `${PRODUCTS}/${vendorItemId}/inventories`;
