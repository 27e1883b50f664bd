/** What may be wrong with a printer, as it says itself when asked. */
export const TROUBLES = [
  'paper-out',
  'paper-low',
  'head-open',
  'ribbon-out',
  'jam',
  'paused',
  'cutter-fault',
  'overheated',
  'label-waiting',
  'fault',
  'busy',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/**
 * What the printer does wrong on purpose. Read afresh all the time, so that a test or a seller can mend it: set a field
 * to break it, delete the field to mend it.
 */
export interface PrinterFaults {
  /** Its state as it tells when asked. All but 'busy' and 'paper-low' keep it from printing: jobs wait in its buffer. */
  conditions?: readonly Trouble[];
  /**
   * Whole labels left on the roll; counted down. The label after the last one prints its upper half, the printer says
   * 'paper-out', and the rest waits in its buffer. More paper (a higher number, or the field deleted): the lower half and
   * the rest come out. `powerCycle()` before that: the rest is lost.
   */
  labelsLeft?: number;
  /** How long a label takes; it says 'busy' meanwhile, and the client hears the close after the last one. */
  labelMs?: number;
  /** Room for what is not printed yet (1 MiB); when it is full, the printer stops reading. */
  bufferBytes?: number;

  /** Resets every new connection. */
  refuse?: boolean;
  /** 'refuse': resets who comes while another is served; else they wait. */
  secondClient?: 'wait' | 'refuse';
  /** Takes connections, and never reads or answers; what was sent meanwhile comes out when this is over. */
  neverReads?: boolean;
  /** Stops reading after so many bytes of a connection: head open, buffer full. */
  stallAfterBytes?: number;
  /** Closes the connection after so many bytes, with the rest unread. */
  closeAfterBytes?: number;
  /** Resets the connection after so many bytes. */
  resetAfterBytes?: number;
  /** Loses power after so many bytes: silence on this connection, none listening for new ones, until `powerCycle()`. */
  vanishAfterBytes?: number;
  /** Waits before it reads. */
  delayMs?: number;
  /** Reads no faster. */
  readBytesPerSecond?: number;
  /** Says this, unasked, at the start of each connection and every `everyMs`. */
  chatter?: { readonly bytes: Uint8Array; readonly everyMs: number };
  /** Says "SSSGETPRINTING:DOING" and ":DONE" around each label, as firmware of the XPP,XL family does. */
  announces?: boolean;
  /** Never answers a question. */
  mute?: boolean;
  /** Answers a question this much later. */
  answerDelayMs?: number;
  /** When it closes its side after the client's: 'printed' (default), 'read' at once, 'never'. */
  closes?: 'printed' | 'read' | 'never';
  /** Waits for the rest of a job that broke off, as real ones do: the next job's bytes end up in it. */
  keepsHalfJobs?: boolean;
}

const HARMLESS: readonly Trouble[] = ['busy', 'paper-low'];

/** Whether it prints at all just now. */
export function isHeld(conditions: readonly Trouble[]): boolean {
  return conditions.some((condition) => !HARMLESS.includes(condition));
}
