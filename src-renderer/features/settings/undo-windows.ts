/** Undo windows on offer, in seconds. The contract allows 0 to 60. */
const OFFERED_SECONDS = [0, 5, 7, 15, 30, 60] as const;

/** What to offer when this window is set: the usual ones, and the set one if it is another. Ascending, in ms. */
export function undoWindows(currentMs: number): number[] {
  const offered = OFFERED_SECONDS.map((seconds) => seconds * 1_000);
  const all = new Set<number>([...offered, currentMs]);
  return [...all].sort((left, right) => left - right);
}
