import type { AliEvaluation, AliIssue } from './after-sales.ts';
import type { AliHandover, AliWaybill } from './waybill.ts';
import type { AliOrder } from './order.ts';

/** Permission packages of the developer console; an operation outside of them is refused. */
export type PermissionPackage = 'order' | 'refund' | 'evaluate' | 'logistics' | 'product' | 'merchant';

/** Everything the simulated platform knows: plain JSON, so that it can be kept in a file. */
export interface AliWorld {
  readonly version: 1;
  app: AliApp;
  seller: AliSeller;
  codes: AliCode[];
  sessions: AliSession[];
  orders: AliOrder[];
  waybills: AliWaybill[];
  handovers: AliHandover[];
  issues: AliIssue[];
  evaluations: AliEvaluation[];
  /** What carriers wrote beyond the ordinary journey. */
  extraScans: ExtraScan[];
  products: AliProduct[];
  /** Makes ids; only ever grows. */
  nextSerial: number;
  /** Requests by operation, refused and struck ones too. */
  requestCounts: Record<string, number>;
}

export interface AliApp {
  appKey: string;
  appSecret: string;
  redirectUri: string;
  packages: PermissionPackage[];
  /** Null while the console enforces no list; the gateway sees 127.0.0.1. */
  allowedIps: string[] | null;
  accessLifeMs: number;
  refreshLifeMs: number;
  /** Operations that the platform has switched off. */
  switchedOff: string[];
}

export interface AliSeller {
  sellerId: string;
  loginId: string;
  nick: string;
  account: string;
  fullName: string;
  country: string;
  currency: string;
  healthLevel: 0 | 100 | 200 | 300 | 400;
  addresses: SellerAddress[];
}

export interface SellerAddress {
  addressId: string;
  kind: 'sender' | 'pickup' | 'refund';
  name: string;
  country: string;
  province: string;
  city: string;
  street: string;
  streetAddress: string;
  postcode: string;
  mobile: string;
  language: string;
}

/** A scan that a test or the demo added. */
export interface ExtraScan {
  logisticsNo: string;
  actionCode: string;
  text: string;
  atMs: number;
}

/** A one-shot code from the authorise page. */
export interface AliCode {
  code: string;
  uuid: string;
  expiresAtMs: number;
  isUsed: boolean;
}

export interface AliSession {
  accessToken: string;
  refreshToken: string;
  accessExpiresAtMs: number;
  refreshExpiresAtMs: number;
  isRefreshSpent: boolean;
}

export interface AliProduct {
  productId: string;
  subject: string;
  imageUrl: string;
  isOnSale: boolean;
  createdAtMs: number;
  modifiedAtMs: number;
  skus: AliSku[];
}

export interface AliSku {
  skuId: string;
  skuCode: string;
  stock: number;
  priceCents: number;
  stockSets: number;
}
