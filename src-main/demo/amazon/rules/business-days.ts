const day = 86_400_000;

/** The instant so many business days later; Saturdays and Sundays in UTC do not count. */
export function addBusinessDays(fromMs: number, days: number): number {
  let atMs = fromMs;
  for (let left = days; left > 0;) {
    atMs += day;
    const weekday = new Date(atMs).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return atMs;
}
