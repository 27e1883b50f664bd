import type { AliOrder, TimerName } from '../order.ts';

const timerNames: readonly TimerName[] = [
  'buyer-pays',
  'pay-timeout',
  'risk-passes',
  'send-timeout',
  'cancel-timeout',
  'buyer-accepts',
  'accept-timeout',
  'money-moves',
  'archives',
];

/** The first thing to happen to an order by itself; nothing does while it is frozen or disputed. */
export function nextDue(order: AliOrder): { timer: TimerName; atMs: number } | null {
  if (order.frozenStatus === 'IN_FROZEN' || order.issueStatus === 'IN_ISSUE') return null;
  let first: { timer: TimerName; atMs: number } | null = null;
  for (const timer of timerNames) {
    const atMs = order.timers[timer];
    if (atMs !== undefined && (first === null || atMs < first.atMs)) first = { timer, atMs };
  }
  return first;
}

/** Gives an order back the time that it stood still. */
export function resumeTimers(order: AliOrder, stoodForMs: number): void {
  for (const timer of timerNames) {
    const atMs = order.timers[timer];
    if (atMs !== undefined) order.timers[timer] = atMs + stoodForMs;
  }
  if (order.sendDueAtMs !== null) order.sendDueAtMs += stoodForMs;
  if (order.acceptDueAtMs !== null) order.acceptDueAtMs += stoodForMs;
}
