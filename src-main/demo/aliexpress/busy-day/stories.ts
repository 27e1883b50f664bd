import type { Random } from '../../random.ts';
import * as happenings from '../happenings.ts';
import { move } from '../rules/move.ts';
import { declareParcels } from '../rules/shipping.ts';
import type { AliOrder } from '../order.ts';
import type { AliStore } from '../store.ts';
import type { AliTimings } from '../timings.ts';
import { makeOrder, type OrderWish } from './make-order.ts';
import { bringTo, type Stage } from './stages.ts';

const hour = 3_600_000;
const day = 24 * hour;

interface Story {
  wish: Omit<OrderWish, 'serial' | 'createdAtMs'> & { ageMs: number };
  stage: Stage;
  /** What makes it a story; called when the order is in the store. */
  turn?: (order: AliOrder, stage: { store: AliStore; nowMs: number; timings: AliTimings }) => void;
}

/** Each thing that goes wrong, once a day. */
const stories: readonly Story[] = [
  // A British buyer with the platform's own country code, and the dearest service.
  {
    wish: { country: 'UK', logisticsType: 'CAINIAO_PREMIUM', ageMs: 3 * day, memo: 'Gift, no invoice please' },
    stage: 'to-ship',
  },
  // Two lines, one already on its way.
  {
    wish: {
      country: 'US',
      items: [
        ['MUG-MOON-350', 2],
        ['COMB-BEECH-18', 1],
      ],
      ageMs: 4 * day,
    },
    stage: 'to-ship',
    turn: (order, { nowMs, timings }) => declareParcels(order, [firstLine(order)], nowMs - 5 * hour, timings),
  },
  // The buyer wants out; 48 hours to answer.
  {
    wish: { country: 'BR', ageMs: 2 * day },
    stage: 'to-ship',
    turn: (order, { store, nowMs, timings }) =>
      happenings.askToCancel(store, order.orderId, 'I want to change the shipping address', nowMs - hour, timings),
  },
  // A chargeback: the order stands still.
  {
    wish: { country: 'US', ageMs: 9 * day },
    stage: 'shipped',
    turn: (order, { store, nowMs }) => happenings.freeze(store, order.orderId, nowMs - 3 * hour),
  },
  // A dispute about what has not arrived.
  {
    wish: { country: 'ES', items: [['NOTE-CHAR-A5', 1]], ageMs: 9 * day },
    stage: 'shipped',
    turn: (order, { store, nowMs, timings }) =>
      void happenings.openIssue(
        store,
        { orderId: order.orderId, content: '¿Dónde está mi paquete?' },
        nowMs - 20 * hour,
        timings,
      ),
  },
  // Held by the platform for longer than the usual day.
  {
    wish: { country: 'KR', ageMs: 20 * 60_000 },
    stage: 'risk',
    turn: (order, { nowMs, timings }) => move(order, 'holdAtRisk', nowMs - 5 * 60_000, timings),
  },
  // Sold out: the shelf has none of it.
  { wish: { country: 'RU', items: [['SCARF-GREY-180', 1]], ageMs: 2 * day }, stage: 'to-ship' },
  // Nearly too late to ship.
  { wish: { country: 'RU', prepareDays: 3, ageMs: 4 * day - 6 * hour }, stage: 'to-ship' },
  // One line that the platform's warehouse sends, one of the seller's own.
  {
    wish: {
      country: 'ES',
      items: [
        ['CABLE-GRAPH-2M', 1],
        ['CLIPS-MIX-10', 2],
      ],
      ageMs: 2 * day,
    },
    stage: 'to-ship',
    turn: (order) => {
      const [first] = order.lines;
      if (first !== undefined) first.isWarehouseSent = true;
    },
  },
  // Left out of the platform's own count.
  { wish: { country: 'SRB', isUncounted: true, ageMs: 2 * day }, stage: 'to-ship' },
];

/** Puts the stories that fit into the store, the first serials of the day. */
export function tellStories(store: AliStore, random: Random, nowMs: number, most: number, timings: AliTimings): void {
  for (const [index, { wish, stage, turn }] of stories.slice(0, most).entries()) {
    const { ageMs, ...rest } = wish;
    const order = makeOrder(random, { ...rest, serial: index + 1, createdAtMs: nowMs - ageMs, timings });
    bringTo(stage, order, nowMs, timings);
    store.add(order);
    turn?.(order, { store, nowMs, timings });
  }
}

function firstLine(order: AliOrder): Parameters<typeof declareParcels>[1][number] {
  return {
    serviceName: 'CAINIAO_STANDARD',
    logisticsNo: `UB${order.orderId.slice(-9)}YP`,
    sortId: 1,
    sendType: 'all',
    trackingWebsite: '',
    actualCarrier: '',
    packageType: '',
    ioss: '',
  };
}
