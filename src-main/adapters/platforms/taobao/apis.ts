interface Api {
  /** The permission package in which the console lists it, so that the seller can ask for it. */
  readonly package: string;
  /** False: it needs no seller's token. */
  readonly needsSession?: boolean;
}

const ORDERS = { package: '订单信息查询' };
const LOGISTICS = { package: '物流' };
const WAYBILL = { package: '菜鸟电子面单' };
const REFUNDS = { package: '退款' };
const GOODS = { package: '商品' };
const RATES = { package: '评价' };
const BASIC = { package: '基础API' };

/** Every API that the connector calls. */
export const APIS = {
  'taobao.time.get': { ...BASIC, needsSession: false },
  'taobao.appip.get': { ...BASIC, needsSession: false },
  'taobao.top.auth.token.create': { ...BASIC, needsSession: false },
  'taobao.user.seller.get': BASIC,
  'taobao.trades.sold.get': ORDERS,
  'taobao.trades.sold.increment.get': ORDERS,
  'taobao.trade.fullinfo.get': ORDERS,
  'taobao.top.oaid.decrypt': { package: '收件人信息解密' },
  'taobao.trade.close': { package: '订单信息修改' },
  'taobao.logistics.companies.get': { ...LOGISTICS, needsSession: false },
  'taobao.logistics.address.search': LOGISTICS,
  'taobao.logistics.offline.send': LOGISTICS,
  'taobao.logistics.consign.resend': LOGISTICS,
  'cainiao.waybill.ii.search': WAYBILL,
  'cainiao.waybill.ii.get': WAYBILL,
  'cainiao.waybill.ii.cancel': WAYBILL,
  'cainiao.waybill.ii.query.by.waybillcode': WAYBILL,
  'cainiao.waybill.ii.query.by.tradecode': WAYBILL,
  'cainiao.cloudprint.stdtemplates.get': { ...WAYBILL, needsSession: false },
  'taobao.refunds.receive.get': REFUNDS,
  'taobao.refund.get': REFUNDS,
  'taobao.refund.detail.get': REFUNDS,
  'taobao.refund.messages.get': REFUNDS,
  'taobao.refund.refusereason.get': REFUNDS,
  'taobao.refund.refuse': REFUNDS,
  'taobao.rp.refunds.agree': REFUNDS,
  'taobao.rp.returngoods.agree': REFUNDS,
  'taobao.rdc.aligenius.sendgoods.cancel': REFUNDS,
  'taobao.traderates.get': RATES,
  'taobao.traderate.explain.add': RATES,
  'taobao.item.seller.get': GOODS,
  'taobao.item.quantity.update': GOODS,
  'taobao.skus.quantity.update': GOODS,
} as const satisfies Readonly<Record<string, Api>>;

export type ApiName = keyof typeof APIS;

export const packageOf = (api: ApiName): string => APIS[api].package;

export function needsSession(api: ApiName): boolean {
  const { needsSession: needs = true }: Api = APIS[api];
  return needs;
}
