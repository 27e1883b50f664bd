import { createConnection, type Socket } from 'node:net';
import type { PrinterAddress, PrinterTransport, TransportOutcome } from '../../../app/ports/printing.ts';

export interface TcpTiming {
  /** An unplugged printer answers nothing at all. */
  readonly connectMs: number;
  /** No byte moved for so long: the printer has stopped reading (out of paper, head open). */
  readonly stallMs: number;
  /** After all bytes were taken and our side is closed: some printers never close theirs, so silence for so long is the end. */
  readonly lingerMs: number;
  /** A printer that closed its side after an earlier job, or keeps talking after this one, gets so long to do it. */
  readonly closeMs: number;
}

const TIMING: TcpTiming = { connectMs: 2_000, stallMs: 8_000, lingerMs: 3_000, closeMs: 30_000 };
const CHUNK = 16 * 1024;

/**
 * Raw TCP printing (port 9100). Jobs to one address wait for each other, because such printers serve one client at a
 * time. What the printer sends back is read and thrown away: unread input would make the close lose the tail.
 *
 * "Taken" can mean no more than "lies in the system's buffers", and there is no acknowledgement. The one sign of a job
 * read to its end is that the printer closes its side after ours; a printer that is known to do so and does not any more
 * has stopped reading, and its job is uncertain.
 */
export function createTcpTransport(timing: Partial<TcpTiming> = {}): PrinterTransport {
  const queues = new Map<string, Promise<unknown>>();
  const closing = new Set<string>();
  const rules = { ...TIMING, ...timing };
  return {
    send: (address, bytes) => {
      const key = `${address.host.toLowerCase()}:${address.port}`;
      const turn = (queues.get(key) ?? Promise.resolve()).then(() =>
        sendJob(address, bytes, rules, { has: () => closing.has(key), add: () => void closing.add(key) }),
      );
      queues.set(key, turn);
      void turn.then(() => {
        if (queues.get(key) === turn) queues.delete(key);
      });
      return turn;
    },
  };
}

/** Whether this printer is known to close its side once it has read a job. */
interface ClosingHabit {
  has(): boolean;
  add(): void;
}

function sendJob(
  { host, port }: PrinterAddress,
  bytes: Uint8Array,
  timing: TcpTiming,
  habit: ClosingHabit,
): Promise<TransportOutcome> {
  return new Promise((resolve) => {
    // Node takes an empty host for this machine, and throws on such a port: a rejected job would block all later ones.
    if (host === '') return resolve({ kind: 'not-sent', reason: 'unknown-host' });
    if (!isPort(port)) return resolve({ kind: 'not-sent', reason: 'unreachable' });
    const socket = createConnection({ host, port, noDelay: true, allowHalfOpen: true });
    new TcpJob(socket, bytes, timing, habit, resolve).begin();
  });
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port > 0 && port < 65_536;
}

/** One job on one connection, from connect to close. */
class TcpJob {
  readonly #socket: Socket;
  readonly #bytes: Uint8Array;
  readonly #timing: TcpTiming;
  readonly #habit: ClosingHabit;
  readonly #done: (outcome: TransportOutcome) => void;
  #timer: NodeJS.Timeout | undefined;
  #phase: 'connecting' | 'writing' | 'closing' | 'settled' = 'connecting';
  #offset = 0;
  #lastHeardMs = 0;

  constructor(
    socket: Socket,
    bytes: Uint8Array,
    timing: TcpTiming,
    habit: ClosingHabit,
    done: (outcome: TransportOutcome) => void,
  ) {
    this.#socket = socket;
    this.#bytes = bytes;
    this.#timing = timing;
    this.#habit = habit;
    this.#done = done;
  }

  begin(): void {
    this.#watch(this.#timing.connectMs, () => this.#settle({ kind: 'not-sent', reason: 'timeout' }));
    this.#socket.on('connect', () => {
      this.#phase = 'writing';
      this.#writeNext();
    });
    this.#socket.on('data', () => (this.#lastHeardMs = performance.now()));
    this.#socket.on('end', () => this.#peerClosed());
    this.#socket.on('close', () => this.#peerClosed());
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.#broke(error));
  }

  /** One chunk at a time, so that progress is known and a printer that stops reading is noticed. */
  #writeNext(): void {
    this.#watch(this.#timing.stallMs, () => this.#uncertain('stalled'));
    if (this.#offset >= this.#bytes.length) {
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
    const startMs = performance.now();
    const { lingerMs, closeMs } = this.#timing;
    const look = (): void => {
      const nowMs = performance.now();
      if (nowMs - startMs >= closeMs) return this.#habit.has() ? this.#uncertain('stalled') : this.#sent();
      const quietMs = nowMs - Math.max(startMs, this.#lastHeardMs);
      if (quietMs >= lingerMs && !this.#habit.has()) return this.#sent();
      this.#watch(Math.min(lingerMs, startMs + closeMs - nowMs), look);
    };
    this.#watch(Math.min(lingerMs, closeMs), look);
  }

  #peerClosed(): void {
    if (this.#phase === 'writing') return this.#uncertain('closed-early');
    if (this.#phase === 'connecting') return this.#settle({ kind: 'not-sent', reason: 'unreachable' });
    this.#habit.add();
    this.#sent();
  }

  #broke(error: NodeJS.ErrnoException): void {
    if (this.#phase !== 'connecting') return this.#uncertain('reset');
    this.#settle({ kind: 'not-sent', reason: reasonOf(error.code) });
  }

  #sent(): void {
    this.#settle({ kind: 'sent', bytes: this.#bytes.length });
  }

  #uncertain(reason: 'stalled' | 'reset' | 'closed-early'): void {
    this.#settle({ kind: 'uncertain', bytesTaken: Math.min(this.#socket.bytesWritten, this.#bytes.length), reason });
  }

  #watch(delayMs: number, expired: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(expired, Math.max(1, delayMs));
  }

  #settle(outcome: TransportOutcome): void {
    this.#phase = 'settled';
    clearTimeout(this.#timer);
    this.#socket.removeAllListeners();
    this.#socket.on('error', () => undefined);
    this.#socket.destroy();
    this.#done(outcome);
  }
}

function reasonOf(code: string | undefined): 'refused' | 'timeout' | 'unreachable' | 'unknown-host' {
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ETIMEDOUT') return 'timeout';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'unknown-host' : 'unreachable';
}
