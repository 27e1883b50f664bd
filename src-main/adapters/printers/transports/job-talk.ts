import type { PrinterCondition } from '../../../app/ports/printers.ts';
import { blockingCondition, isIdle, type StatusAnswer, type StatusDialect } from '../status/dialect.ts';

/** Enough for any answer; a printer that chatters for minutes does not fill the memory. */
const KEPT_BYTES = 4_096;

/** What one printer says around one job, and what that proves. */
export class JobTalk {
  #dialect: StatusDialect | null;
  #received = new Uint8Array(0);
  #before: StatusAnswer | null = null;
  #during: readonly StatusAnswer[] = [];

  constructor(dialect: StatusDialect | null) {
    this.#dialect = dialect;
  }

  /** Takes what arrived; gives the newest whole answer since the beginning, or since `jobBegins`. */
  hear(chunk: Uint8Array): StatusAnswer | null {
    if (this.#dialect === null) return null;
    this.#received = newest(Buffer.concat([this.#received, chunk]));
    this.#during = this.#dialect.read(this.#received);
    return this.#during.at(-1) ?? null;
  }

  /** From now on what arrives is about the job. */
  jobBegins(): void {
    this.#before = this.#during.at(-1) ?? null;
    this.#during = [];
    this.#received = new Uint8Array(0);
    if (this.#dialect?.isSetOffByPictures === true) this.#dialect = null;
  }

  /** It answered before the job, so it may be asked again behind it. */
  get hasAnswered(): boolean {
    return this.#before !== null && this.#dialect !== null;
  }

  /** It said something about itself since the job began. */
  get hasSpoken(): boolean {
    return this.#during.length > 0;
  }

  /** What keeps the job in the printer, by its last word since the job began. */
  get trouble(): PrinterCondition | null {
    return blockingCondition(this.#during.at(-1)?.conditions ?? []);
  }

  /** It was idle before the job, and since then said that all is printed, or was seen printing and idle again. */
  get isPrinted(): boolean {
    const last = this.#during.at(-1);
    if (this.#before === null || !isIdle(this.#before) || last === undefined || !isIdle(last)) return false;
    // A question not answered in time could be answered now: such an answer proves nothing of this job.
    if (last.isAllPrinted) return this.#before.isAllPrinted;
    return this.#during.some(({ isBusy }) => isBusy);
  }
}

/** The end of a long talk, from a line's beginning: the rest of a cut line could pass for a status. */
function newest(talk: Buffer): Uint8Array<ArrayBuffer> {
  if (talk.length <= KEPT_BYTES) return new Uint8Array(talk);
  const end = talk.subarray(-KEPT_BYTES);
  return new Uint8Array(end.subarray(end.indexOf(0x0a) + 1));
}
