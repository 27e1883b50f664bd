import type { EffectOf } from '../../../core/order/effects.ts';
import { jsonInteger } from '../shared/json.ts';
import { readCarrierCode } from './carrier-code.ts';
import type { DeclaredParcel } from './declared.ts';
import type { ShopLine } from './shop-lines.ts';

type Push = EffectOf<'push-tracking'>;

/** A line in a parcel; `isWhole` when nothing of it is left to send. */
export interface SentLine {
  readonly line: ShopLine;
  readonly isWhole: boolean;
}

interface ShipmentCall {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * The call that declares a parcel, or corrects one (`old`): for the whole order (`lines` null) or line by line. The flat
 * calls and those by line spell some parameters differently.
 */
export function shipmentCall(
  effect: Push,
  lines: readonly SentLine[] | null,
  old: DeclaredParcel | null,
): ShipmentCall {
  if (lines === null) return old === null ? declareAll(effect) : modifyAll(effect, old);
  const list = lines.map((sent) => subOrder(effect, sent));
  if (old === null) {
    const request = { trade_order_id: jsonInteger(effect.remoteId), sub_trade_order_list: list };
    return {
      name: 'aliexpress.logistics.order.shipment',
      parameters: { param_aeop_seller_shipment_sub_trade_order_request: request },
    };
  }
  return {
    name: 'aliexpress.logistics.order.modifyshipment',
    parameters: {
      trade_order_id: effect.remoteId,
      old_logistics_no: old.number,
      old_service_name: old.service,
      sub_trade_order_list: list,
    },
  };
}

function declareAll(effect: Push): ShipmentCall {
  const { service, actualCarrier, website } = readCarrierCode(effect.carrier ?? '');
  return {
    name: 'aliexpress.logistics.sellershipmentfortop',
    parameters: {
      service_name: service,
      logistics_no: effect.trackingNumber,
      out_ref: effect.remoteId,
      send_type: effect.isLast ? 'all' : 'part',
      tracking_website: website,
      actual_carrier: actualCarrier,
    },
  };
}

function modifyAll(effect: Push, old: DeclaredParcel): ShipmentCall {
  const { service, actualCarrier, website } = readCarrierCode(effect.carrier ?? '');
  return {
    name: 'aliexpress.logistics.sellermodifiedshipmentfortop',
    parameters: {
      old_service_name: old.service,
      old_logistics_no: old.number,
      new_service_name: service,
      new_logistics_no: effect.trackingNumber,
      out_ref: effect.remoteId,
      send_type: effect.isLast ? 'all' : 'part',
      tracking_website: website,
      actual_carrier: actualCarrier,
    },
  };
}

/** The page is spelt tracking_web_site here and tracking_website in the calls for a whole order. */
function subOrder({ carrier, trackingNumber }: Push, { line, isWhole }: SentLine): unknown {
  const { service, actualCarrier, website } = readCarrierCode(carrier ?? '');
  const other = actualCarrier === null ? {} : { tracking_web_site: website, actual_carrier: actualCarrier };
  return {
    sub_trade_order_index: line.index,
    send_type: isWhole ? 'all' : 'part',
    shipment_list: [{ logistics_no: trackingNumber, service_name: service, ...other }],
  };
}
