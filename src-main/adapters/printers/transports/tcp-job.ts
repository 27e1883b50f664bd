import type { Socket } from 'node:net';
import type { TransportOutcome } from '../../../app/ports/printers.ts';
import { blockingCondition, type StatusDialect } from '../status/dialect.ts';
import { JobTalk } from './job-talk.ts';
import { connectFault } from './tcp-fault.ts';
import type { LineTiming } from './timing.ts';

export interface TcpTiming extends LineTiming {
  /** An unplugged printer answers nothing at all. */
  readonly connectMs: number;
  /** After all bytes were taken and our side is closed: some printers never close theirs, so silence for so long is the end. */
  readonly lingerMs: number;
  /** A printer that closed its side after an earlier job, or keeps talking after this one, gets so long to do it. */
  readonly closeMs: number;
}

/** What is known of how one printer ends a connection. */
export interface ClosingHabit {
  /** 'closes': its side once it has read a job; 'stays': never did; null: not known. */
  get(): 'closes' | 'stays' | null;
  set(habit: 'closes' | 'stays'): void;
}

export interface TcpJobParts {
  readonly timing: TcpTiming;
  readonly dialect: StatusDialect | null;
  readonly isAsked: boolean;
  readonly signal: AbortSignal;
  /** The question before the job was answered, or not. */
  noteAnswer(hasAnswered: boolean): void;
  readonly habit: ClosingHabit;
  done(outcome: TransportOutcome): void;
}

type UncertainReason = Extract<TransportOutcome, { readonly kind: 'uncertain' }>['reason'];

const CHUNK = 16 * 1024;

/** One job on one connection: connect, perhaps ask, write, close our side, wait for theirs. */
export class TcpJob {
  readonly #socket: Socket;
  readonly #bytes: Uint8Array;
  readonly #parts: TcpJobParts;
  readonly #talk: JobTalk;
  #timer: NodeJS.Timeout | undefined;
  #phase: 'connecting' | 'asking' | 'writing' | 'closing' | 'settled' = 'connecting';
  #offset = 0;
  /** Socket bytes that are no part of the job. */
  #askedBytes = 0;
  #lastHeardMs = 0;
  readonly #onAbort = (): void => this.#abort();

  constructor(socket: Socket, bytes: Uint8Array, parts: TcpJobParts) {
    this.#socket = socket;
    this.#bytes = bytes;
    this.#parts = parts;
    this.#talk = new JobTalk(parts.dialect);
  }

  begin(): void {
    this.#watch(this.#parts.timing.connectMs, () => this.#settle({ kind: 'not-sent', reason: 'timeout' }));
    this.#socket.on('connect', () => (this.#parts.isAsked ? this.#ask() : this.#write()));
    this.#socket.on('data', (chunk) => this.#hear(chunk));
    this.#socket.on('end', () => this.#peerClosed());
    this.#socket.on('close', () => this.#peerClosed());
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.#broke(error));
    this.#parts.signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  #ask(): void {
    const { dialect, timing, noteAnswer } = this.#parts;
    this.#phase = 'asking';
    this.#watch(timing.askMs, () => {
      noteAnswer(false);
      this.#write();
    });
    this.#askedBytes = dialect?.query.length ?? 0;
    this.#socket.write(dialect?.query ?? '');
  }

  #hear(chunk: Uint8Array): void {
    this.#lastHeardMs = performance.now();
    const answer = this.#talk.hear(chunk);
    if (answer === null) return;
    if (this.#phase === 'asking') {
      this.#parts.noteAnswer(true);
      const blocking = blockingCondition(answer.conditions);
      if (blocking !== null) this.#settle({ kind: 'not-sent', reason: blocking });
      else this.#write();
    } else if (this.#phase === 'closing' && this.#talk.isPrinted) this.#taken();
  }

  #write(): void {
    this.#phase = 'writing';
    this.#talk.jobBegins();
    this.#writeNext();
  }

  /** One chunk at a time, so that progress is known and a printer that stops reading is noticed. */
  #writeNext(): void {
    this.#watch(this.#parts.timing.stallMs, () => this.#uncertain('stalled'));
    if (this.#offset >= this.#bytes.length) {
      // Asked again behind the job, a printer that answers may tell what became of it. Nobody waits for that.
      if (this.#talk.hasAnswered && this.#parts.dialect !== null) this.#socket.write(this.#parts.dialect.query);
      // A turn of the event loop first: a printer that has hung up by now did not read to the end.
      setImmediate(() => this.#socket.end(() => this.#awaitClose()));
      return;
    }
    const chunk = this.#bytes.subarray(this.#offset, this.#offset + CHUNK);
    this.#socket.write(chunk, (error) => {
      if (error !== undefined && error !== null) return;
      this.#offset += chunk.length;
      this.#writeNext();
    });
  }

  #awaitClose(): void {
    if (this.#phase === 'settled') return;
    this.#phase = 'closing';
    if (this.#talk.isPrinted) return this.#taken();
    const startMs = performance.now();
    const { closeMs } = this.#parts.timing;
    const { habit } = this.#parts;
    const doesClose = habit.get() === 'closes';
    // Waited for once in vain, it is not worth more than a moment.
    const lingerMs = habit.get() === 'stays' ? this.#parts.timing.lingerMs / 10 : this.#parts.timing.lingerMs;
    const look = (): void => {
      // The printer said what keeps it, and had a while to get over it.
      if (this.#talk.trouble !== null) return this.#uncertain(this.#talk.trouble);
      const nowMs = performance.now();
      if (nowMs - startMs >= closeMs) return doesClose ? this.#uncertain('stalled') : this.#stayed();
      const quietMs = nowMs - Math.max(startMs, this.#lastHeardMs);
      if (quietMs >= lingerMs && !doesClose) return this.#stayed();
      this.#watch(Math.min(lingerMs, startMs + closeMs - nowMs), look);
    };
    this.#watch(Math.min(lingerMs, closeMs), look);
  }

  #stayed(): void {
    this.#parts.habit.set('stays');
    this.#taken();
  }

  #peerClosed(): void {
    if (this.#phase === 'writing') return this.#uncertain('closed-early');
    if (this.#phase === 'connecting') return this.#settle({ kind: 'not-sent', reason: 'unreachable' });
    if (this.#phase === 'asking') return this.#hungUp();
    this.#parts.habit.set('closes');
    this.#taken();
  }

  #broke(error: NodeJS.ErrnoException): void {
    if (this.#phase === 'connecting') return this.#settle({ kind: 'not-sent', reason: connectFault(error.code) });
    if (this.#phase === 'asking') return this.#hungUp();
    this.#uncertain('reset');
  }

  /** A printer that serves somebody else does so to the next client; one that dislikes questions is not asked for ever. */
  #hungUp(): void {
    this.#parts.noteAnswer(false);
    this.#settle({ kind: 'not-sent', reason: 'busy' });
  }

  #abort(): void {
    if (this.#phase === 'writing' || this.#phase === 'closing') return this.#uncertain('aborted');
    this.#settle({ kind: 'not-sent', reason: 'aborted' });
  }

  /** All bytes went in good order; what the printer said since then may know more. */
  #taken(): void {
    const bytes = this.#bytes.length;
    if (this.#talk.trouble !== null) return this.#uncertain(this.#talk.trouble);
    this.#settle({ kind: this.#talk.isPrinted ? 'confirmed' : 'sent', bytes });
  }

  /** The printer's own word for the trouble goes before ours. */
  #uncertain(reason: UncertainReason): void {
    const sent = this.#socket.bytesWritten - this.#askedBytes;
    const bytesTaken = Math.max(0, Math.min(sent, this.#bytes.length));
    this.#settle({ kind: 'uncertain', bytesTaken, reason: this.#talk.trouble ?? reason });
  }

  #watch(delayMs: number, expired: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(expired, Math.max(1, delayMs));
  }

  #settle(outcome: TransportOutcome): void {
    if (this.#phase === 'settled') return;
    this.#phase = 'settled';
    clearTimeout(this.#timer);
    this.#parts.signal.removeEventListener('abort', this.#onAbort);
    this.#socket.removeAllListeners();
    this.#socket.on('error', () => undefined);
    this.#socket.destroy();
    this.#parts.done(outcome);
  }
}
