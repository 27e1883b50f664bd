import type { FaultRule as KitRule, StruckFaults as KitStruck } from '../kit/faults/fault-switchboard.ts';

/** What can go wrong on purpose. */
export const faultKinds = [
  'timeout-before-write',
  'timeout-after-write',
  'slow',
  'clock-skew',
  'truncated-json',
  'error-500',
  'error-503',
  'html-502',
  'rate-limit',
  'duplicate-page',
  'unknown-values',
  /** Personal fields come back empty although the roles are there. */
  'blank-pii',
  /** 403 without a reason, as sellers see it for a marketplace or a day. */
  'denied',
  /** `includedData=FULFILLMENT` is refused for a day. */
  'fulfillment-refused',
  /** `salesChannel` without its marketplace, which the schema allows. */
  'no-marketplace-id',
  /** The newest orders are left out of the page, and come later. */
  'missing-orders',
  'feed-fatal',
  'report-fatal',
  'label-refund-rejected',
  'lwa-server-error',
  'lwa-unavailable',
  'lwa-access-denied',
  'lwa-unauthorized-client',
] as const;

export type FaultKind = (typeof faultKinds)[number];
export type FaultRule = KitRule<FaultKind>;
export type StruckFaults = KitStruck<FaultKind>;
