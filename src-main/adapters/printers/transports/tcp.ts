import { createConnection, type Socket } from 'node:net';
import type { PrinterAddress, PrinterTransport, TransportOutcome } from '../../../app/ports/printing.ts';

export interface TcpTiming {
  /** An unplugged printer answers nothing at all. */
  readonly connectMs: number;
  /** No byte moved for so long: the printer has stopped reading (out of paper, head open). */
  readonly stallMs: number;
  /** After all bytes were taken and our side is closed: some printers never close theirs. */
  readonly lingerMs: number;
}

const TIMING: TcpTiming = { connectMs: 2_000, stallMs: 8_000, lingerMs: 3_000 };
const CHUNK = 16 * 1024;

/**
 * Raw TCP printing (port 9100). Jobs to one address wait for each other, because such printers serve one client at a
 * time. What the printer sends back is read and thrown away: unread input would make the close lose the tail.
 */
export function createTcpTransport(timing: Partial<TcpTiming> = {}): PrinterTransport {
  const queues = new Map<string, Promise<unknown>>();
  const rules = { ...TIMING, ...timing };
  return {
    send: (address, bytes) => {
      const key = `${address.host.toLowerCase()}:${address.port}`;
      const turn = (queues.get(key) ?? Promise.resolve()).then(() => sendJob(address, bytes, rules));
      queues.set(key, turn);
      void turn.then(() => {
        if (queues.get(key) === turn) queues.delete(key);
      });
      return turn;
    },
  };
}

function sendJob(address: PrinterAddress, bytes: Uint8Array, timing: TcpTiming): Promise<TransportOutcome> {
  return new Promise((resolve) => {
    // Checked here because Node throws on such a port, and a rejected job would block all later ones to this address.
    if (!isPort(address.port)) return resolve({ kind: 'not-sent', reason: 'unreachable' });
    const socket = createConnection({ host: address.host, port: address.port, noDelay: true, allowHalfOpen: true });
    new TcpJob(socket, bytes, timing, resolve).begin();
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
  readonly #done: (outcome: TransportOutcome) => void;
  #timer: NodeJS.Timeout | undefined;
  #isConnected = false;
  #isFlushed = false;
  #isSettled = false;
  #offset = 0;

  constructor(socket: Socket, bytes: Uint8Array, timing: TcpTiming, done: (outcome: TransportOutcome) => void) {
    this.#socket = socket;
    this.#bytes = bytes;
    this.#timing = timing;
    this.#done = done;
  }

  begin(): void {
    this.#watch(this.#timing.connectMs, () => this.#settle({ kind: 'not-sent', reason: 'timeout' }));
    this.#socket.on('connect', () => {
      this.#isConnected = true;
      this.#writeNext();
    });
    this.#socket.on('data', () => undefined);
    this.#socket.on('end', () => this.#peerClosed());
    this.#socket.on('close', () => this.#peerClosed());
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.#broke(error));
  }

  /** One chunk at a time, so that progress is known and a printer that stops reading is noticed. */
  #writeNext(): void {
    if (this.#offset >= this.#bytes.length) return this.#finish();
    const chunk = this.#bytes.subarray(this.#offset, this.#offset + CHUNK);
    this.#watch(this.#timing.stallMs, () => this.#uncertain('stalled'));
    this.#socket.write(chunk, (error) => {
      if (error !== undefined && error !== null) return;
      this.#offset += chunk.length;
      this.#writeNext();
    });
  }

  #finish(): void {
    this.#watch(this.#timing.stallMs, () => this.#uncertain('stalled'));
    this.#socket.end(() => {
      // Node also calls this when the socket was destroyed before all was out.
      if (this.#isSettled) return;
      this.#isFlushed = true;
      this.#watch(this.#timing.lingerMs, () => this.#settle({ kind: 'sent', bytes: this.#bytes.length }));
    });
  }

  #peerClosed(): void {
    if (this.#isFlushed) return this.#settle({ kind: 'sent', bytes: this.#bytes.length });
    if (this.#isConnected) this.#uncertain('closed-early');
  }

  #broke(error: NodeJS.ErrnoException): void {
    if (this.#isConnected) return this.#uncertain('reset');
    this.#settle({ kind: 'not-sent', reason: reasonOf(error.code) });
  }

  #uncertain(reason: 'stalled' | 'reset' | 'closed-early'): void {
    this.#settle({ kind: 'uncertain', bytesTaken: Math.min(this.#socket.bytesWritten, this.#bytes.length), reason });
  }

  #watch(delayMs: number, expired: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(expired, delayMs);
  }

  #settle(outcome: TransportOutcome): void {
    this.#isSettled = true;
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
