import type { Cancellation, PlatformStep, RemoteStage } from '../../../core/order/facts.ts';
import type { PackageShape } from './schema.ts';

/**
 * fulfillmentStatus → stage (Orders API v2026-01-01). Amazon has no confirm call: an UNSHIPPED order waits for the seller's
 * own word, and one that is shipped in part had it. UNFULFILLABLE is of orders that Amazon ships for other channels.
 */
const STAGES: Readonly<Record<string, RemoteStage>> = {
  PENDING_AVAILABILITY: 'not-ready',
  PENDING: 'not-ready',
  UNSHIPPED: 'to-confirm',
  PARTIALLY_SHIPPED: 'to-hand-over',
  SHIPPED: 'declared',
  CANCELLED: 'cancelled',
  UNFULFILLABLE: 'rejected',
};

/** detailedStatus of a package that came to grief. */
const IN_TROUBLE: ReadonlySet<string> = new Set([
  'REJECTED_BY_BUYER',
  'UNDELIVERABLE',
  'RETURNING_TO_SELLER',
  'RETURNED_TO_SELLER',
  'LOST',
  'DAMAGED',
]);
/** Statuses that only a carrier's scan brings about. */
const SCANNED: ReadonlySet<string> = new Set(['IN_TRANSIT', 'DELIVERED']);
/** detailedStatus of a package that Amazon itself knows to be still with the seller. */
const STILL_HERE: ReadonlySet<string> = new Set(['PENDING_SCHEDULE', 'PENDING_PICK_UP', 'PENDING_DROP_OFF']);

/**
 * Stage of an order by its status and, once all is shipped, by its packages: a label that is bought, or a number that is
 * pushed, makes an order SHIPPED while the parcel still stands on the desk. null for a status that we do not know.
 */
export function stageOf(status: string | null, packages: readonly PackageShape[]): RemoteStage | null {
  const stage = status !== null && Object.hasOwn(STAGES, status) ? (STAGES[status] ?? null) : null;
  if (stage !== 'declared') return stage;
  const live = packages.flatMap(({ packageStatus }) =>
    packageStatus === null || packageStatus.status === 'CANCELLED' ? [] : [packageStatus],
  );
  const words = live.map((one) => one.detailedStatus ?? one.status ?? '');
  if (words.some((word) => IN_TROUBLE.has(word)) || live.some((one) => one.status === 'UNDELIVERABLE'))
    return 'rejected';
  if (live.length === 0) return 'declared';
  if (live.every((one) => one.status === 'DELIVERED')) return 'delivered';
  if (words.every((word) => STILL_HERE.has(word))) return 'to-hand-over';
  return live.some((one) => SCANNED.has(one.status ?? '')) ? 'in-transit' : 'declared';
}

/** Statuses of an order that wants something of the seller. */
export const OPEN_STATUSES = ['PENDING_AVAILABILITY', 'PENDING', 'UNSHIPPED', 'PARTIALLY_SHIPPED'] as const;

/** cancelledBy → who (Orders API v2026-01-01, ItemCancellationExecution). */
const CANCELLED_BY: Readonly<Record<string, Cancellation['by']>> = {
  BUYER: 'buyer',
  MERCHANT: 'seller',
  SELLER: 'seller',
  AMAZON: 'platform',
};

export const cancelledBy = (word: string | null): Cancellation['by'] =>
  word !== null && Object.hasOwn(CANCELLED_BY, word) ? (CANCELLED_BY[word] ?? 'unknown') : 'unknown';

export interface Steps {
  readonly steps: readonly PlatformStep[];
  readonly openSteps: readonly PlatformStep[];
}

const NO_STEPS: Steps = { steps: [], openSteps: [] };

/**
 * What a seller can do with an order. Amazon ships its own orders; those of FBM_SHIP_PLUS get an Amazon label, and
 * Amazon confirms them ("confirmShipment is not supported").
 */
export function stepsOf(stage: RemoteStage, fulfilledBy: string | null, programs: readonly string[]): Steps {
  if (fulfilledBy === 'AMAZON') return NO_STEPS;
  const numbers: PlatformStep[] = programs.includes('FBM_SHIP_PLUS') ? [] : ['push-tracking'];
  const steps: PlatformStep[] = ['platform-label', ...numbers, 'cancel'];
  switch (stage) {
    case 'to-confirm':
    case 'unknown':
      return { steps, openSteps: steps };
    case 'to-hand-over':
      return { steps, openSteps: ['platform-label', ...numbers] };
    case 'declared':
    case 'in-transit':
      return { steps, openSteps: numbers };
    default:
      return { steps, openSteps: [] };
  }
}
