import { createConnection, type LookupFunction, type Socket } from 'node:net';
import { WebSocket, type RawData } from 'ws';
import { LineFault } from '../line.ts';
import { connectFault } from '../tcp-fault.ts';
import type { AddressOf } from '../sender.ts';

/** Answers are small; a client that chatters without end does not fill the memory. */
const MOST_BYTES = 1_048_576;
const MOST_MESSAGES = 1_000;

/** A JSON object that came from the client, and nothing more certain. */
export type ClientMessage = Readonly<Record<string, unknown>>;

/** A WebSocket to the print client, read one message after the other. */
export interface ClientLine {
  /** False once the line is over: nothing can be sent any more. */
  readonly isOpen: boolean;
  send(text: string): void;
  /** The next message that came; null after so long without one; 'closed' once the line is over and all was read. */
  next(limitMs: number): Promise<ClientMessage | 'closed' | null>;
  /** Never rejects, and waits for nothing. */
  close(): void;
}

export interface ClientPlace extends Pick<AddressOf<'print-client'>, 'host' | 'port'> {
  readonly connectMs: number;
  /** Cuts the line. */
  readonly signal: AbortSignal;
}

/** Connects to the client on this machine and nowhere else. Throws LineFault. */
export function openClientLine({ host, port, connectMs, signal }: ClientPlace): Promise<ClientLine> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new LineFault('aborted'));
    const socket = new WebSocket(`ws://${host}:${port}/`, {
      perMessageDeflate: false,
      maxPayload: MOST_BYTES,
      handshakeTimeout: connectMs,
      createConnection: () => toLoopback(port),
    });
    const inbox = new Inbox();
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? null : readMessage(data);
      if (message !== null && !inbox.put(message)) socket.terminate();
    });
    socket.on('close', () => inbox.end());
    const abort = (): void => socket.terminate();
    signal.addEventListener('abort', abort, { once: true });
    socket.once('close', () => signal.removeEventListener('abort', abort));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const isLate = error.message.includes('timed out');
      reject(new LineFault(signal.aborted ? 'aborted' : isLate ? 'timeout' : connectFault(error.code)));
    });
    socket.once('open', () =>
      resolve({
        get isOpen() {
          return socket.readyState === WebSocket.OPEN;
        },
        // What cannot be sent any more is heard of as a closed line.
        send: (text) => socket.send(text, () => undefined),
        next: (limitMs) => inbox.next(limitMs),
        close: () => socket.terminate(),
      }),
    );
  });
}

/** Whatever this machine's list of names says of 'localhost': what is printed is a buyer's. */
function toLoopback(port: number): Socket {
  const addresses = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ];
  const lookup: LookupFunction = (_host, { all }, found) => {
    if (all === true) found(null, addresses);
    else found(null, '127.0.0.1', 4);
  };
  return createConnection({ host: 'localhost', port, lookup });
}

function readMessage(data: RawData): ClientMessage | null {
  try {
    const value: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ClientMessage) : null;
  } catch {
    return null;
  }
}

/** Messages that wait to be read, or somebody who waits for one. */
class Inbox {
  readonly #messages: ClientMessage[] = [];
  #waiting: ((next: ClientMessage | 'closed') => void) | null = null;
  #isEnded = false;

  /** False when nobody reads any more. */
  put(message: ClientMessage): boolean {
    if (this.#waiting === null) return this.#messages.push(message) <= MOST_MESSAGES;
    this.#waiting(message);
    return true;
  }

  end(): void {
    this.#isEnded = true;
    this.#waiting?.('closed');
  }

  next(limitMs: number): Promise<ClientMessage | 'closed' | null> {
    const message = this.#messages.shift() ?? (this.#isEnded ? 'closed' : null);
    if (message !== null) return Promise.resolve(message);
    return new Promise((resolve) => {
      const done = (next: ClientMessage | 'closed' | null): void => {
        clearTimeout(timer);
        this.#waiting = null;
        resolve(next);
      };
      const timer = setTimeout(() => done(null), limitMs);
      this.#waiting = done;
    });
  }
}
