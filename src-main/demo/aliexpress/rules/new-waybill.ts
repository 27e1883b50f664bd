import type { Call } from '../operation.ts';
import type { AliOrder } from '../order.ts';
import { domesticCompanies, honours, solutionOf, type Solution } from '../services.ts';
import type { AddressField, WaybillWish } from '../waybill-fields.ts';
import type { AliWaybill, WaybillReceiver } from '../waybill.ts';
import type { SellerAddress } from '../world.ts';
import { feeCents, offeredSolutions } from './offers.ts';
import { objectToState, type Objection } from './shipping.ts';

/** Books a waybill: every call that fits books another one, as the platform does. */
export function bookWaybill(order: AliOrder, solution: Solution, wish: WaybillWish, call: Call): AliWaybill {
  const weightKg = wish.declare_product_d_t_os.reduce((sum, one) => sum + one.product_weight * one.product_num, 0);
  const id = call.store.newId();
  const serial = id.slice(-9);
  const receiver = receiverOf(order, wish);
  const waybill: AliWaybill = {
    waybillId: id,
    orderId: order.orderId,
    lpCode: `LP${id.padStart(16, '0').slice(-14)}`,
    solutionId: solution.solutionId,
    internationalNo: internationalNo(solution, serial),
    createdAtMs: call.nowMs,
    numberReadyAtMs: call.nowMs + call.timings.numberDelayMs,
    closesAtMs: call.nowMs + call.timings.waybillLifeMs,
    isClosed: false,
    receiver,
    isReceiverEdited: JSON.stringify(receiver) !== JSON.stringify(receiverOf(order, {})),
    honoursChoice: order.lines.every((line) => honours(solution, line.logisticsType)),
    senderName: senderOf(wish, call)?.name ?? '',
    pickupType: wish.pickup_type ?? '',
    domesticNo: wish.domestic_tracking_no ?? '',
    undeliverableDecision: wish.undeliverable_decision === 1 ? 1 : 0,
    declared: wish.declare_product_d_t_os.map((one) => ({
      productId: one.product_id ?? '0',
      cnName: one.category_cn_desc,
      enName: one.category_en_desc,
      quantity: one.product_num,
      amount: one.product_declare_amount,
      weightKg: one.product_weight,
      hsCode: one.hs_code ?? '',
    })),
    feeCents: feeCents(solution, weightKg),
    handoverId: null,
    handedOverAtMs: null,
    labelPrints: 0,
    trouble: '',
  };
  call.store.world.waybills.push(waybill);
  order.effects.waybills += 1;
  return waybill;
}

/** China Post's numbers carry the check digit of UPU S10. */
function internationalNo(solution: Solution, serial: string): string {
  const digits = serial.slice(-8);
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const rest = 11 - (sum % 11);
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return `${solution.numberPrefix}${digits}${check}${solution.numberSuffix}`;
}

/** Why no waybill is booked; null when all is well. */
export function objectToWaybill(order: AliOrder, wish: WaybillWish, call: Call): Objection {
  return (
    objectToState(order) ??
    objectToService(order, wish, call) ??
    objectToReceiver(order, wish) ??
    objectToSender(wish, call) ??
    objectToDomestic(wish)
  );
}

function objectToService(order: AliOrder, wish: WaybillWish, call: Call): Objection {
  const weightKg = wish.declare_product_d_t_os.reduce((sum, one) => sum + one.product_weight * one.product_num, 0);
  const offered = offeredSolutions(call.store, order.orderId, { weightKg, sidesCm: [1, 1, 1] });
  const isOffered = offered.some((one) => one.solutionId === wish.warehouse_carrier_service);
  const isStrange = solutionOf(wish.warehouse_carrier_service) === undefined;
  if (isStrange) return { code: '3', text: `unknown warehouse_carrier_service: ${wish.warehouse_carrier_service}` };
  return isOffered ? null : { code: '4', text: 'this service is not available for the order' };
}

/** With the digest no plain address is needed; without it the person must be in clear and the country the platform's own code. */
function objectToReceiver(order: AliOrder, wish: WaybillWish): Objection {
  if (wish.oaid !== undefined && wish.oaid !== order.oaid) return { code: '5', text: 'oaid is invalid' };
  const receiver = wish.address_d_t_os?.receiver;
  if (receiver === undefined) return wish.oaid === undefined ? { code: '6', text: 'the receiver is missing' } : null;
  if (receiver.country !== undefined && receiver.country !== order.address.country) {
    return { code: '7', text: `the receiver's country must be ${order.address.country}` };
  }
  if (wish.oaid !== undefined) return null;
  const needed = [receiver.name, receiver.country, receiver.city, receiver.street_address, receiver.post_code];
  const isWhole =
    needed.every((part) => part !== undefined && part !== '') && (receiver.phone ?? receiver.mobile ?? '') !== '';
  if (!isWhole) return { code: '8', text: 'the receiver is not complete' };
  const isMasked = [receiver.name, receiver.street_address, receiver.mobile].some(
    (part) => part?.includes('***') === true,
  );
  return isMasked ? { code: '9', text: 'the receiver is masked' } : null;
}

function objectToSender(wish: WaybillWish, call: Call): Objection {
  const { seller } = call.store.world;
  for (const kind of ['sender', 'pickup', 'refund'] as const) {
    const address = wish.address_d_t_os?.[kind];
    if (address?.address_id === undefined) continue;
    const isKnown = seller.addresses.some((one) => one.kind === kind && one.addressId === address.address_id);
    if (!isKnown) return { code: '10', text: `no ${kind} address has the id ${address.address_id}` };
  }
  const hasPickup = wish.address_d_t_os?.pickup !== undefined;
  if (wish.pickup_type === 'DOOR_PICKUP' && !hasPickup)
    return { code: '11', text: 'DOOR_PICKUP needs a pickup address' };
  return wish.address_d_t_os?.sender === undefined ? { code: '12', text: 'the sender is missing' } : null;
}

/** How the parcel reaches the warehouse; with a pick-up type these fields are optional. */
function objectToDomestic(wish: WaybillWish): Objection {
  const id = wish.domestic_logistics_company_id;
  if (id === undefined || wish.domestic_tracking_no === undefined) {
    return wish.pickup_type === undefined ? { code: '13', text: 'the domestic courier is missing' } : null;
  }
  if (!domesticCompanies.some((company) => company.id === id))
    return { code: '14', text: `no courier has the id ${id}` };
  const isNamed = (wish.domestic_logistics_company ?? '') !== '';
  return id === -1 && !isNamed ? { code: '15', text: 'the courier needs a name when its id is -1' } : null;
}

function senderOf(wish: WaybillWish, call: Call): SellerAddress | AddressField | undefined {
  const sender = wish.address_d_t_os?.sender;
  const known = call.store.world.seller.addresses.find((one) => one.addressId === sender?.address_id);
  return known ?? sender;
}

/** The recipient on the label: the order's own, with what the seller wrote in its place. */
function receiverOf(order: AliOrder, wish: Pick<WaybillWish, 'address_d_t_os'>): WaybillReceiver {
  const { address } = order;
  const edited = wish.address_d_t_os?.receiver;
  return {
    name: edited?.name ?? address.contactPerson,
    country: address.country,
    province: edited?.province ?? address.province,
    city: edited?.city ?? address.city,
    street:
      edited?.street_address ?? edited?.street ?? [address.detailAddress, address.address2].filter(Boolean).join(', '),
    postCode: edited?.post_code ?? address.zip,
    phone: edited?.mobile ?? edited?.phone ?? `${address.phoneCountry} ${address.mobileNo}`,
  };
}
