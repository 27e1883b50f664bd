import * as z from 'zod';
import { list } from '../answers/tree.ts';
import { method, type Call } from '../method.ts';
import { isPickedUp } from '../rules/trace.ts';
import { checkOrder, plainRecipient, subscriptionFor, takeWaybill, waybillError } from '../rules/take-waybill.ts';
import { isTemplateOf } from '../rules/templates.ts';
import { printDataOf } from '../rules/waybill-label.ts';
import { jsonField, textField } from '../schema/fields.ts';
import { applyRequest, updateRequest } from '../schema/waybill-request.ts';
import type { TaobaoWaybill } from '../waybill.ts';

const getBody = z.strictObject({ param_waybill_cloud_print_apply_new_request: jsonField(applyRequest) });
const updateBody = z.strictObject({ param_waybill_cloud_print_update_request: jsonField(updateRequest) });
const cancelBody = z.strictObject({ cp_code: textField, waybill_code: textField });

const shared = { package: '电子面单', writes: true };

export const waybillWriteMethods = [
  method({ name: 'cainiao.waybill.ii.get', ...shared, schema: getBody, handle: get }),
  method({ name: 'cainiao.waybill.ii.update', ...shared, schema: updateBody, handle: update }),
  method({ name: 'cainiao.waybill.ii.cancel', ...shared, schema: cancelBody, handle: cancel }),
];

/** All numbers of the request, or none. */
function get({ param_waybill_cloud_print_apply_new_request: request }: z.output<typeof getBody>, call: Call): unknown {
  const subscription = subscriptionFor(call, request);
  const orders = request.trade_order_info_dtos;
  if (new Set(orders.map((order) => order.object_id)).size !== orders.length) {
    throw waybillError('OBJECT_ID_REPEATED', '请求ID重复');
  }
  for (const order of orders) checkOrder(call, request, order);
  if (subscription.cpType !== 1 && subscription.quantity < orders.length) {
    throw waybillError('BALANCE_NOT_ENOUGH', '电子面单余额不足');
  }
  const answers = orders.map((order) => {
    const waybill = takeWaybill(call, request, order, subscription);
    return {
      object_id: order.object_id,
      waybill_code: waybill.waybillCode,
      print_data: waybill.printData,
      cp_code: waybill.cpCode,
      real_cp_code: waybill.cpCode,
    };
  });
  return { modules: list('waybill_cloud_print_response', answers) };
}

/** Another recipient or weight for a number that is not on its way. */
function update({ param_waybill_cloud_print_update_request: wish }: z.output<typeof updateBody>, call: Call): unknown {
  const waybill = changeable(call, wish.cp_code, wish.waybill_code);
  const { label } = waybill;
  if (wish.template_url !== undefined) {
    if (!isTemplateOf(waybill.cpCode, wish.template_url))
      throw waybillError('TEMPLATE_ERROR', '模板URL不属于该快递公司');
    waybill.templateUrl = wish.template_url;
  }
  if (wish.package_info?.weight !== undefined) label.weightGrams = wish.package_info.weight;
  if (wish.package_info?.items !== undefined) label.items = wish.package_info.items;
  if (wish.recipient !== undefined) updateRecipient(waybill, wish.recipient, call);
  if (wish.sender !== undefined) {
    label.sender.name = wish.sender.name ?? label.sender.name;
    label.sender.mobile = wish.sender.mobile ?? label.sender.mobile;
    label.sender.phone = wish.sender.phone ?? label.sender.phone;
  }
  waybill.updates += 1;
  waybill.printData = printDataOf(waybill);
  return { waybill_code: waybill.waybillCode, print_data: waybill.printData };
}

type NewRecipient = NonNullable<z.output<typeof updateRequest>['recipient']>;

function updateRecipient({ label }: TaobaoWaybill, wish: NewRecipient, call: Call): void {
  if (wish.oaid !== undefined) {
    label.recipient = plainRecipient(call, label.tid, wish.oaid);
    label.oaid = wish.oaid;
    return;
  }
  const { recipient } = label;
  recipient.name = wish.name ?? recipient.name;
  recipient.mobile = wish.mobile ?? recipient.mobile;
  recipient.phone = wish.phone ?? recipient.phone;
  if (wish.address !== undefined) {
    const { province, city = '', district = '', town = '', detail } = wish.address;
    recipient.address = { province, city, district, town, detail };
  }
}

/** Frees a number that the carrier has not picked up; cancelling twice changes nothing more. */
function cancel({ cp_code, waybill_code }: z.output<typeof cancelBody>, call: Call): unknown {
  const waybill = call.store.waybill(waybill_code);
  if (waybill?.cpCode === cp_code && waybill.state === 'cancelled') return { cancel_result: true };
  const taken = changeable(call, cp_code, waybill_code);
  taken.state = 'cancelled';
  taken.cancelledMs = call.nowMs;
  const subscription = call.store.world.subscriptions.find(
    (candidate) => candidate.cpCode === cp_code && candidate.brandCode === taken.brandCode,
  );
  if (subscription !== undefined) {
    subscription.cancelQuantity += 1;
    if (call.choices.returnsBalance && subscription.cpType !== 1) subscription.quantity += 1;
  }
  return { cancel_result: true };
}

function changeable(call: Call, cpCode: string, waybillCode: string): TaobaoWaybill {
  const waybill = call.store.waybill(waybillCode);
  if (waybill === undefined || waybill.cpCode !== cpCode) throw waybillError('WAYBILL_NOT_EXIST', '面单号不存在');
  if (waybill.state === 'cancelled') throw waybillError('WAYBILL_CANCELLED', '面单号已取消');
  const isOnItsWay = call.store.world.trades.some((trade) =>
    trade.parcels.some((parcel) => parcel.outSid === waybillCode && isPickedUp(parcel, call.nowMs, call.timings)),
  );
  if (isOnItsWay) throw waybillError('WAYBILL_PICKED_UP', '快递公司已揽收，不能操作');
  return waybill;
}
