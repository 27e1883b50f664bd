import type { Alert, Cancellation, RemoteStage } from '../../../core/order/facts.ts';

/** Posting status → stage (ozon.md §4). A status that is not here becomes 'unknown' with a warning. */
const STAGES: Readonly<Record<string, RemoteStage>> = {
  acceptance_in_progress: 'not-ready',
  awaiting_approve: 'not-ready',
  awaiting_verification: 'not-ready',
  awaiting_packaging: 'to-confirm',
  awaiting_registration: 'registering',
  awaiting_deliver: 'to-hand-over',
  driver_pickup: 'in-transit',
  delivering: 'in-transit',
  sent_by_seller: 'in-transit',
  arbitration: 'disputed',
  client_arbitration: 'disputed',
  delivered: 'delivered',
  cancelled: 'cancelled',
  not_accepted: 'rejected',
  cancelled_from_split_pending: 'replaced',
};

export const stageOf = (status: string): RemoteStage | null =>
  Object.hasOwn(STAGES, status) ? (STAGES[status] ?? null) : null;

/** Stages after which Ozon changes nothing any more. */
export const isFinalStage = (stage: RemoteStage): boolean =>
  stage === 'delivered' || stage === 'cancelled' || stage === 'replaced';

/** Every substatus in the contract; another one is reported, and the status alone decides. */
const SUBSTATUSES: ReadonlySet<string> = new Set([
  'posting_acceptance_in_progress',
  'posting_created',
  'posting_split_pending',
  'posting_awaiting_registration',
  'posting_registration_error',
  'posting_registered',
  'posting_awaiting_passport_data',
  'ship_failed',
  'posting_transferring_to_delivery',
  'posting_in_carriage',
  'posting_not_in_carriage',
  'posting_driver_pick_up',
  'posting_not_in_sort_center',
  'posting_on_way_to_city',
  'posting_transferred_to_courier_service',
  'posting_in_courier_service',
  'posting_on_way_to_pickup_point',
  'posting_in_pickup_point',
  'posting_conditionally_delivered',
  'posting_delivered',
  'posting_received',
  'posting_in_arbitration',
  'posting_in_client_arbitration',
  'posting_returned_to_warehouse',
  'posting_canceled',
]);

export const isKnownSubstatus = (substatus: string): boolean => SUBSTATUSES.has(substatus);

/** Substatuses that a parcel has only after its last mile began. */
const LAST_MILE: ReadonlySet<string> = new Set([
  'posting_transferred_to_courier_service',
  'posting_in_courier_service',
  'posting_on_way_to_pickup_point',
  'posting_in_pickup_point',
  'posting_conditionally_delivered',
  'posting_delivered',
  'posting_received',
]);

export const isOnLastMile = (substatus: string | null): boolean => substatus !== null && LAST_MILE.has(substatus);

/** Substatus (or, for a failed packing, action) → alert badge. */
export function alertsOf(stage: RemoteStage, substatus: string | null, actions: readonly string[]): Alert[] {
  if (isFinalStage(stage)) return [];
  const alerts: Alert[] = [];
  if (stage === 'to-confirm' && (substatus === 'ship_failed' || actions.includes('ship_async_retry')))
    alerts.push('confirm-failed');
  if (substatus === 'posting_registration_error') alerts.push('registration-failed');
  if (substatus === 'posting_awaiting_passport_data') alerts.push('customs-data-pending');
  return alerts;
}

/** cancellation_type → who (ozon.md §3). */
const CANCELLED_BY: Readonly<Record<string, Cancellation['by']>> = {
  seller: 'seller',
  client: 'buyer',
  customer: 'buyer',
  ozon: 'platform',
  system: 'platform',
  delivery: 'carrier',
};

export function cancelledBy(type: string | null): Cancellation['by'] {
  const key = (type ?? '').toLowerCase();
  return Object.hasOwn(CANCELLED_BY, key) ? (CANCELLED_BY[key] ?? 'unknown') : 'unknown';
}
