/** What time it is, for everything in the demo: tests turn the hands themselves. */
export interface DemoClock {
  nowMs(): number;
}
