/** A trade with its child orders, as the platform keeps it: status words are its own, money is fen, times are epoch milliseconds. */
export interface TaobaoTrade {
  tid: string;
  status: string;
  type: 'fixed' | 'auction' | 'auto_delivery' | 'ec' | 'cod' | 'step' | 'tmall_i18n' | 'eticket' | 'nopaid';
  createdMs: number;
  payMs: number | null;
  modifiedMs: number;
  consignMs: number | null;
  endMs: number | null;
  /** Only while shipped: the platform confirms for the buyer then. */
  timeoutActionMs: number | null;
  buyerNick: string;
  buyerOpenUid: string;
  buyerMessage: string;
  sellerMemo: string;
  sellerFlag: number;
  receiver: Receiver;
  /** Receivers before an address change, so that an old OAID still means the old address. */
  formerReceivers: Receiver[];
  postFeeFen: number;
  adjustFeeFen: number;
  orders: TaobaoOrder[];
  shippingType: 'free' | 'express' | 'ems' | 'post' | 'virtual';
  /** '' unless it is a pre-sale. */
  stepTradeStatus: '' | 'FRONT_NOPAID_FINAL_NOPAID' | 'FRONT_PAID_FINAL_NOPAID' | 'FRONT_PAID_FINAL_PAID';
  stepPaidFen: number;
  /** Latest shipment and latest pick-up. */
  deliveryTimeMs: number | null;
  collectTimeMs: number | null;
  consignIntervalHours: number | null;
  deliveryRule: DeliveryRule | null;
  parcels: TaobaoParcel[];
  script: ScheduledChange[];
  effects: TradeEffects;
}

export interface TaobaoOrder {
  oid: string;
  numIid: string;
  skuId: string;
  outerIid: string;
  outerSkuId: string;
  title: string;
  skuPropertiesName: string;
  picPath: string;
  num: number;
  priceFen: number;
  discountFen: number;
  status: string;
  refundStatus: string;
  refundId: string;
  logisticsCompany: string;
  invoiceNo: string;
  consignMs: number | null;
  endMs: number | null;
  isBuyerRated: boolean;
  isSellerRated: boolean;
  /** Shipping of this child is blocked. */
  isShipBlocked: boolean;
  /** The platform's own words on when it is going to be shipped; '' when it says nothing. */
  estimateConTime: string;
  customization: string;
}

/** Plain data that only the platform has; an app sees them masked, with an OAID. */
export interface Receiver {
  name: string;
  mobile: string;
  phone: string;
  country: string;
  state: string;
  city: string;
  district: string;
  town: string;
  address: string;
  zip: string;
}

/** Which carriers the platform wants: 0 free, 1 recommended, 2 must be one of `whiteCompanies`, 3 none of `blackCompanies`. */
export interface DeliveryRule {
  kind: 0 | 1 | 2 | 3;
  whiteCompanies: string[];
  blackCompanies: string[];
  promiseOutboundMs: number | null;
  promiseCollectMs: number | null;
}

/** A logistics order: the child orders that left together. */
export interface TaobaoParcel {
  orderCode: string;
  kind: 'offline' | 'online' | 'dummy';
  companyCode: string;
  /** '' until an online order got its number. */
  outSid: string;
  oids: string[];
  isSplit: boolean;
  createdMs: number;
  modifiedMs: number;
  /** Null until the shipment is declared. */
  consignMs: number | null;
  senderId: string;
  cancelId: string;
  /** Numbers it had before. */
  formerOutSids: string[];
}

/** What happens by itself at a time. */
export interface ScheduledChange {
  atMs: number;
  what: 'pay' | 'allow-consign' | 'confirm' | 'close-unpaid' | 'rate';
}

/** What the app's calls did: for tests that compare books. */
export interface TradeEffects {
  sends: number;
  resends: number;
  memoWrites: number;
  closes: number;
  /** Children that were shipped although a refund stood open. */
  shippedDespiteRefund: number;
}

export function noEffects(): TradeEffects {
  return { sends: 0, resends: 0, memoWrites: 0, closes: 0, shippedDespiteRefund: 0 };
}

/** What was paid for a child, without postage. */
export function orderPaymentFen(order: TaobaoOrder): number {
  return order.priceFen * order.num - order.discountFen;
}

export function goodsFen(trade: TaobaoTrade): number {
  return trade.orders.reduce((sum, order) => sum + order.priceFen * order.num, 0);
}

/** What the buyer pays altogether. */
export function paymentFen(trade: TaobaoTrade): number {
  const children = trade.orders.reduce((sum, order) => sum + orderPaymentFen(order), 0);
  return children + trade.postFeeFen + trade.adjustFeeFen;
}
