import { FaultSwitchboard } from '../kit/faults/fault-switchboard.ts';
import type { FaultRule as KitRule, StruckFaults as KitStruck } from '../kit/faults/fault-switchboard.ts';

/** What can go wrong on purpose. A rule's `path` is the name of an API (`taobao.trades.sold.get`, `cainiao.*`). */
export const faultKinds = [
  'timeout-before-write',
  'timeout-after-write',
  'truncated-json',
  'slow',
  'clock-skew',
  'html-502',
  'rate-limit',
  'service-unavailable',
  'remote-timeout',
  'remote-timeout-after-write',
  'session-invalid',
  'permission-withdrawn',
  'ip-not-allowed',
  'duplicate-page',
  'unknown-values',
] as const;

export type FaultKind = (typeof faultKinds)[number];
export type FaultRule = KitRule<FaultKind>;
export type StruckFaults = KitStruck<FaultKind>;

/** The router has one path for all APIs, so faults go by the API that was asked for. */
export class TopFaults extends FaultSwitchboard<FaultKind> {
  /** The API of the request that is struck next; set when it arrives. */
  operation = '';

  override strike(path: string, method?: string): StruckFaults {
    return super.strike(this.operation === '' ? path : this.operation, method);
  }
}
