import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FrameReader,
  opcodes,
  type ProtocolError,
  writeFrame,
  type Frame,
} from '../../../../src-main/demo/cainiao-client/websocket/frames.ts';
import { acceptOf, answerHandshake } from '../../../../src-main/demo/cainiao-client/websocket/handshake.ts';

/** A frame as a client sends it, written from the picture in RFC 6455 §5.2. */
function clientFrame(opcode: number, payload: Uint8Array, isFinal = true, mask = [0x37, 0xfa, 0x21, 0x3d]): Buffer {
  const length = payload.length;
  const head = [(isFinal ? 0x80 : 0) | opcode];
  if (length < 126) head.push(0x80 | length);
  else if (length < 65_536) head.push(0x80 | 126, length >> 8, length & 255);
  else head.push(0x80 | 127, 0, 0, 0, 0, (length >> 24) & 255, (length >> 16) & 255, (length >> 8) & 255, length & 255);
  return Buffer.from([...head, ...mask, ...payload.map((byte, index) => byte ^ mask[index % 4]!)]);
}

function read(bytes: Uint8Array, mostBytes = 1_000_000): Frame[] {
  return new FrameReader(mostBytes).push(bytes);
}

function closeCode(bytes: Uint8Array, mostBytes?: number): number {
  try {
    read(bytes, mostBytes);
    return 0;
  } catch (error) {
    return (error as ProtocolError).closeCode;
  }
}

describe('the samples of RFC 6455', () => {
  it('accepts the key of §1.3', () => {
    expect(acceptOf('dGhlIHNhbXBsZSBub25jZQ==')).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
  });

  it('reads the masked and writes the unmasked Hello of §5.7', () => {
    const masked = Buffer.from('818537fa213d7f9f4d5158', 'hex');
    expect(read(masked)).toEqual([{ isFinal: true, opcode: opcodes.text, payload: Buffer.from('Hello') }]);
    expect(writeFrame(opcodes.text, Buffer.from('Hello')).toString('hex')).toBe('810548656c6c6f');
    expect(writeFrame(opcodes.ping, Buffer.from('Hello')).toString('hex')).toBe('890548656c6c6f');
    expect(writeFrame(opcodes.binary, Buffer.alloc(256)).subarray(0, 4).toString('hex')).toBe('827e0100');
    expect(writeFrame(opcodes.binary, Buffer.alloc(65_536)).subarray(0, 10).toString('hex')).toBe(
      '827f0000000000010000',
    );
  });
});

describe('frames', () => {
  it('come out whole, however the stream was cut', () => {
    const payload = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(
        fc.array(payload, { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 50 })),
        (payloads, cuts) => {
          const stream = Buffer.concat(payloads.map((one) => clientFrame(opcodes.text, one)));
          const reader = new FrameReader(1_000);
          const frames: Frame[] = [];
          for (let at = 0; at < stream.length;) {
            const size = cuts.next().value;
            frames.push(...reader.push(stream.subarray(at, at + size)));
            at += size;
          }
          expect(frames.map((frame) => [...frame.payload])).toEqual(payloads.map((one) => [...one]));
        },
      ),
    );
  });

  it('have their length in one of three forms', () => {
    for (const length of [0, 125, 126, 65_535, 65_536])
      expect(read(clientFrame(opcodes.text, Buffer.alloc(length, 7)))[0]!.payload).toHaveLength(length);
  });

  it.each([
    ['reserved bits', Buffer.from([0xc1, 0x80, 0, 0, 0, 0]), 1002],
    ['an unknown opcode', Buffer.from([0x83, 0x80, 0, 0, 0, 0]), 1002],
    ['no mask', Buffer.from('810548656c6c6f', 'hex'), 1002],
    ['a ping in parts', Buffer.from([0x09, 0x80, 0, 0, 0, 0]), 1002],
    ['a long ping', Buffer.from([0x89, 0xfe, 0, 126]), 1002],
    ['a length that could be shorter', Buffer.from([0x81, 0xfe, 0, 125, 0, 0, 0, 0]), 1002],
    ['a long length that could be shorter', Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0, 0, 0xff, 0xff]), 1002],
    ['too much', Buffer.from([0x81, 0xfe, 0xff, 0xff]), 1009],
    ['more than there is in the world', Buffer.from([0x81, 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0]), 1009],
  ])('are refused with %s', (_name, bytes, code) => {
    expect(closeCode(bytes, 10_000)).toBe(code);
  });
});

describe('the handshake', () => {
  const good = {
    upgrade: 'websocket',
    connection: 'keep-alive, Upgrade',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };

  it('answers 101 with the key', () => {
    const answer = answerHandshake('GET', good);
    expect(answer.isAccepted).toBe(true);
    expect(answer.head).toContain('HTTP/1.1 101 ');
    expect(answer.head).toContain('Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n');
  });

  it.each([
    [{ upgrade: 'h2c' }, 'GET', 400],
    [{ connection: 'keep-alive' }, 'GET', 400],
    [{ 'sec-websocket-version': '8' }, 'GET', 426],
    [{ 'sec-websocket-key': 'c2hvcnQ=' }, 'GET', 400],
    [{}, 'POST', 405],
  ])('refuses %o', (change, httpMethod, status) => {
    const answer = answerHandshake(httpMethod, { ...good, ...change });
    expect([answer.isAccepted, answer.head.slice(0, 12)]).toEqual([false, `HTTP/1.1 ${status}`]);
  });
});
