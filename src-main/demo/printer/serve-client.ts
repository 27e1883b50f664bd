import type { Socket } from 'node:net';
import type { PrinterFaults } from './faults.ts';

/** What one client's bytes go to. */
export interface ClientDesk {
  readonly faults: PrinterFaults;
  take(bytes: Uint8Array): void;
  /** No more bytes come. Resolves when all of this client's labels are out. */
  finish(): Promise<void>;
  /** No room for more before something is printed. */
  isFull(): boolean;
  /** The power goes. */
  vanish(): void;
  isDark(): boolean;
}

/** How often a held printer looks whether it may go on. */
const LOOK_MS = 20;

/**
 * Serves one client, faults included. The next client waits for the promise: until this one has closed its side and all it
 * sent is read. Its labels may still wait for paper then.
 */
export function serveClient(socket: Socket, desk: ClientDesk): Promise<void> {
  if (socket.destroyed) return Promise.resolve();
  return new Promise((resolve) => new Client(socket, desk, resolve).begin());
}

class Client {
  readonly #socket: Socket;
  readonly #desk: ClientDesk;
  readonly #gone: () => void;
  #pending: Uint8Array = new Uint8Array();
  #size = 0;
  #hasEnded = false;
  #isFinished = false;
  #timer: NodeJS.Timeout | undefined;
  #chatter: NodeJS.Timeout | undefined;

  constructor(socket: Socket, desk: ClientDesk, gone: () => void) {
    this.#socket = socket;
    this.#desk = desk;
    this.#gone = gone;
  }

  begin(): void {
    const { delayMs = 0, chatter } = this.#desk.faults;
    this.#socket.once('close', () => this.#closed());
    this.#socket.on('data', (chunk: Buffer) => {
      this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
      this.#socket.pause();
      this.#advance();
    });
    this.#socket.once('end', () => {
      this.#hasEnded = true;
      this.#advance();
    });
    if (chatter !== undefined) {
      const talk = (): void => {
        if (this.#socket.writable && !this.#desk.isDark()) this.#socket.write(chatter.bytes);
      };
      talk();
      this.#chatter = setInterval(talk, chatter.everyMs);
    }
    this.#timer = setTimeout(() => this.#advance(), delayMs);
  }

  /** Reads on as far as the faults let it. */
  #advance(): void {
    clearTimeout(this.#timer);
    if (this.#socket.destroyed || this.#desk.isDark()) return;
    if (this.#isHeld()) {
      this.#socket.pause();
      this.#timer = setTimeout(() => this.#advance(), LOOK_MS);
    } else if (this.#pending.length > 0) {
      this.#takeSome();
    } else if (this.#hasEnded) {
      void this.#finish();
    } else {
      this.#socket.resume();
    }
  }

  #isHeld(): boolean {
    const { neverReads, stallAfterBytes } = this.#desk.faults;
    return neverReads === true || this.#size >= (stallAfterBytes ?? Number.POSITIVE_INFINITY) || this.#desk.isFull();
  }

  #takeSome(): void {
    const { faults } = this.#desk;
    const limits = [faults.stallAfterBytes, faults.closeAfterBytes, faults.resetAfterBytes, faults.vanishAfterBytes];
    const room = Math.min(...limits.map((limit) => Math.max(1, (limit ?? Number.POSITIVE_INFINITY) - this.#size)));
    const rate = faults.readBytesPerSecond ?? Number.POSITIVE_INFINITY;
    const some = this.#pending.subarray(0, Math.min(room, Math.max(1, (rate * LOOK_MS) / 1_000)));
    this.#pending = this.#pending.subarray(some.length);
    this.#size += some.length;
    this.#desk.take(some);
    const isReached = (limit: number | undefined): boolean => limit !== undefined && this.#size >= limit;
    if (isReached(faults.vanishAfterBytes)) this.#desk.vanish();
    else if (isReached(faults.resetAfterBytes)) this.#socket.resetAndDestroy();
    else if (isReached(faults.closeAfterBytes)) this.#socket.destroy();
    else if (rate === Number.POSITIVE_INFINITY) this.#advance();
    else this.#timer = setTimeout(() => this.#advance(), LOOK_MS);
  }

  async #finish(): Promise<void> {
    if (this.#isFinished) return;
    this.#isFinished = true;
    const printed = this.#desk.finish();
    this.#gone();
    const { closes = 'printed' } = this.#desk.faults;
    if (closes === 'never') return;
    if (closes === 'printed') await printed;
    this.#socket.end();
  }

  #closed(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#chatter);
    if (!this.#isFinished && !this.#desk.isDark()) void this.#desk.finish();
    this.#isFinished = true;
    this.#gone();
  }
}
