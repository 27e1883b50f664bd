import { DESK_LANES } from '../../core/order/lane.ts';
import type { DeadlineKind } from '../../core/deadline/deadline.ts';
import { reportClockKind } from '../../core/deadline/report-clock.ts';
import type { Alarm } from '../../core/deadline/ladder.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { PlatformId } from '../../core/shared/platform.ts';
import type { CardClock, LooseReport } from '../ports/store-today.ts';
import type { Reads } from '../ports/store.ts';

/** Goods that must leave, a case that wants an answer, a buyer who waits for a reply. */
export const ALARM_SUBJECTS = ['order', 'case', 'reply'] as const;
type AlarmSubject = (typeof ALARM_SUBJECTS)[number];

/** A clock that may want an alarm. */
export interface RunningClock extends Alarm {
  /** One clock of the alarms: the order's, its case's, or that of a platform's report. */
  readonly id: string;
  readonly subject: AlarmSubject;
  readonly orderId: OrderId | null;
  readonly platform: PlatformId;
}

const MOST_REPORTS = 500;

/** Clocks of orders on the desk and of open cases that end before then. */
export async function runningClocks(reads: Reads, untilMs: number): Promise<RunningClock[]> {
  const cards = await reads.clocksUntil(untilMs);
  const reports = await reads.looseReports(untilMs, MOST_REPORTS);
  return [...cards.map(clockOfCard), ...reports.map(clockOfReport)];
}

function clockOfCard({ orderId, platform, lane, placedAtMs, dueAtMs, dueKind }: CardClock): RunningClock {
  const isOnDesk = DESK_LANES.some((desk) => desk === lane);
  const clock = { orderId, platform, dueAtMs, sinceMs: placedAtMs };
  if (isOnDesk) return { id: orderId, subject: 'order', ...clock };
  return { id: `case ${orderId}`, subject: subjectOf(dueKind), ...clock };
}

function clockOfReport({ id, kind, orderId, platform, openedAtMs, dueAtMs }: LooseReport): RunningClock {
  return { id, subject: subjectOf(reportClockKind(kind)), orderId, platform, dueAtMs, sinceMs: openedAtMs };
}

const subjectOf = (kind: DeadlineKind): AlarmSubject => (kind === 'first-reply' ? 'reply' : 'case');
