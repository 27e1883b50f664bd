import * as z from 'zod';
import { method, type Call } from '../method.ts';
import { serviceError, type Refusal } from '../refusal.ts';
import { isUsedElsewhere, newParcel } from '../rules/check-send.ts';
import { companyBy, fitsNumberRule, type LogisticsCompany } from '../rules/companies.ts';
import { isPickedUp } from '../rules/trace.ts';
import { isClosed, touch } from '../rules/trade-state.ts';
import { idField, idsField, switchField, textField } from '../schema/fields.ts';
import type { TaobaoParcel, TaobaoTrade } from '../trade.ts';
import { success } from './logistics-send.ts';

const fiftyDays = 50 * 86_400_000;

const resendBody = z.strictObject({
  tid: idField,
  out_sid: textField,
  company_code: textField,
  is_split: switchField.optional(),
  sub_tid: idsField(50).optional(),
  feature: textField.optional(),
  seller_ip: textField.optional(),
});

export const logisticsResendMethods = [
  method({
    name: 'taobao.logistics.consign.resend',
    package: '物流发货',
    writes: true,
    schema: resendBody,
    handle: resend,
  }),
];

function resendError(suffix: string, message: string): Refusal {
  return serviceError(`isv.logistics-update-company-or-mailno-error:${suffix}`, message);
}

type Wish = z.output<typeof resendBody>;

/** Another number or carrier for a parcel that was declared: own shipments within 50 days, online ones before pick-up. */
function resend(wish: Wish, call: Call): unknown {
  const trade = call.store.trade(wish.tid);
  if (trade === undefined) throw resendError('P01', '订单不存在');
  if (isClosed(trade.status) || trade.status === 'TRADE_FINISHED') throw resendError('P06', '订单状态不允许修改');
  const parcel = parcelOf(trade, wish);
  const company = companyBy(wish.company_code);
  if (company === undefined) throw resendError('P03', '物流公司不存在');
  checkChangeable(parcel, company, call);
  if (parcel.outSid === wish.out_sid && parcel.companyCode === company.code) throw resendError('P07', '没有做任何修改');
  if (!fitsNumberRule(company, wish.out_sid) || isUsedElsewhere(call, wish.out_sid, wish.tid)) {
    throw resendError('P10', '运单号不符合规则');
  }
  change(trade, partOf(trade, parcel, wish, call), company, wish.out_sid, call);
  return success;
}

function parcelOf(trade: TaobaoTrade, wish: Wish): TaobaoParcel {
  const sent = trade.parcels.filter((parcel) => parcel.consignMs !== null);
  if (sent.length === 0) throw resendError('CD19', '订单未发货');
  if (sent.some((parcel) => parcel.isSplit) && (wish.is_split !== true || wish.sub_tid === undefined)) {
    throw resendError('P25', '拆单发货的订单必须传入拆单子订单');
  }
  const oids = wish.sub_tid ?? [];
  const parcel = sent.find((candidate) => oids.every((oid) => candidate.oids.includes(oid)));
  if (parcel === undefined) throw resendError('P01', '子订单不在同一个包裹中');
  return parcel;
}

function checkChangeable(parcel: TaobaoParcel, company: LogisticsCompany, call: Call): void {
  if (parcel.kind === 'dummy') throw resendError('P05', '无需物流的订单不能修改运单号');
  if (!company.orderModes.includes(parcel.kind)) throw resendError('P05', '不能切换发货方式');
  const isOld = parcel.kind === 'offline' && call.nowMs - (parcel.consignMs ?? 0) > fiftyDays;
  const isGone = parcel.kind === 'online' && isPickedUp(parcel, call.nowMs, call.timings);
  if (isOld || isGone) throw resendError('P08', '该订单已不能修改运单号');
}

/** The parcel itself, or a new one for those children that get their own number. */
function partOf(trade: TaobaoTrade, parcel: TaobaoParcel, wish: Wish, call: Call): TaobaoParcel {
  const oids = wish.sub_tid ?? parcel.oids;
  if (oids.length === parcel.oids.length) return parcel;
  parcel.oids = parcel.oids.filter((oid) => !oids.includes(oid));
  parcel.isSplit = true;
  const { kind, companyCode, outSid } = parcel;
  const part = { ...newParcel(call, { kind, companyCode, outSid, oids, isSplit: true }), consignMs: parcel.consignMs };
  trade.parcels.push(part);
  return part;
}

function change(trade: TaobaoTrade, parcel: TaobaoParcel, company: LogisticsCompany, outSid: string, call: Call): void {
  parcel.formerOutSids.push(parcel.outSid);
  parcel.outSid = outSid;
  parcel.companyCode = company.code;
  parcel.modifiedMs = call.nowMs;
  for (const order of trade.orders) {
    if (!parcel.oids.includes(order.oid)) continue;
    order.invoiceNo = outSid;
    order.logisticsCompany = company.name;
  }
  trade.effects.resends += 1;
  touch(trade, call.nowMs);
}
