/** The time, as a port, so that tests can hold it. */
export interface Clock {
  /** UTC milliseconds. */
  nowMs(): number;
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
}
