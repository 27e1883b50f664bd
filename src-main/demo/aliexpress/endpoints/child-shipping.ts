import * as z from 'zod';
import { list } from '../answer-tree.ts';
import { int64 } from '../answers/values.ts';
import {
  idField,
  idParameter,
  jsonParameter,
  noParameters,
  textParameter,
  wholeField,
  wholeParameter,
} from '../fields.ts';
import { operation, type Call } from '../operation.ts';
import type { AliOrder, AliShipment } from '../order.ts';
import {
  declareParcels,
  findModifiable,
  objectToDeclaration,
  objectToNumber,
  type Declaration,
  type Objection,
  type Reason,
} from '../rules/shipping.ts';
import { declareServices } from '../services.ts';
import { noSuchOrder, systemError } from './shipping.ts';

/** Spelt `tracking_web_site` here and `tracking_website` in the flat calls. */
const parcelField = z.strictObject({
  logistics_no: z.string().min(1),
  service_name: z.string().min(1),
  tracking_web_site: z.string().optional(),
  actual_carrier: z.string().optional(),
  package_type: z.string().optional(),
});
const subOrderField = z.strictObject({
  sub_trade_order_index: wholeField,
  send_type: z.enum(['all', 'part']),
  ioss: z.string().optional(),
  shipment_list: z.array(parcelField).min(1),
});
type SubOrder = z.output<typeof subOrderField>;

export const childShippingOperations = [
  operation({
    name: 'aliexpress.logistics.order.shipment',
    needs: 'logistics',
    writes: true,
    schema: z.strictObject({
      param_aeop_seller_shipment_sub_trade_order_request: jsonParameter(
        z.strictObject({ trade_order_id: idField, sub_trade_order_list: z.array(subOrderField).min(1) }),
      ),
    }),
    handle: ({ param_aeop_seller_shipment_sub_trade_order_request: request }, call) =>
      ship(request.trade_order_id, request.sub_trade_order_list, call),
  }),
  operation({
    name: 'aliexpress.logistics.order.modifyshipment',
    needs: 'logistics',
    writes: true,
    schema: z.strictObject({
      trade_order_id: idParameter,
      old_logistics_no: textParameter.min(1),
      old_service_name: textParameter.min(1),
      sub_trade_order_list: jsonParameter(z.array(subOrderField).min(1)),
    }),
    handle: modify,
  }),
  operation({
    name: 'aliexpress.logistics.querysellershipmentinfo',
    needs: 'logistics',
    schema: z.strictObject({
      trade_order_id: idParameter,
      sub_trade_order_index: wholeParameter.optional(),
      logistics_no: textParameter.optional(),
      service_name: textParameter.optional(),
    }),
    handle: queryShipments,
  }),
  operation({
    name: 'aliexpress.logistics.redefining.listlogisticsservice',
    needs: 'logistics',
    schema: noParameters,
    handle: () => ({
      result_success: true,
      result_list: list(
        'aeop_logistics_service_result',
        declareServices.map((service, index) => ({
          service_name: service.serviceName,
          display_name: service.displayName,
          logistics_company: service.company,
          tracking_no_regex: service.trackingPattern,
          min_process_day: service.minDays,
          max_process_day: service.maxDays,
          recommend_order: index + 1,
        })),
      ),
    }),
  }),
];

function declarations(sub: SubOrder): Declaration[] {
  return sub.shipment_list.map((parcel) => ({
    serviceName: parcel.service_name,
    logisticsNo: parcel.logistics_no,
    sortId: sub.sub_trade_order_index,
    sendType: sub.send_type,
    trackingWebsite: parcel.tracking_web_site ?? '',
    actualCarrier: parcel.actual_carrier ?? '',
    packageType: parcel.package_type ?? '',
    ioss: sub.ioss ?? '',
  }));
}

/** Each line stands for itself: what is wrong is missing from the echo, the rest is written. */
function ship(orderId: string, subs: readonly SubOrder[], call: Call): unknown {
  const order = call.store.order(orderId);
  const refuse = (objection: Reason): unknown => ({
    result: { success: false, trade_order_id: int64(orderId), error_code: objection.code, error_msg: objection.text },
  });
  if (order === undefined) return refuse(noSuchOrder);
  if (call.isStruck('business-failure')) return refuse(systemError);
  const written: SubOrder[] = [];
  let trouble: Objection = null;
  for (const [index, sub] of subs.entries()) {
    const wishes = declarations(sub);
    const isStruck = index === 0 && call.isStruck('partial-failure');
    const objection = isStruck ? systemError : firstObjection(order, wishes);
    trouble ??= objection;
    if (objection !== null) continue;
    declareParcels(order, wishes, call.nowMs, call.timings);
    written.push(sub);
  }
  return {
    result: {
      success: trouble === null,
      trade_order_id: int64(orderId),
      error_code: trouble?.code,
      error_msg: trouble?.text,
      sub_trade_order_list: list('aeop_seller_shipment_sub_trade_order_dto', written.map(echo)),
    },
  };
}

function firstObjection(order: AliOrder, wishes: readonly Declaration[]): Objection {
  for (const wish of wishes) {
    const objection = objectToDeclaration(order, wish);
    if (objection !== null) return objection;
  }
  return null;
}

function echo(sub: SubOrder): unknown {
  return { ...sub, shipment_list: list('aeop_shipment_dto', sub.shipment_list) };
}

/** The first new parcel of a line takes the old one's place, further ones join it. */
function modify(
  request: {
    trade_order_id: string;
    old_logistics_no: string;
    old_service_name: string;
    sub_trade_order_list: SubOrder[];
  },
  call: Call,
): unknown {
  const order = call.store.order(request.trade_order_id);
  const old = { serviceName: request.old_service_name, logisticsNo: request.old_logistics_no };
  const objection =
    order === undefined ? noSuchOrder : objectToModification(order, old, request.sub_trade_order_list, call);
  const head = {
    trade_order_id: int64(request.trade_order_id),
    old_logistics_no: old.logisticsNo,
    // The platform's own spelling.
    old_serivce_name: old.serviceName,
  };
  if (objection !== null || order === undefined) {
    return { ...head, is_success: false, code_of_error: objection?.code, error_msg: objection?.text };
  }
  for (const sub of request.sub_trade_order_list) replaceParcel(order, old, sub, call.nowMs);
  order.modifiedAtMs = call.nowMs;
  return {
    ...head,
    is_success: true,
    sub_trade_order_list: list('aeop_seller_shipment_sub_trade_order_dto', request.sub_trade_order_list.map(echo)),
  };
}

function objectToModification(
  order: AliOrder,
  old: { serviceName: string; logisticsNo: string },
  subs: readonly SubOrder[],
  call: Call,
): Objection {
  if (call.isStruck('business-failure')) return systemError;
  for (const sub of subs) {
    const { objection } = findModifiable(order, old, [sub.sub_trade_order_index], call.nowMs, call.timings);
    if (objection !== null) return objection;
    for (const wish of declarations(sub)) {
      const reason = objectToNumber(wish);
      if (reason !== null) return reason;
    }
  }
  return null;
}

function replaceParcel(
  order: AliOrder,
  old: { serviceName: string; logisticsNo: string },
  sub: SubOrder,
  nowMs: number,
): void {
  const [first, ...further] = declarations(sub);
  const shipment = order.shipments.find(
    (candidate) =>
      candidate.sortId === sub.sub_trade_order_index &&
      candidate.logisticsNo === old.logisticsNo &&
      candidate.serviceName === old.serviceName,
  );
  if (shipment === undefined || first === undefined) return;
  // How much of the line was sent stays as it was declared.
  Object.assign(shipment, { ...first, sendType: shipment.sendType, changes: shipment.changes + 1 });
  for (const wish of further) order.shipments.push({ ...wish, declaredAtMs: nowMs, changes: 0 });
  order.effects.modified.push({ from: old.logisticsNo, to: first.logisticsNo, atMs: nowMs });
}

function queryShipments(
  query: {
    trade_order_id: string;
    sub_trade_order_index?: number | undefined;
    logistics_no?: string | undefined;
    service_name?: string | undefined;
  },
  call: Call,
): unknown {
  const order = call.store.order(query.trade_order_id);
  const head = { trade_order_id: int64(query.trade_order_id) };
  if (order === undefined)
    return {
      ...head,
      result_success: false,
      result_error_code: 'ORDER_NOT_FOUND',
      error_msg: 'the order does not exist',
    };
  const lines = order.lines.filter((line) => [undefined, line.sortId].includes(query.sub_trade_order_index));
  const found = lines.map((line) => ({
    index: line.sortId,
    parcels: order.shipments.filter(
      (shipment) =>
        (shipment.sortId === null || shipment.sortId === line.sortId) &&
        [undefined, shipment.logisticsNo].includes(query.logistics_no) &&
        [undefined, shipment.serviceName].includes(query.service_name),
    ),
  }));
  return {
    ...head,
    result_success: true,
    sub_trade_order_list: list(
      'aeop_seller_shipment_sub_trade_order_dto',
      found.filter(({ parcels }) => parcels.length > 0).map(({ index, parcels }) => declaredFor(index, parcels)),
    ),
  };
}

function declaredFor(index: number, parcels: readonly AliShipment[]): unknown {
  return {
    sub_trade_order_index: index,
    send_type: parcels.some((parcel) => parcel.sendType === 'all') ? 'all' : 'part',
    shipment_list: list(
      'aeop_shipment_dto',
      parcels.map((parcel) => ({
        logistics_no: parcel.logisticsNo,
        service_name: parcel.serviceName,
        tracking_web_site: parcel.trackingWebsite === '' ? null : parcel.trackingWebsite,
      })),
    ),
  };
}
