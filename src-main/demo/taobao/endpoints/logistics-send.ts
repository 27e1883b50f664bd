import * as z from 'zod';
import { method, type Call } from '../method.ts';
import {
  childrenToSend,
  checkedCompany,
  checkNumber,
  newParcel,
  sendError,
  shippableTrade,
} from '../rules/check-send.ts';
import { companyBy } from '../rules/companies.ts';
import { consign } from '../rules/consigning.ts';
import type { TaobaoParcel } from '../trade.ts';
import { idField, idsField, switchField, textField } from '../schema/fields.ts';

const split = { is_split: switchField.optional(), sub_tid: idsField(50).optional() };
const feature = { feature: textField.optional(), seller_ip: textField.optional() };
const addresses = { sender_id: idField.optional(), cancel_id: idField.optional() };

const offlineBody = z.strictObject({
  tid: idField,
  out_sid: z.string(),
  company_code: textField,
  ...split,
  ...addresses,
  ...feature,
});
const onlineBody = z.strictObject({
  tid: idField,
  out_sid: z.string().optional(),
  company_code: textField,
  is_split: switchField.optional(),
  sub_tid: idsField(20).optional(),
  ...addresses,
  ...feature,
});
const confirmBody = z.strictObject({
  tid: idField,
  out_sid: z.string(),
  is_split: switchField.optional(),
  sub_tid: idsField(20).optional(),
  seller_ip: textField.optional(),
});
const dummyBody = z.strictObject({ tid: idField, ...feature });

const shared = { package: '物流发货', writes: true };

export const logisticsSendMethods = [
  method({ name: 'taobao.logistics.offline.send', ...shared, schema: offlineBody, handle: sendOffline }),
  method({ name: 'taobao.logistics.online.send', ...shared, schema: onlineBody, handle: sendOnline }),
  method({ name: 'taobao.logistics.online.confirm', ...shared, schema: confirmBody, handle: confirmOnline }),
  method({ name: 'taobao.logistics.dummy.send', ...shared, schema: dummyBody, handle: sendDummy }),
];

export const success = { shipping: { is_success: true } };

/** The status becomes "shipped" at once. */
function sendOffline(wish: z.output<typeof offlineBody>, call: Call): unknown {
  const trade = shippableTrade('offline', wish.tid, call);
  if (trade.type === 'cod') throw sendError('offline', 'B98', '货到付款订单不支持自己联系物流发货');
  if (trade.shippingType === 'virtual') throw sendError('offline', 'B98', '虚拟物流订单不支持该发货方式');
  const company = checkedCompany('offline', trade, wish.company_code);
  checkNumber('offline', company, wish.out_sid, call, wish.tid);
  checkAddressIds('offline', wish, call);
  const orders = childrenToSend('offline', trade, wish);
  const parcel = newParcel(call, {
    kind: 'offline',
    companyCode: company.code,
    outSid: wish.out_sid,
    oids: orders.map((order) => order.oid),
    isSplit: wish.is_split === true,
  });
  noteAddresses(parcel, wish);
  trade.parcels.push(parcel);
  consign(call.store, trade, parcel, call.nowMs, call.timings);
  return success;
}

/** Without a number the carrier is only asked to come: the status stays until `online.confirm`. */
function sendOnline(wish: z.output<typeof onlineBody>, call: Call): unknown {
  const trade = shippableTrade('online', wish.tid, call);
  const company = checkedCompany('online', trade, wish.company_code);
  const outSid = wish.out_sid ?? '';
  if (outSid !== '') checkNumber('online', company, outSid, call, wish.tid);
  checkAddressIds('online', wish, call);
  const oids = childrenToSend('online', trade, wish).map((order) => order.oid);
  const parcel = newParcel(call, {
    kind: 'online',
    companyCode: company.code,
    outSid,
    oids,
    isSplit: wish.is_split === true,
  });
  noteAddresses(parcel, wish);
  trade.parcels.push(parcel);
  if (outSid !== '') consign(call.store, trade, parcel, call.nowMs, call.timings);
  return success;
}

function confirmOnline(wish: z.output<typeof confirmBody>, call: Call): unknown {
  const trade = shippableTrade('online-confirm', wish.tid, call);
  const parcel = trade.parcels.find(
    (candidate) =>
      candidate.kind === 'online' &&
      candidate.consignMs === null &&
      (wish.sub_tid === undefined || wish.sub_tid.every((oid) => candidate.oids.includes(oid))),
  );
  if (parcel === undefined) throw sendError('online-confirm', 'P02', '物流订单不存在');
  if (parcel.isSplit && (wish.is_split !== true || wish.sub_tid === undefined)) {
    throw sendError('online-confirm', 'CD22', '该订单已拆单发货，必须传入拆单子订单');
  }
  const company = companyBy(parcel.companyCode);
  if (company === undefined) throw sendError('online-confirm', 'B56', '物流公司不存在');
  checkNumber('online-confirm', company, wish.out_sid, call, wish.tid);
  parcel.outSid = wish.out_sid;
  consign(call.store, trade, parcel, call.nowMs, call.timings);
  return success;
}

/** No parcel at all: virtual goods. */
function sendDummy({ tid }: z.output<typeof dummyBody>, call: Call): unknown {
  const trade = shippableTrade('dummy', tid, call);
  const oids = childrenToSend('dummy', trade, {}).map((order) => order.oid);
  const parcel = newParcel(call, { kind: 'dummy', companyCode: '', outSid: '', oids, isSplit: false });
  trade.parcels.push(parcel);
  consign(call.store, trade, parcel, call.nowMs, call.timings);
  return success;
}

interface AddressIds {
  sender_id?: string | undefined;
  cancel_id?: string | undefined;
}

function noteAddresses(parcel: TaobaoParcel, { sender_id = '', cancel_id = '' }: AddressIds): void {
  parcel.senderId = sender_id;
  parcel.cancelId = cancel_id;
}

function checkAddressIds(family: 'offline' | 'online', { sender_id, cancel_id }: AddressIds, call: Call): void {
  const known = call.store.world.addresses.map((address) => address.contactId);
  for (const id of [sender_id, cancel_id]) {
    if (id !== undefined && !known.includes(id)) throw sendError(family, 'B101', '地址库ID不属于该卖家');
  }
}
