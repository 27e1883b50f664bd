import { workingCalendar, type WorkingCalendar } from '../stores/working-calendar.ts';

/** When a desk closes: due times that name a day only end then. */
const DAY_ENDS_AT_HOUR = 18;

/** The end of the working day so many working days after a moment, on this machine's clocks. */
export function afterWorkingDays(fromMs: number, days: number, calendar = workingCalendar()): number {
  const day = new Date(fromMs);
  for (let left = days; left > 0;) {
    day.setDate(day.getDate() + 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day.setHours(DAY_ENDS_AT_HOUR, 0, 0, 0);
}

function isWorkingDay(day: Date, { off, work }: WorkingCalendar): boolean {
  const [date = ''] = toTimeField(day.getTime()).split('T');
  if (off.has(date)) return false;
  return work.has(date) || (day.getDay() !== 0 && day.getDay() !== 6);
}

/** The end of work so many calendar days after a moment. */
export function endOfDay(fromMs: number, days: number): number {
  const day = new Date(fromMs);
  day.setDate(day.getDate() + days);
  return day.setHours(DAY_ENDS_AT_HOUR, 0, 0, 0);
}

/** A moment as a datetime-local field wants it: "2026-03-04T15:59", on this machine's clocks. */
export function toTimeField(atMs: number): string {
  const at = new Date(atMs);
  const two = (figure: number) => String(figure).padStart(2, '0');
  const date = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that stands in a datetime-local field; null while it is empty or half written. UTC ms. */
export function fromTimeField(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  const atMs = new Date(text).getTime();
  return Number.isFinite(atMs) && atMs >= 0 ? atMs : null;
}
