import type { OrderWork, WorkEvent } from './work.ts';

/**
 * The event that ends a hold whose time is over, else null. Time passing is no command of the seller: the order goes
 * back to where it was, and nothing is confirmed in her name.
 */
export function endedHold(work: OrderWork, nowMs: number): WorkEvent | null {
  const untilMs = work.hold?.untilMs ?? null;
  return untilMs !== null && untilMs <= nowMs ? { kind: 'released', atMs: nowMs } : null;
}
