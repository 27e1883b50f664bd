import type { Line } from '../transports/line.ts';

/** An open way of questions and answers to one printer. */
export interface Conversation {
  /**
   * Sends bytes and gives what came back: as soon as `isWhole` says so, or after `limitMs` with whatever there is.
   * Empty when nothing came or the line broke. Never rejects.
   */
  ask(question: Uint8Array, isWhole: (received: Uint8Array) => boolean, limitMs: number): Promise<Uint8Array>;
  /** Sends bytes that have no answer. Never rejects. */
  tell(bytes: Uint8Array): Promise<void>;
  /** Never rejects. */
  close(): Promise<void>;
}

/** No answer to a question of identity is longer; a printer that chatters does not fill the memory. */
const KEPT_BYTES = 4_096;
const WRITE_MS = 500;

/** A conversation over a line that was just opened, and that it now owns. */
export function conversationOver(line: Line): Conversation {
  let received: Uint8Array<ArrayBufferLike> = new Uint8Array();
  let hear: () => void = () => undefined;
  line.listen((bytes) => {
    received = Buffer.concat([received, bytes]).subarray(-KEPT_BYTES);
    hear();
  });
  const tell = (bytes: Uint8Array): Promise<void> => within(WRITE_MS, writeAll(line, bytes));
  return {
    tell,
    ask: async (question, isWhole, limitMs) => {
      received = new Uint8Array();
      const answered = new Promise<void>((resolve) => (hear = () => isWhole(received) && resolve()));
      await tell(question);
      await within(limitMs, answered);
      hear = () => undefined;
      return new Uint8Array(received);
    },
    close: () => within(WRITE_MS, line.close()),
  };
}

async function writeAll(line: Line, bytes: Uint8Array): Promise<void> {
  for (let taken = 0; taken < bytes.length;) taken += await line.write(bytes.subarray(taken));
}

/** Waits so long at most; what goes wrong is the same as nothing. */
async function within(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
  await Promise.race([work.catch(() => undefined), limit]);
  clearTimeout(timer);
}
