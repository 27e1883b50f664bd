/** Limits that all ways of sending share. */
export interface LineTiming {
  /** No byte moved for so long: the printer has stopped reading (out of paper, head open). */
  readonly stallMs: number;
  /** The question before a job may cost so long (SendOptions.isStatusAsked). */
  readonly askMs: number;
}

export const LINE_TIMING: LineTiming = { stallMs: 8_000, askMs: 300 };
