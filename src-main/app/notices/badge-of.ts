import { dayEndsMs } from '../board/day-ends.ts';
import type { Badge } from '../ports/notifier.ts';
import type { Reads } from '../ports/store.ts';

/** New orders, and those to ship before the seller's day is over, late ones too. */
export async function badgeOf(
  reads: Pick<Reads, 'laneCounts' | 'leavingCounts'>,
  nowMs: number,
  minuteOfDay: number,
  silentShops: number,
): Promise<Badge> {
  const { late, today } = await reads.leavingCounts(nowMs, dayEndsMs(nowMs, minuteOfDay));
  const lanes = await reads.laneCounts(nowMs);
  return { newOrders: lanes.find(({ lane }) => lane === 'new')?.count ?? 0, dueToday: today, late, silentShops };
}
