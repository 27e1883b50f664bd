import type { PlatformStep, RemoteStage } from '../../../core/order/facts.ts';

/** Statuses that a list must be asked for one by one; there is no "all". Order sheets only move downwards. */
export const LISTED_STATUSES = [
  'ACCEPT',
  'INSTRUCT',
  'DEPARTURE',
  'DELIVERING',
  'NONE_TRACKING',
  'FINAL_DELIVERY',
] as const;
export type ListedStatus = (typeof LISTED_STATUSES)[number];

/** What the platform itself counts as not finished. */
export const OPEN_STATUSES = ['ACCEPT', 'INSTRUCT', 'DEPARTURE', 'DELIVERING', 'NONE_TRACKING'] as const;
export type OpenStatus = (typeof OPEN_STATUSES)[number];

export const isListed = (status: string): status is ListedStatus => LISTED_STATUSES.some((known) => known === status);

/** DEPARTURE means that a number was entered, not that the parcel left: the first scan makes it DELIVERING. */
const STAGES: Readonly<Record<ListedStatus, RemoteStage>> = {
  ACCEPT: 'to-confirm',
  INSTRUCT: 'to-hand-over',
  DEPARTURE: 'to-hand-over',
  DELIVERING: 'in-transit',
  NONE_TRACKING: 'in-transit',
  FINAL_DELIVERY: 'delivered',
};

/** Null for a status that nobody knows. */
export const stageOf = (status: string): RemoteStage | null => (isListed(status) ? STAGES[status] : null);

/** True while the goods have not been entered as sent. */
export const isBeforeShipping = (status: string): boolean => status === 'ACCEPT' || status === 'INSTRUCT';

/** True once a number is with the platform; it may still be changed (updateInvoices). */
export const isSent = (status: string): boolean =>
  ['DEPARTURE', 'DELIVERING', 'NONE_TRACKING', 'FINAL_DELIVERY'].includes(status);

const OPEN_STEPS: Readonly<Record<ListedStatus, readonly PlatformStep[]>> = {
  ACCEPT: ['confirm', 'cancel'],
  INSTRUCT: ['push-tracking', 'cancel'],
  DEPARTURE: ['push-tracking', 'push-delivered'],
  DELIVERING: ['push-tracking', 'push-delivered'],
  NONE_TRACKING: ['push-tracking', 'push-delivered'],
  FINAL_DELIVERY: ['push-tracking'],
};

export interface BoxSteps {
  readonly steps: readonly PlatformStep[];
  readonly openSteps: readonly PlatformStep[] | null;
}

/**
 * The steps of a box that the seller ships. "Delivered" may be told only when a month has passed since the number was
 * entered (completeLongTermUndelivery). A box that Coupang's own hub ships (CGF, CGF LITE) has none.
 */
export function stepsOf(status: string, isOwnShipment: boolean, isStale: boolean): BoxSteps {
  if (!isOwnShipment) return { steps: [], openSteps: [] };
  const steps: PlatformStep[] = ['confirm', 'push-tracking', 'cancel'];
  if (isStale) steps.push('push-delivered');
  return {
    steps,
    openSteps: isListed(status) ? OPEN_STEPS[status].filter((step) => steps.includes(step)) : null,
  };
}
