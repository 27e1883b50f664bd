import type { Random } from '../../random.ts';
import type { Region } from '../marketplaces.ts';
import type { AmazonOrder } from '../order.ts';
import { demoTimings } from '../timings.ts';
import { makeAmazonOrder, orderIdOf, type OrderWish } from './make-order.ts';
import { bringTo } from './stages.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface Place {
  serial: number;
  nowMs: number;
  region: Region;
}

/** An order with something about it that the app has to notice. */
export type Story = (random: Random, place: Place) => AmazonOrder;

/** In the order in which a small day takes them. */
export const stories: readonly Story[] = [
  story(-3 * hour, [['SOCKS-SAGE-1618', 3]]),
  story(44 * minute, [['LAMP-WARM', 1]]),
  story(26 * hour, [['MUG-MOON-350', 2]], pending),
  story(20 * hour, [['NAPK-SAGE-4', 1]], askedToCancel),
  story(9 * hour, [['BAGS-NAVY-6', 1]], (order) => {
    order.programs.push('PRIME', 'PREMIUM');
    order.serviceLevel = 'EXPEDITED';
  }),
  story(30 * hour, [['SCARF-GREY-180', 1]]),
  story(
    28 * hour,
    [
      ['NOTE-CHAR-A5', 2],
      ['CABLE-GRAPH-2M', 1],
    ],
    partlyShipped,
  ),
  story(22 * hour, [['STAND-NAT', 1]], replacement),
  story(24 * hour, [['MUG-CELADON-350', 1]], asGift),
  story(25 * hour, [['COMB-BEECH-18', 1]], (order) => {
    order.isAddressWithheld = true;
  }),
  story(40 * hour, [['CLIPS-MIX-10', 2]], transparency),
  story(31 * hour, [['LAMP-WARM', 1]], (order) => {
    order.programs.push('FBM_SHIP_PLUS');
  }),
  story(48 * hour, [['BAKE-BRICK-4030', 1]], (order) => {
    order.fulfilledBy = 'AMAZON';
    order.programs.push('PRIME');
  }),
  story(12 * hour, [['NAPK-RUST-4', 1]], (order, nowMs) => {
    order.stage = 'CANCELLED';
    order.updatedAtMs = nowMs - 25 * minute;
    for (const line of order.lines)
      line.cancellationExecution = { cancelledBy: 'BUYER', cancelReason: 'ORDERED_BY_MISTAKE' };
  }),
  story(36 * hour, [['NOTE-OAT-A5', 12]], business),
  story(-9 * day, [['SCARF-CAMEL-180', 1]], (order, nowMs) => bringTo('delivered', order, nowMs, demoTimings)),
];

function story(
  dueInMs: number,
  items: NonNullable<OrderWish['items']>,
  tell: (order: AmazonOrder, nowMs: number) => void = () => undefined,
): Story {
  return (random, { serial, nowMs, region }) => {
    const shipByMs = nowMs + dueInMs;
    const createdAtMs = Math.min(shipByMs - 30 * hour, nowMs - serial * 7 * minute);
    const order = makeAmazonOrder(random, { serial, region, createdAtMs, shipByMs, items });
    tell(order, nowMs);
    return order;
  };
}

/** The payment comes through in a quarter of an hour. */
function pending(order: AmazonOrder, nowMs: number): void {
  order.stage = 'PENDING';
  order.script = [{ atMs: nowMs + 15 * minute, pays: true }];
}

function askedToCancel(order: AmazonOrder, nowMs: number): void {
  for (const line of order.lines) line.cancellationRequest = { requester: 'BUYER', cancelReason: 'FOUND_BETTER_PRICE' };
  order.updatedAtMs = nowMs - 38 * minute;
}

function partlyShipped(order: AmazonOrder, nowMs: number): void {
  bringTo('shipped', order, nowMs, demoTimings);
  const [parcel] = order.packages;
  if (parcel === undefined) return;
  parcel.facts.items = parcel.facts.items.slice(0, 1);
}

function replacement(order: AmazonOrder): void {
  order.associatedOrders = [{ orderId: orderIdOf(900_001), associationType: 'REPLACEMENT_ORIGINAL_ID' }];
  for (const line of order.lines) {
    line.unitPriceMinor = 0;
    line.taxMinor = 0;
  }
}

function asGift(order: AmazonOrder): void {
  const [line] = order.lines;
  if (line === undefined) return;
  line.giftWrapLevel = 'Standard';
  line.giftMessage = 'Happy birthday! Please open after the cake.';
}

function transparency(order: AmazonOrder): void {
  for (const line of order.lines) line.programs.push('TRANSPARENCY');
}

function business(order: AmazonOrder): void {
  order.programs.push('AMAZON_BUSINESS');
  order.buyer.companyName = 'Northwind Office';
  order.buyer.purchaseOrderNumber = 'PO-2026-1187';
  order.address.addressType = 'COMMERCIAL';
  order.address.companyName = 'Northwind Office';
}
