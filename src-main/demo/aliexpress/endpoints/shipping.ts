import * as z from 'zod';
import { textParameter } from '../fields.ts';
import { operation, type Call } from '../operation.ts';
import {
  declareParcels,
  findModifiable,
  objectToDeclaration,
  objectToNumber,
  type Declaration,
  type Objection,
  type Reason,
} from '../rules/shipping.ts';

const sendType = z.enum(['all', 'part']);
const optional = textParameter.optional();
const required = textParameter.min(1);
const orderReference = z.string().regex(/^\d{1,19}$/u, 'not an order id');

/** The flat calls: one number for the whole order, or for an unnamed part of it. */
export const shippingOperations = [
  operation({
    name: 'aliexpress.logistics.sellershipmentfortop',
    needs: 'logistics',
    writes: true,
    schema: z.strictObject({
      service_name: required,
      logistics_no: required,
      out_ref: orderReference,
      send_type: sendType,
      tracking_website: optional,
      actual_carrier: optional,
      package_type: optional,
      description: textParameter.max(512).optional(),
      ioss: optional,
      locale: optional,
    }),
    handle: (parameters, call) =>
      said(declare(parameters.out_ref, { ...parcel(parameters), ioss: parameters.ioss ?? '' }, call)),
  }),
  operation({
    name: 'aliexpress.solution.order.fulfill',
    needs: 'logistics',
    writes: true,
    schema: z.strictObject({
      service_name: required,
      logistics_no: required,
      out_ref: orderReference,
      send_type: sendType,
      tracking_website: optional,
      // English only.
      description: z
        .string()
        .max(512)
        .regex(/^[\x20-\x7e\s]*$/u, 'must be English')
        .optional(),
    }),
    // This one tells no reason.
    handle: (parameters, call) => ({
      result: { result_success: declare(parameters.out_ref, { ...parcel(parameters), ioss: '' }, call) === null },
    }),
  }),
  operation({
    name: 'aliexpress.logistics.sellermodifiedshipmentfortop',
    needs: 'logistics',
    writes: true,
    schema: z.strictObject({
      old_service_name: required,
      old_logistics_no: required,
      new_service_name: required,
      new_logistics_no: required,
      send_type: sendType,
      out_ref: orderReference,
      tracking_website: optional,
      actual_carrier: optional,
      package_type: optional,
      description: textParameter.max(512).optional(),
      locale: optional,
    }),
    handle: (parameters, call) => {
      const { old_service_name, old_logistics_no, new_service_name, new_logistics_no, ...rest } = parameters;
      const wish = parcel({ ...rest, service_name: new_service_name, logistics_no: new_logistics_no });
      return said(
        modify(parameters.out_ref, { serviceName: old_service_name, logisticsNo: old_logistics_no }, wish, call),
      );
    },
  }),
];

interface FlatParcel {
  service_name: string;
  logistics_no: string;
  send_type: 'all' | 'part';
  tracking_website?: string | undefined;
  actual_carrier?: string | undefined;
  package_type?: string | undefined;
}

function parcel(flat: FlatParcel): Omit<Declaration, 'ioss'> {
  return {
    serviceName: flat.service_name,
    logisticsNo: flat.logistics_no,
    sortId: null,
    sendType: flat.send_type,
    trackingWebsite: flat.tracking_website ?? '',
    actualCarrier: flat.actual_carrier ?? '',
    packageType: flat.package_type ?? '',
  };
}

export const systemError: Reason = { code: 'SYSTEM_ERROR', text: 'system error' };
export const noSuchOrder: Reason = { code: 'ORDER_NOT_FOUND', text: 'the order does not exist' };

function declare(orderId: string, wish: Declaration, call: Call): Objection {
  const order = call.store.order(orderId);
  if (order === undefined) return noSuchOrder;
  const objection = call.isStruck('business-failure') ? systemError : objectToDeclaration(order, wish);
  if (objection === null) declareParcels(order, [wish], call.nowMs, call.timings);
  return objection;
}

function modify(
  orderId: string,
  old: { serviceName: string; logisticsNo: string },
  wish: Omit<Declaration, 'ioss'>,
  call: Call,
): Objection {
  const order = call.store.order(orderId);
  if (order === undefined) return noSuchOrder;
  if (call.isStruck('business-failure')) return systemError;
  const { shipments, objection } = findModifiable(order, old, null, call.nowMs, call.timings);
  const reason = objection ?? objectToNumber(wish);
  if (reason !== null) return reason;
  for (const shipment of shipments) {
    shipment.serviceName = wish.serviceName;
    shipment.logisticsNo = wish.logisticsNo;
    shipment.trackingWebsite = wish.trackingWebsite;
    shipment.actualCarrier = wish.actualCarrier;
    shipment.packageType = wish.packageType;
    shipment.changes += 1;
  }
  order.modifiedAtMs = call.nowMs;
  order.effects.modified.push({ from: old.logisticsNo, to: wish.logisticsNo, atMs: call.nowMs });
  return null;
}

/** HTTP 200 with `result_success:false` is the normal failure. */
function said(objection: Objection): unknown {
  if (objection === null) return { result_success: true };
  return { result_success: false, result_error_code: objection.code, result_error_desc: objection.text };
}
