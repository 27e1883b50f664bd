import type { FaultRule as KitRule, NetworkFault, StruckFaults as KitStruck } from '../kit/faults/fault-switchboard.ts';

const networkFaults = [
  'timeout-before-write',
  'timeout-after-write',
  'slow',
  'clock-skew',
  'truncated-json',
] as const satisfies readonly NetworkFault[];

/** What can go wrong on purpose. Rules are matched against `/sync/<method>` and `/rest<path>`. */
export const faultKinds = [
  ...networkFaults,
  'html-502',
  /** The platform's own fault, type SYSTEM. */
  'service-unavailable',
  /** The same, of a kind that does not say whether anything was written. */
  'system-error',
  'rate-limit',
  'expired-token',
  'missing-permission',
  'ip-not-allowed',
  /** The operation is switched off. */
  'api-removed',
  /** An error one level deeper, inside the `…_response` object. */
  'nested-error',
  /** HTTP 200 with `success:false`, nothing written. */
  'business-failure',
  /** One line of several fails, the others are written. */
  'partial-failure',
  'text-booleans',
  'duplicate-page',
  'unknown-values',
  /** The filter by IN_CANCEL lets one order through whose request is over. */
  'inexact-cancel-filter',
  'number-not-ready',
  'label-error',
  'decrypt-fails',
] as const;

export type FaultKind = (typeof faultKinds)[number];
export type FaultRule = KitRule<FaultKind>;
export type StruckFaults = KitStruck<FaultKind>;
