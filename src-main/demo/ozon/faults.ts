import type { FaultRule as KitRule, StruckFaults as KitStruck } from '../kit/faults/fault-switchboard.ts';

/** What can go wrong on purpose. */
export const faultKinds = [
  'timeout-before-write',
  'timeout-after-write',
  'error-500',
  'html-502',
  'truncated-json',
  'rate-limit',
  'circle-open',
  'version-removed',
  'slow',
  'clock-skew',
  'result-wrapper',
  'duplicate-page',
  'unknown-values',
  'label-not-ready',
  'label-error',
  'ship-fails',
  'partial-failure',
] as const;

export type FaultKind = (typeof faultKinds)[number];
export type FaultRule = KitRule<FaultKind>;
export type StruckFaults = KitStruck<FaultKind>;
