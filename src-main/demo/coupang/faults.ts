import type { FaultRule, FaultSwitchboard, NetworkFault, StruckFaults } from '../kit/faults/fault-switchboard.ts';

/** What can be switched on, the kit's network faults first. Reference: coupang.md sections 3, 5, 6, 13 and 14. */
export const coupangFaults = [
  'timeout-before-write',
  'timeout-after-write',
  'slow',
  'clock-skew',
  'truncated-json',
  /** The gateway gives up (504) before or after the provider did its work. */
  'gateway-504-before-write',
  'gateway-504-after-write',
  /** The provider takes `latencyMs`; more than the gateway waits for is a 504 after the work. No time really passes. */
  'provider-slow',
  'error-500',
  'provider-521',
  'provider-524',
  'method-expired',
  'not-deployed',
  'locked',
  'access-denied-html',
  'vendor-blocked',
  'rate-limit',
  'ip-not-allowed',
  'signature-expired',
  /** HTTP 200 around a failure code. */
  'failure-in-200',
  /** The work is done, but HTTP 200 carries a page in place of JSON (section 3: non-JSON bodies occur). */
  'html-in-200',
  /** The first entry of a list of verdicts fails with `UNDEFINED_ERROR_OCCUR`. */
  'partial-failure',
  /** The acknowledgement is taken; the box says ACCEPT for `latencyMs` more. */
  'acknowledge-lag',
  'duplicate-page',
  'unknown-values',
  'code-other-shape',
  'code-success',
  /** "All failed" as -1, as a sample has it, in place of 99. */
  'all-failed-minus-one',
  'money-as-numbers',
  'times-plain',
  'times-with-fractions',
  /** The cancel answer with the member names of its table in place of its sample's. */
  'cancel-answer-table-names',
] as const;

export type CoupangFaultKind = (typeof coupangFaults)[number];
export type CoupangFaultRule = FaultRule<CoupangFaultKind | NetworkFault>;
export type CoupangFaults = StruckFaults<CoupangFaultKind | NetworkFault>;
export type CoupangSwitchboard = FaultSwitchboard<CoupangFaultKind | NetworkFault>;
