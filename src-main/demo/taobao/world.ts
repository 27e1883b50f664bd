import type { TaobaoRefund } from './refund.ts';
import type { TaobaoTrade } from './trade.ts';
import type { TaobaoWaybill, WaybillSubscription } from './waybill.ts';

/** Everything the simulated platform knows: plain JSON, so that it can be kept in a file. 64-bit ids are decimal strings. */
export interface TaobaoWorld {
  readonly version: 1;
  app: TaobaoApp;
  seller: TaobaoSeller;
  session: TaobaoSession;
  /** Codes that the authorisation page gave out, one use each. */
  authorisationCodes: { code: string; redirectUri: string; expiresAtMs: number }[];
  addresses: SellerAddress[];
  trades: TaobaoTrade[];
  refunds: TaobaoRefund[];
  rates: TaobaoRate[];
  items: TaobaoItem[];
  subscriptions: WaybillSubscription[];
  waybills: TaobaoWaybill[];
  messages: TmcMessage[];
  /** Null: every topic of the app. */
  permittedTopics: string[] | null;
  /** Numbers that the platform judges fake and the like, with the suffix of the error (`F`, `F01` … `F06`). */
  judgedNumbers: Record<string, string>;
  /** Makes ids; only ever grows. */
  nextSerial: number;
  /** Answered and refused requests, counted per API. */
  requestCounts: Record<string, number>;
}

export interface TaobaoApp {
  appKey: string;
  secret: string;
  redirectUri: string;
  /** APIs the app may not call: names, or starts of names followed by `*`. */
  withheldApis: string[];
  /** Apps of the service market refresh their tokens; a seller's own app cannot. */
  canRefreshToken: boolean;
}

export interface TaobaoSeller {
  userId: string;
  nick: string;
  /** C is a Taobao shop, B a Tmall one. */
  type: 'C' | 'B';
  shopTitle: string;
  mobile: string;
}

export interface TaobaoSession {
  accessToken: string;
  refreshToken: string;
  expiresAtMs: number;
  isSubAccount: boolean;
}

export interface SellerAddress {
  contactId: string;
  contactName: string;
  province: string;
  city: string;
  /** The platform's name for the district in this one answer. */
  country: string;
  detail: string;
  zipCode: string;
  mobilePhone: string;
  isSender: boolean;
  isReturn: boolean;
  modifiedMs: number;
}

export interface TaobaoRate {
  tid: string;
  oid: string;
  role: 'buyer' | 'seller';
  result: 'good' | 'neutral' | 'bad';
  content: string;
  reply: string;
  createdMs: number;
  itemTitle: string;
  itemPriceFen: number;
  numIid: string;
  logisticsScore: number | null;
}

export interface TaobaoItem {
  numIid: string;
  outerId: string;
  title: string;
  picUrl: string;
  priceFen: number;
  isOnSale: boolean;
  modifiedMs: number;
  /** Times that the app set or changed what is left, for tests that compare books. */
  stockWrites: number;
  skus: TaobaoSku[];
}

export interface TaobaoSku {
  skuId: string;
  outerId: string;
  properties: string;
  propertiesName: string;
  priceFen: number;
  quantity: number;
  modifiedMs: number;
}

/** A message of the push service, until it is confirmed. */
export interface TmcMessage {
  id: string;
  topic: string;
  content: string;
  publishedMs: number;
  /** Not given out again before this. */
  hiddenUntilMs: number;
  deliveries: number;
}
