/** Order states, the platform's own words. The overlays (dispute, frozen) are kept beside them. */
export type OrderStatus =
  | 'PLACE_ORDER_SUCCESS'
  | 'PAYMENT_PROCESSING'
  | 'IN_BOOK_SALE'
  | 'RISK_CONTROL'
  | 'RISK_CONTROL_HOLD'
  | 'WAIT_GROUP_SUCCESS'
  | 'WAIT_SELLER_EXAMINE_MONEY'
  | 'WAIT_SELLER_SEND_GOODS'
  | 'SELLER_PART_SEND_GOODS'
  | 'WAIT_BUYER_ACCEPT_GOODS'
  | 'IN_CANCEL'
  | 'FUND_PROCESSING'
  | 'FINISH'
  | 'ARCHIVE';

export type IssueStatus = 'NO_ISSUE' | 'IN_ISSUE' | 'END_ISSUE';
export type FrozenStatus = 'NO_FROZEN' | 'IN_FROZEN';

/** What happens to an order by itself when its time comes. */
export type TimerName =
  | 'buyer-pays'
  | 'pay-timeout'
  | 'risk-passes'
  | 'send-timeout'
  | 'cancel-timeout'
  | 'buyer-accepts'
  | 'accept-timeout'
  | 'money-moves'
  | 'archives';

/** An order in the platform's books. Ids are decimal texts of up to 64 bits, money is whole cents. */
export interface AliOrder {
  orderId: string;
  status: OrderStatus;
  issueStatus: IssueStatus;
  frozenStatus: FrozenStatus;
  frozenAtMs: number | null;
  createdAtMs: number;
  paidAtMs: number | null;
  sentAtMs: number | null;
  endedAtMs: number | null;
  modifiedAtMs: number;
  currency: string;
  logisticsCents: number;
  paymentType: string;
  buyer: AliBuyer;
  address: AliAddress;
  /** The digest of the address; contains URL escapes. */
  oaid: string;
  lines: AliLine[];
  sendDueAtMs: number | null;
  acceptDueAtMs: number | null;
  extendedDays: number;
  cancelRequest: { reason: string; askedAtMs: number } | null;
  endReason: string;
  refund: AliRefund | null;
  remark: string | null;
  /** The platform leaves such orders out of `total_count`. */
  isUncounted: boolean;
  shipments: AliShipment[];
  timers: Partial<Record<TimerName, number>>;
  effects: OrderEffects;
}

export interface AliBuyer {
  loginId: string;
  firstName: string;
  lastName: string;
}

/** In clear; answers mask the person's parts. `country` is the platform's code: the United Kingdom is `UK`. */
export interface AliAddress {
  contactPerson: string;
  country: string;
  countryName: string;
  province: string;
  city: string;
  detailAddress: string;
  address2: string;
  zip: string;
  phoneCountry: string;
  mobileNo: string;
  /** Brazil's CPF, Chile's RUT, a Korean customs code: '' elsewhere. */
  taxNumber: string;
  /** Russia: the address in the country's own letters. */
  localizedAddress: string;
  passport: { no: string; issuedOn: string; birthday: string; authority: string } | null;
}

export interface AliLine {
  childId: string;
  /** `order_sort_id`, which split shipping calls `sub_trade_order_index`; from 1. */
  sortId: number;
  productId: string;
  skuId: string;
  skuCode: string;
  name: string;
  attributes: string;
  quantity: number;
  unitCents: number;
  imageUrl: string;
  /** The service the buyer chose. */
  logisticsType: string;
  logisticsServiceName: string;
  memo: string;
  isWarehouseSent: boolean;
  isSemiManaged: boolean;
  goodsPrepareDays: number;
  issueStatus: IssueStatus;
  endReason: string;
}

export interface AliRefund {
  status: 'wait_refund' | 'refund_ok' | 'refund_cancel' | 'close' | 'refund_frozen';
  type: string;
  reason: string;
  cashCents: number;
  atMs: number;
}

/** One declared tracking number. */
export interface AliShipment {
  serviceName: string;
  logisticsNo: string;
  /** The line it is for; null for the whole order. */
  sortId: number | null;
  sendType: 'all' | 'part';
  trackingWebsite: string;
  actualCarrier: string;
  packageType: string;
  ioss: string;
  declaredAtMs: number;
  changes: number;
}

/** Every effect that a call had, counted, so that a test can prove "exactly once". */
export interface OrderEffects {
  declared: {
    serviceName: string;
    logisticsNo: string;
    sortId: number | null;
    sendType: 'all' | 'part';
    atMs: number;
  }[];
  modified: { from: string; to: string; atMs: number }[];
  cancelsAccepted: number;
  cancelsRefused: number;
  extensions: number;
  waybills: number;
  decrypts: number;
  remarks: number;
  ratings: number;
}

export function noEffects(): OrderEffects {
  return {
    declared: [],
    modified: [],
    cancelsAccepted: 0,
    cancelsRefused: 0,
    extensions: 0,
    waybills: 0,
    decrypts: 0,
    remarks: 0,
    ratings: 0,
  };
}
