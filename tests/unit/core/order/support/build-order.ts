import { foldEvents } from '../../../../../src-main/core/order/apply.ts';
import { runChecks, type CheckContext } from '../../../../../src-main/core/order/checks.ts';
import type { Command } from '../../../../../src-main/core/order/commands.ts';
import { decide } from '../../../../../src-main/core/order/decide.ts';
import type { DecideContext, Decision } from '../../../../../src-main/core/order/decision.ts';
import type { OrderFacts, OrderLine } from '../../../../../src-main/core/order/facts.ts';
import { applyEvent } from '../../../../../src-main/core/order/apply.ts';
import type { Lane } from '../../../../../src-main/core/order/lane.ts';
import type { Order } from '../../../../../src-main/core/order/order.ts';
import { parcelId } from '../../../../../src-main/core/order/parcel-id.ts';
import type { WorkEvent } from '../../../../../src-main/core/order/work.ts';
import type { Address } from '../../../../../src-main/core/address/address.ts';
import type { CaseId, LabelId, OrderId, PrintJobId, ShopId } from '../../../../../src-main/core/shared/ids.ts';

export const NOW_MS = 1_800_000_000_000;
export const HOUR_MS = 3_600_000;
export const TRACKING_NUMBER = 'LX123456785CN';
export const ORDER_ID = 'order-1' as OrderId;
export const FIRST_PARCEL = parcelId(ORDER_ID, 1);
export const SECOND_PARCEL = parcelId(ORDER_ID, 2);
export const CASE_ID = 'case-1' as CaseId;
export const LABEL_ID = 'label-1' as LabelId;
export const PRINT_JOB_ID = 'job-1' as PrintJobId;

export const ENOUGH_STOCK: CheckContext = { productOf: () => null };
export const AT_HAND_OVER: DecideContext = { nowMs: NOW_MS, pushTracking: 'hand-over' };

export const ADDRESS: Address = {
  name: 'Ivan Petrov',
  phone: '+7 900 000-00-12',
  lines: ['ul. Lenina 1-2'],
  city: 'Khimki',
  region: 'Moskovskaya',
  postcode: '141400',
  country: 'RU',
};

export const LINE: OrderLine = {
  remoteId: 'line-1',
  remoteSku: '1904686181',
  sku: 'SOCKS-4',
  title: 'Cotton socks',
  variant: null,
  quantity: 2,
  unitPrice: { minor: 3522, currency: 'CNY' },
};

/** Facts of an order that waits to be confirmed, on a platform that wants to hear of every step. */
export function factsWith(changes: Partial<OrderFacts> = {}): OrderFacts {
  return {
    platform: 'ozon',
    remoteId: '0208245774-0029-1',
    remoteOrderNumber: '0208245774-0029',
    stage: 'to-confirm',
    rawStatus: 'awaiting_packaging',
    rawSubstatus: null,
    placedAtMs: NOW_MS - 24 * HOUR_MS,
    shipByMs: NOW_MS + 24 * HOUR_MS,
    deliverByMs: null,
    lines: [LINE],
    buyerId: null,
    buyerName: 'Ivan Petrov',
    country: 'RU',
    address: ADDRESS,
    isAddressSealed: false,
    buyerNote: null,
    steps: ['confirm', 'push-tracking', 'push-in-transit', 'push-last-mile', 'push-delivered', 'cancel'],
    openSteps: null,
    alerts: [],
    trackingNumber: null,
    remoteParcels: [],
    total: null,
    service: null,
    cancellation: null,
    scanCodes: [],
    ...changes,
  };
}

/** An order with the work that the events add up to, its checks run. */
export function orderWith(
  changes: Partial<OrderFacts> = {},
  events: readonly WorkEvent[] = [],
  context = ENOUGH_STOCK,
): Order {
  const facts = factsWith(changes);
  const work = foldEvents(events);
  return {
    id: ORDER_ID,
    shopId: 'shop-1' as ShopId,
    facts,
    work,
    checks: runChecks({ id: ORDER_ID, facts, work }, context),
    createdAtMs: NOW_MS,
    updatedAtMs: NOW_MS,
  };
}

/** The same order, decided upon: what the use-cases do, without a store. Refusals leave it as it is. */
export function afterCommand(order: Order, command: Command, context = AT_HAND_OVER, checks = ENOUGH_STOCK): Order {
  return afterDecision(order, decide(order, command, context), checks);
}

export function afterDecision(order: Order, decision: Decision, checks = ENOUGH_STOCK): Order {
  if (decision.kind === 'refused') return order;
  const work = decision.events.reduce(applyEvent, order.work);
  return { ...order, work, checks: runChecks({ ...order, work }, checks) };
}

const confirmed = { kind: 'confirmed', atMs: NOW_MS } as const satisfies WorkEvent;
const held = {
  kind: 'held',
  atMs: NOW_MS,
  reason: 'wait-for-buyer',
  note: '',
  untilMs: null,
} as const satisfies WorkEvent;
const assigned = {
  kind: 'tracking-assigned',
  atMs: NOW_MS,
  parcelId: FIRST_PARCEL,
  trackingNumber: TRACKING_NUMBER,
  carrier: null,
  items: null,
} as const satisfies WorkEvent;
const labelled = {
  kind: 'labelled',
  atMs: NOW_MS,
  parcelId: FIRST_PARCEL,
  printJobId: PRINT_JOB_ID,
  labelledFor: null,
} as const satisfies WorkEvent;
const handedOver = { kind: 'handed-over', atMs: NOW_MS, parcelId: FIRST_PARCEL } as const satisfies WorkEvent;
const marked = { kind: 'exception-marked', atMs: NOW_MS, note: 'lost?' } as const satisfies WorkEvent;
const delivered = { kind: 'delivered-marked', atMs: NOW_MS } as const satisfies WorkEvent;
const opened = {
  kind: 'case-opened',
  atMs: NOW_MS,
  caseId: CASE_ID,
  caseKind: 'return',
  note: '',
  dueAtMs: null,
} as const satisfies WorkEvent;

export const EVENTS = { confirmed, held, assigned, labelled, handedOver, marked, delivered, opened } as const;

/** For each lane, what the seller did with an order that lies there by her own work. */
export const WORK_OF_LANE: Readonly<Record<Lane, readonly WorkEvent[]>> = {
  new: [],
  problem: [held],
  'to-ship': [confirmed, assigned],
  labelled: [confirmed, assigned, labelled],
  'in-transit': [confirmed, assigned, labelled, handedOver],
  exception: [confirmed, assigned, labelled, handedOver, marked],
  delivered: [confirmed, assigned, labelled, handedOver, delivered],
  'after-sales': [confirmed, assigned, labelled, handedOver, delivered, opened],
};
