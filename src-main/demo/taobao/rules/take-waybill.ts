import { createHash } from 'node:crypto';
import type { Call } from '../method.ts';
import { serviceError, type Refusal } from '../refusal.ts';
import type { ApplyOrder, ApplyRequest } from '../schema/waybill-request.ts';
import type { TaobaoWaybill, WaybillAddress, WaybillPerson, WaybillSubscription } from '../waybill.ts';
import { companyBy, newNumber } from './companies.ts';
import { receiverBehind } from './oaid.ts';
import { isTemplateOf } from './templates.ts';
import { printDataOf } from './waybill-label.ts';

/** Errors of the waybill service; the documents list no suffixes, these are ours. */
export function waybillError(suffix: string, message: string): Refusal {
  return serviceError(`isv.waybill-service-error:${suffix}`, message);
}

/** The branch that sends from this very address; the address must be one of those subscribed. */
export function subscriptionFor(call: Call, request: ApplyRequest): WaybillSubscription {
  const ofCarrier = call.store.world.subscriptions.filter(
    (subscription) =>
      subscription.cpCode === request.cp_code &&
      (request.brand_code === undefined || subscription.brandCode === request.brand_code),
  );
  if (ofCarrier.length === 0) throw waybillError('NOT_SUBSCRIBED', `未订购该快递公司的电子面单：${request.cp_code}`);
  const found = ofCarrier.find((subscription) =>
    subscription.addresses.some((address) => isSameAddress(address, request.sender.address)),
  );
  if (found === undefined) throw waybillError('ADDRESS_NOT_SUBSCRIBED', '发货地址未订购电子面单服务');
  if (found.branchStatus !== 1) throw waybillError('BRANCH_CLOSED', '网点已停用');
  return found;
}

type RequestAddress = ApplyRequest['sender']['address'];

function isSameAddress(known: WaybillAddress, asked: RequestAddress): boolean {
  return (
    known.province === asked.province &&
    known.city === (asked.city ?? '') &&
    known.district === (asked.district ?? '') &&
    known.town === (asked.town ?? '') &&
    known.detail === asked.detail
  );
}

/**
 * Takes one number, or gives the one again that the very same request got before. The trade ids of a number may not be used for another
 * one unless the package has an id of its own (taobao.md §6).
 */
export function takeWaybill(
  call: Call,
  request: ApplyRequest,
  order: ApplyOrder,
  from: WaybillSubscription,
): TaobaoWaybill {
  const mark = requestMark(request, order);
  const packageId = order.package_info.id ?? '';
  const before = call.store.world.waybills.find(
    (waybill) =>
      waybill.state === 'taken' &&
      waybill.cpCode === request.cp_code &&
      waybill.packageId === packageId &&
      waybill.tradeOrders.some((number) => order.order_info.trade_order_list.includes(number)),
  );
  if (before !== undefined) {
    if (before.requestMark === mark) return before;
    throw waybillError('TRADE_ORDER_REPEATED', '订单号已获取过电子面单，请勿重复获取');
  }
  return newWaybill(call, request, order, from, mark);
}

/** Everything that makes two requests different, but not what the caller calls it. */
function requestMark(request: ApplyRequest, order: ApplyOrder): string {
  const about = [request.cp_code, request.sender, { ...order, object_id: '' }];
  return createHash('sha256').update(JSON.stringify(about)).digest('base64url').slice(0, 20);
}

/** Refuses what cannot be on a label, before any number of the request is taken. */
export function checkOrder(call: Call, request: ApplyRequest, order: ApplyOrder): void {
  if (order.user_id !== call.store.world.seller.userId) throw waybillError('USER_ID_ERROR', '使用者ID不正确');
  if (!isTemplateOf(request.cp_code, order.template_url))
    throw waybillError('TEMPLATE_ERROR', '模板URL不属于该快递公司');
  if (request.cp_code === 'SF' && (order.package_info.goods_description ?? '') === '') {
    throw waybillError('GOODS_DESCRIPTION_NEEDED', '顺丰取号必须传入货品描述');
  }
  recipientOf(call, order);
}

function newWaybill(
  call: Call,
  request: ApplyRequest,
  order: ApplyOrder,
  from: WaybillSubscription,
  mark: string,
): TaobaoWaybill {
  const company = companyBy(request.cp_code);
  if (company === undefined) throw waybillError('CP_CODE_ERROR', '快递公司编码不正确');
  if (from.cpType !== 1 && from.quantity <= 0) throw waybillError('BALANCE_NOT_ENOUGH', '电子面单余额不足');
  if (from.cpType !== 1) from.quantity -= 1;
  from.allocatedQuantity += 1;
  const draft = {
    waybillCode: newNumber(company, call.store.newSerial()),
    cpCode: request.cp_code,
    brandCode: from.brandCode,
    objectId: order.object_id,
    tradeOrders: [...order.order_info.trade_order_list],
    packageId: order.package_info.id ?? '',
    state: 'taken' as const,
    takenMs: call.nowMs,
    cancelledMs: null,
    templateUrl: order.template_url,
    isEncrypted: request.need_encrypt ?? true,
    label: {
      sender: personOf(request.sender),
      recipient: recipientOf(call, order),
      tid: order.recipient.tid ?? '',
      oaid: order.recipient.oaid ?? '',
      weightGrams: order.package_info.weight ?? 0,
      items: order.package_info.items,
    },
    requestMark: mark,
    updates: 0,
    reprints: 0,
  };
  const waybill: TaobaoWaybill = { ...draft, printData: printDataOf(draft) };
  call.store.addWaybill(waybill);
  return waybill;
}

/** An OAID brings the plain text that belongs to it, an old one the old address; masked text without one is no address. */
function recipientOf(call: Call, order: ApplyOrder): WaybillPerson {
  const { oaid, tid, ...given } = order.recipient;
  if (oaid === undefined || oaid === '') {
    if (`${given.name}${given.mobile ?? ''}${given.address.detail}`.includes('*') && given.caid === undefined) {
      throw waybillError('RECIPIENT_MASKED', '收件人信息已脱敏，请传入oaid');
    }
    return personOf(given);
  }
  return plainRecipient(call, tid ?? '', oaid);
}

/** Who stands behind an OAID of this trade. */
export function plainRecipient(call: Call, tid: string, oaid: string): WaybillPerson {
  const trade = call.store.trade(tid);
  const found = trade === undefined ? undefined : receiverBehind(call.store, trade, oaid);
  if (found === undefined) throw waybillError('OAID_ERROR', 'oaid与订单号不匹配');
  const { name, mobile, phone, state, city, district, town, address } = found.receiver;
  return { name, mobile, phone, address: { province: state, city, district, town, detail: address } };
}

type GivenPerson = Pick<ApplyRequest['sender'], 'name' | 'mobile' | 'phone' | 'address'>;

export function personOf({ name, mobile = '', phone = '', address }: GivenPerson): WaybillPerson {
  const { province, city = '', district = '', town = '', detail } = address;
  return { name, mobile, phone, address: { province, city, district, town, detail } };
}
