import type { EffectOf } from '../../../core/order/effects.ts';
import { jsonInteger, type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { declaredGoods } from './declared-goods.ts';
import type { GatewayResult } from './gateway.ts';
import { textOf } from './nodes.ts';
import { preparing } from './outcomes.ts';
import { revealAddress } from './reveal-address.ts';
import { sellerAddresses } from './seller-addresses.ts';
import { shopLines } from './shop-lines.ts';

type Parameters = Readonly<Record<string, unknown>>;
export type WaybillRequest =
  | { readonly ok: true; readonly parameters: Parameters }
  | { readonly ok: false; readonly code: string };

/**
 * The parameters of aliexpress.logistics.order.createorder. The recipient is the order's own, named by its digest as it
 * came: no plain address is needed. Throws PlatformFault.
 */
export async function newOrderRequest(
  context: ConnectorContext,
  effect: EffectOf<'buy-label'>,
  detail: JsonNode,
): Promise<WaybillRequest> {
  const { settings } = context;
  const declared = declaredGoods(shopLines(detail), effect.items, effect.measure, settings);
  if (!declared.ok) return declared;
  const oaid = textOf(detail, 'oaid');
  if (oaid === null) return { ok: false, code: 'address-digest-missing' };
  const ids = await sellerAddresses(context);
  if (ids.sender === null) return { ok: false, code: 'sender-address-missing' };
  const needsPickup = settings.pickupType === 'DOOR_PICKUP';
  if (needsPickup && ids.pickup === null) return { ok: false, code: 'pickup-address-missing' };
  const isReturned = settings.undeliverable === 'return' && ids.refund !== null;
  const parameters = {
    trade_order_id: effect.remoteId,
    trade_order_from: 'ESCROW',
    warehouse_carrier_service: effect.offer.id,
    declare_product_d_t_os: declared.goods,
    address_d_t_os: {
      sender: addressOf(ids.sender),
      ...(needsPickup && ids.pickup !== null ? { pickup: addressOf(ids.pickup) } : {}),
      ...(isReturned && ids.refund !== null ? { refund: addressOf(ids.refund) } : {}),
    },
    oaid,
    pickup_type: settings.pickupType,
    undeliverable_decision: isReturned ? '0' : '1',
    package_num: '1',
  };
  return { ok: true, parameters };
}

const addressOf = (id: string) => ({ address_id: jsonInteger(id) });

/**
 * The older aliexpress.logistics.createwarehouseorder: it knows no digest, so the recipient goes along in clear, with the
 * platform's own country code, and wants a domestic courier, which a parcel that the seller brings herself has not.
 */
export async function createByAddress(
  context: ConnectorContext,
  remoteId: string,
  detail: JsonNode,
  parameters: Parameters,
): Promise<GatewayResult> {
  const revealed = await preparing(revealAddress(context, remoteId));
  // Nothing was bought yet, so a passing fault on the way here is one before the purchase.
  if (!revealed.ok && revealed.outcome.kind !== 'rejected')
    return { ok: false, fault: { kind: 'transport', transport: 'not-sent' } };
  const address = revealed.ok ? revealed.value : null;
  if (address === null) return { ok: false, fault: { kind: 'api', error: SEALED } };
  const place = member(detail, 'receipt_address');
  const { oaid: _oaid, pickup_type: _pickupType, address_d_t_os: addresses, ...shared } = parameters;
  const receiver = {
    name: address.name,
    country: textOf(place, 'country') ?? '',
    province: address.region ?? '',
    city: address.city ?? '',
    street_address: address.lines.join(', '),
    post_code: address.postcode ?? '',
    phone: address.phone ?? '',
  };
  return await context.proxy.write('aliexpress.logistics.createwarehouseorder', {
    ...shared,
    domestic_logistics_company_id: '-1',
    domestic_logistics_company: '自送',
    domestic_tracking_no: 'NONE',
    address_d_t_os: { ...(addresses as object), receiver },
  });
}

const SEALED = { type: 'ISV', code: 'address-sealed', message: '' };
