import type { Duplex } from 'node:stream';
import { FrameReader, opcodes, ProtocolError, writeFrame, type Frame } from './frames.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export interface ConnectionEvents {
  /** A whole text message. */
  message(text: string): void;
  /** The connection is over, however it ended. */
  closed(): void;
}

/** The server's end of one WebSocket: text messages whole and in UTF-8, pings answered, the closing handshake kept. */
export class Connection {
  readonly #socket: Duplex;
  readonly #events: ConnectionEvents;
  readonly #reader: FrameReader;
  readonly #mostBytes: number;
  #parts: Buffer[] | null = null;
  #isClosing = false;

  constructor(socket: Duplex, events: ConnectionEvents, mostBytes: number) {
    this.#socket = socket;
    this.#events = events;
    this.#mostBytes = mostBytes;
    this.#reader = new FrameReader(mostBytes);
    socket.on('data', (bytes: Buffer) => this.#take(bytes));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => events.closed());
    socket.on('end', () => socket.end());
  }

  /** Does nothing once the connection is closing. */
  send(text: string): void {
    if (!this.#isClosing) this.#socket.write(writeFrame(opcodes.text, Buffer.from(text)));
  }

  /** Cuts the line without a word, as a client that crashes. */
  drop(): void {
    this.#isClosing = true;
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    if (this.#isClosing) return;
    try {
      for (const frame of this.#reader.push(bytes)) {
        this.#frame(frame);
        if (this.#isClosing) return;
      }
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#close(error.closeCode, error.message);
    }
  }

  #frame(frame: Frame): void {
    switch (frame.opcode) {
      case opcodes.ping:
        this.#socket.write(writeFrame(opcodes.pong, frame.payload));
        return;
      case opcodes.pong:
        return;
      case opcodes.close:
        return this.#answerClose(frame.payload);
      case opcodes.binary:
        throw new ProtocolError(1003, 'text only');
      case opcodes.text:
        if (this.#parts !== null) throw new ProtocolError(1002, 'a message began inside another one');
        return this.#part([], frame);
      case opcodes.continuation:
        if (this.#parts === null) throw new ProtocolError(1002, 'nothing to continue');
        return this.#part(this.#parts, frame);
    }
  }

  #part(before: Buffer[], frame: Frame): void {
    const parts = [...before, frame.payload];
    const size = parts.reduce((sum, part) => sum + part.length, 0);
    if (size > this.#mostBytes) throw new ProtocolError(1009, 'message is too big');
    this.#parts = frame.isFinal ? null : parts;
    if (frame.isFinal) this.#events.message(textOf(Buffer.concat(parts)));
  }

  /** A close frame is empty, or a code that may be sent with a reason in UTF-8. */
  #answerClose(payload: Buffer): void {
    if (payload.length === 0) return this.#close(1000, '');
    const code = payload.length === 1 ? 0 : payload.readUInt16BE(0);
    if (!mayBeSent(code)) throw new ProtocolError(1002, 'the code of the close frame is wrong');
    textOf(payload.subarray(2));
    this.#close(code, '');
  }

  #close(code: number, reason: string): void {
    this.#isClosing = true;
    const payload = Buffer.alloc(2 + Buffer.byteLength(reason));
    payload.writeUInt16BE(code, 0);
    payload.write(reason, 2);
    this.#socket.end(writeFrame(opcodes.close, payload));
  }
}

function mayBeSent(code: number): boolean {
  if (code >= 3_000 && code < 5_000) return true;
  return code >= 1_000 && code <= 1_011 && ![1_004, 1_005, 1_006].includes(code);
}

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new ProtocolError(1007, 'not UTF-8');
  }
}
