import type { PlatformStep } from '../../../core/order/facts.ts';

const PLATFORM_DELIVERS: readonly PlatformStep[] = ['confirm', 'platform-label', 'cancel'];

/**
 * Integration type → the steps of a posting over its whole life (ozon.md §3, §7): who registers the parcel decides,
 * never the carrier's name. `hybryd` is Ozon's own spelling.
 */
const STEPS: Readonly<Record<string, readonly PlatformStep[]>> = {
  ozon: PLATFORM_DELIVERS,
  aggregator: PLATFORM_DELIVERS,
  hybrid: PLATFORM_DELIVERS,
  hybryd: PLATFORM_DELIVERS,
  '3pl_tracking': ['confirm', 'push-tracking', 'push-in-transit', 'cancel'],
  non_integrated: ['confirm', 'push-tracking', 'push-in-transit', 'push-last-mile', 'push-delivered', 'cancel'],
  click_and_collect: ['confirm', 'push-delivered', 'cancel'],
  // A partner's warehouse ships these; the seller's ship call is refused (SHIP_FBP_POSTINGS_IS_FORBIDDEN).
  fbp: [],
};

/** available_actions → step. Actions that are not here (chat, invoice …, or unknown ones) open no step. */
const ACTION_STEPS: Readonly<Record<string, PlatformStep>> = {
  ship: 'confirm',
  ship_async: 'confirm',
  ship_async_retry: 'confirm',
  ship_with_additional_info: 'confirm',
  label_download: 'platform-label',
  label_download_big: 'platform-label',
  label_download_small: 'platform-label',
  set_track_number: 'push-tracking',
  non_int_delivering: 'push-in-transit',
  non_int_last_mile: 'push-last-mile',
  non_int_delivered: 'push-delivered',
  cancel: 'cancel',
};

export interface Steps {
  readonly steps: readonly PlatformStep[];
  readonly openSteps: readonly PlatformStep[] | null;
  /** The type by which the steps were chosen; null when Ozon named none that we know. */
  readonly integration: string | null;
}

/**
 * The steps of a posting and those open now. For an integration type that we do not know, what Ozon offers is
 * believed, so that a new type can still be worked.
 */
export function stepsOf(types: readonly (string | null)[], actions: readonly string[] | null): Steps {
  const offered = actions === null ? null : unique(actions.flatMap((action) => stepOfAction(action) ?? []));
  const integration = types.map(knownType).find((type) => type !== null) ?? null;
  const table = integration === null ? unique([...PLATFORM_UNKNOWN, ...(offered ?? [])]) : (STEPS[integration] ?? []);
  return { steps: table, openSteps: offered?.filter((step) => table.includes(step)) ?? null, integration };
}

const PLATFORM_UNKNOWN: readonly PlatformStep[] = ['confirm', 'cancel'];

function knownType(type: string | null): string | null {
  const name = (type ?? '').toLowerCase();
  if (Object.hasOwn(STEPS, name)) return name;
  return name.startsWith('hybrid_') ? 'hybrid' : null;
}

const stepOfAction = (action: string): PlatformStep | undefined =>
  Object.hasOwn(ACTION_STEPS, action) ? ACTION_STEPS[action] : undefined;

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
