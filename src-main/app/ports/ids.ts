/** New ids (uuid v7 text, so that they sort by age) and randomness for jitter. */
export interface Ids {
  next(): string;
  /** Evenly spread in [0, 1). */
  random(): number;
}
