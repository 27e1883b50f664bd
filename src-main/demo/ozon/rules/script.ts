import type { OzonPosting, ScheduledChange } from '../posting.ts';

/** Puts changes into the posting's script, soonest first; equal times keep their order. */
export function schedule(posting: OzonPosting, ...changes: ScheduledChange[]): void {
  posting.script = [...posting.script, ...changes].toSorted((first, second) => first.atMs - second.atMs);
}
