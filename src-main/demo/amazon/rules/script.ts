import type { AmazonOrder, ScheduledChange } from '../order.ts';

/** Puts changes into the order's script, soonest first; equal times keep their order. */
export function schedule(order: AmazonOrder, ...changes: ScheduledChange[]): void {
  order.script = [...order.script, ...changes].toSorted((first, second) => first.atMs - second.atMs);
}
