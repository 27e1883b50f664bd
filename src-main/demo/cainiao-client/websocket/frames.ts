/** One frame of RFC 6455, unmasked. */
export interface Frame {
  isFinal: boolean;
  opcode: Opcode;
  payload: Buffer;
}

export const opcodes = { continuation: 0x0, text: 0x1, binary: 0x2, close: 0x8, ping: 0x9, pong: 0xa } as const;
export type Opcode = (typeof opcodes)[keyof typeof opcodes];

/** The other side broke the protocol; `closeCode` is what it is told before the connection ends. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly closeCode: number;

  constructor(closeCode: number, message: string) {
    super(message);
    this.closeCode = closeCode;
  }
}

const known: readonly number[] = Object.values(opcodes);

function isOpcode(value: number): value is Opcode {
  return known.includes(value);
}

/**
 * Cuts a stream of bytes from a client into frames (RFC 6455 §5.2). Strict: no reserved bits, known opcodes, masked as a client must,
 * lengths in their shortest form, control frames short and whole. Throws ProtocolError.
 */
export class FrameReader {
  readonly #mostBytes: number;
  #waiting: Buffer = Buffer.alloc(0);

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** The frames that are complete with these bytes. */
  push(bytes: Uint8Array): Frame[] {
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    const frames: Frame[] = [];
    for (let frame = this.#next(); frame !== null; frame = this.#next()) frames.push(frame);
    return frames;
  }

  #next(): Frame | null {
    const bytes = this.#waiting;
    if (bytes.length < 2) return null;
    const { isFinal, opcode, shortLength } = readHead(bytes);
    const extraBytes = shortLength === 126 ? 2 : shortLength === 127 ? 8 : 0;
    if (bytes.length < 2 + extraBytes) return null;
    const length = readLength(bytes, shortLength);
    if (length > this.#mostBytes) throw new ProtocolError(1009, 'message is too big');
    const maskAt = 2 + extraBytes;
    const end = maskAt + 4 + length;
    if (bytes.length < end) return null;
    this.#waiting = bytes.subarray(end);
    const mask = bytes.subarray(maskAt, maskAt + 4);
    return { isFinal, opcode, payload: unmask(bytes.subarray(maskAt + 4, end), mask) };
  }
}

function readHead(bytes: Buffer): { isFinal: boolean; opcode: Opcode; shortLength: number } {
  const first = bytes.readUInt8(0);
  const second = bytes.readUInt8(1);
  if ((first & 0x70) !== 0) throw new ProtocolError(1002, 'reserved bits are set');
  const opcode = first & 0x0f;
  if (!isOpcode(opcode)) throw new ProtocolError(1002, `opcode ${opcode} is unknown`);
  if ((second & 0x80) === 0) throw new ProtocolError(1002, 'a client must mask its frames');
  const isFinal = (first & 0x80) !== 0;
  const shortLength = second & 0x7f;
  if (opcode >= opcodes.close && (!isFinal || shortLength > 125)) {
    throw new ProtocolError(1002, 'a control frame is short and whole');
  }
  return { isFinal, opcode, shortLength };
}

function readLength(bytes: Buffer, shortLength: number): number {
  if (shortLength < 126) return shortLength;
  const length = shortLength === 126 ? BigInt(bytes.readUInt16BE(2)) : bytes.readBigUInt64BE(2);
  if (length < (shortLength === 126 ? 126n : 65_536n))
    throw new ProtocolError(1002, 'the length is not in its shortest form');
  if (length > BigInt(Number.MAX_SAFE_INTEGER)) throw new ProtocolError(1009, 'message is too big');
  return Number(length);
}

function unmask(bytes: Buffer, mask: Buffer): Buffer {
  const plain = Buffer.from(bytes);
  for (let index = 0; index < plain.length; index += 1) {
    plain.writeUInt8(plain.readUInt8(index) ^ mask.readUInt8(index % 4), index);
  }
  return plain;
}

/** A whole frame as a server sends it: unmasked. */
export function writeFrame(opcode: Opcode, payload: Uint8Array): Buffer {
  return Buffer.concat([headOf(opcode, payload.length), payload]);
}

function headOf(opcode: Opcode, length: number): Buffer {
  if (length < 126) return Buffer.from([0x80 | opcode, length]);
  if (length < 65_536) {
    const head = Buffer.from([0x80 | opcode, 126, 0, 0]);
    head.writeUInt16BE(length, 2);
    return head;
  }
  const head = Buffer.alloc(10);
  head.writeUInt8(0x80 | opcode, 0);
  head.writeUInt8(127, 1);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
