import { ByteReader } from './byte-reader.ts';
import { IppFault } from './ipp-fault.ts';
import { GROUP, VALUE } from './tags.ts';

/** A value as read; null for "unknown" and "no value"; bytes where the type is none we use. */
export type ResponseValue = number | boolean | string | null | Uint8Array | ResponseAttributes;
/** Attributes of a group or collection. */
export interface ResponseAttributes extends ReadonlyMap<string, readonly ResponseValue[]> {}

export interface IppResponse {
  readonly status: number;
  readonly requestId: number;
  readonly groups: readonly { readonly tag: number; readonly attributes: ResponseAttributes }[];
}

/** Deeper collections than any real answer has. */
const MAX_DEPTH = 8;

/** Reads an IPP response (RFC 8010 §3). Throws IppFault on anything that breaks the rules; never reads past the end. */
export function decodeResponse(bytes: Uint8Array): IppResponse {
  const reader = new ByteReader(bytes);
  const major = reader.uint8();
  reader.uint8();
  if (major !== 1 && major !== 2) throw new IppFault('unknown version');
  const status = reader.uint16();
  const requestId = reader.int32();
  const groups: { tag: number; attributes: Map<string, ResponseValue[]> }[] = [];
  let values: ResponseValue[] | null = null;
  for (let tag = reader.uint8(); tag !== GROUP.end; tag = reader.uint8()) {
    if (tag < VALUE.firstOutOfBand) {
      groups.push({ tag, attributes: new Map() });
      values = null;
      continue;
    }
    const attributes = groups.at(-1)?.attributes;
    if (attributes === undefined) throw new IppFault('value outside of any group');
    const name = text(reader);
    if (name !== '') {
      values = [];
      // The first of two attributes with one name counts.
      if (!attributes.has(name)) attributes.set(name, values);
    } else if (values === null) throw new IppFault('value without a name');
    values.push(readValue(reader, tag, 0));
  }
  return { status, requestId, groups };
}

function readValue(reader: ByteReader, tag: number, depth: number): ResponseValue {
  const value = reader.take(reader.uint16());
  if (tag <= VALUE.lastOutOfBand) return null;
  switch (tag) {
    case VALUE.integer:
    case VALUE.enum:
      return sized(value, 4).readInt32BE();
    case VALUE.boolean:
      return sized(value, 1).readUInt8() !== 0;
    case VALUE.beginCollection:
      return readCollection(reader, depth + 1);
    case VALUE.textWithLanguage:
    case VALUE.nameWithLanguage:
      return withLanguage(value);
    case VALUE.endCollection:
    case VALUE.memberName:
      throw new IppFault('collection out of place');
    default:
      return tag >= VALUE.text && tag <= VALUE.mimeMediaType ? value.toString('utf8') : new Uint8Array(value);
  }
}

/** Members follow as values without names: a member's name, then its values (RFC 8010 §3.1.6). */
function readCollection(reader: ByteReader, depth: number): ResponseAttributes {
  if (depth > MAX_DEPTH) throw new IppFault('collections too deep');
  const members = new Map<string, ResponseValue[]>();
  let values: ResponseValue[] | null = null;
  for (;;) {
    const tag = reader.uint8();
    if (tag < VALUE.firstOutOfBand) throw new IppFault('collection without an end');
    if (text(reader) !== '') throw new IppFault('named value inside a collection');
    if (tag === VALUE.endCollection) {
      text(reader);
      return members;
    }
    if (tag === VALUE.memberName) {
      values = [];
      members.set(text(reader), values);
    } else if (values === null) throw new IppFault('member without a name');
    else values.push(readValue(reader, tag, depth));
  }
}

/** Two counted strings, language and text (RFC 8010 §3.9). */
function withLanguage(value: Uint8Array): string {
  const reader = new ByteReader(value);
  text(reader);
  return text(reader);
}

function text(reader: ByteReader): string {
  return reader.take(reader.uint16()).toString('utf8');
}

function sized(value: Buffer, length: number): Buffer {
  if (value.length !== length) throw new IppFault('value of the wrong size');
  return value;
}
