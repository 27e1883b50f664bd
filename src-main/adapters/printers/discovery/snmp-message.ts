/** BER tags of SNMP version 1 (RFC 1157, X.690). */
const TAG = {
  integer: 0x02,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  sequence: 0x30,
  get: 0xa0,
  response: 0xa2,
} as const;

/** A GetRequest for one object, with the community every printer comes with (RFC 1157 §4.1.2). `requestId` below 128. */
export function encodeGet(requestId: number, oid: readonly number[]): Uint8Array {
  const binding = element(TAG.sequence, [...element(TAG.oid, oidBytes(oid)), ...element(TAG.nothing, [])]);
  const pdu = element(TAG.get, [
    ...integer(requestId),
    ...integer(0),
    ...integer(0),
    ...element(TAG.sequence, binding),
  ]);
  const community = element(TAG.octets, [...Buffer.from('public', 'latin1')]);
  return Uint8Array.from(element(TAG.sequence, [...integer(0), ...community, ...pdu]));
}

export interface SnmpAnswer {
  readonly requestId: number;
  /** The object's text; null: there is no such object, or it is no text. */
  readonly text: string | null;
}

/** Reads a GetResponse with one object; null for anything else. */
export function readAnswer(message: Uint8Array): SnmpAnswer | null {
  const [whole] = elements(message);
  if (whole?.tag !== TAG.sequence) return null;
  const [, , pdu] = elements(whole.content);
  if (pdu?.tag !== TAG.response) return null;
  const [id, fault, , bindings] = elements(pdu.content);
  if (id?.tag !== TAG.integer || fault?.tag !== TAG.integer || bindings === undefined) return null;
  const requestId = number(id.content);
  const [binding] = elements(bindings.content);
  const [, value] = binding === undefined ? [] : elements(binding.content);
  const isText = number(fault.content) === 0 && value?.tag === TAG.octets;
  return { requestId, text: isText ? Buffer.from(value.content).toString('latin1') : null };
}

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** The elements side by side in some bytes, up to the first that is not whole. */
function elements(bytes: Uint8Array): Element[] {
  const found: Element[] = [];
  let at = 0;
  while (at + 2 <= bytes.length && found.length < MAX_ELEMENTS) {
    const tag = bytes[at] ?? 0;
    const first = bytes[at + 1] ?? 0;
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    if (lengthBytes > 2) break;
    const length = lengthBytes === 0 ? first : number(bytes.subarray(at + 2, at + 2 + lengthBytes));
    const start = at + 2 + lengthBytes;
    if (start + length > bytes.length) break;
    found.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

const MAX_ELEMENTS = 16;

function number(bytes: Uint8Array): number {
  return bytes.subarray(0, 4).reduce((value, byte) => value * 256 + byte, 0);
}

function element(tag: number, content: readonly number[]): number[] {
  const length = content.length < 0x80 ? [content.length] : [0x81, content.length];
  return [tag, ...length, ...content];
}

/** From 0 to 127, which is all we send; X.690 §8.3.2 wants no byte more than needed. */
function integer(value: number): number[] {
  return element(TAG.integer, [value]);
}

/** X.690 §8.19: the first two numbers in one byte, the others in base 128. */
function oidBytes([first = 0, second = 0, ...rest]: readonly number[]): number[] {
  return [first * 40 + second, ...rest.flatMap((part) => [...(part > 0x7f ? [0x80 | (part >> 7)] : []), part & 0x7f])];
}
