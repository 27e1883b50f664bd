import type { Lane } from '../../core/order/lane.ts';
import type { Badge } from '../ports/notifier.ts';
import type { Reads } from '../ports/store.ts';

/** Lanes in which a ship-by still counts. */
const DESK: readonly Lane[] = ['new', 'problem', 'to-ship', 'labelled'];
const MINUTES_A_DAY = 1_440;

/** New orders, and those to ship before the seller's day is over, late ones too. */
export async function badgeOf(
  reads: Pick<Reads, 'laneCounts'>,
  nowMs: number,
  minuteOfDay: number,
  silentShops: number,
): Promise<Badge> {
  const endOfDayMs = nowMs + (MINUTES_A_DAY - minuteOfDay) * 60_000;
  // Seen from tonight, what is due today is overdue.
  const tonight = await reads.laneCounts(endOfDayMs);
  const dueToday = tonight.filter(({ lane }) => DESK.includes(lane)).reduce((sum, { overdue }) => sum + overdue, 0);
  return { newOrders: tonight.find(({ lane }) => lane === 'new')?.count ?? 0, dueToday, silentShops };
}
