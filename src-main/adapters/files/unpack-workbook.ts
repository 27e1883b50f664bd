import { inflateRawSync } from 'node:zlib';
import { FileUnreadable } from '../../app/ports/order-files.ts';
import { MOST_PARTS, MOST_UNPACKED_BYTES } from './limits.ts';

/** One part of a workbook, unpacked. */
export interface WorkbookPart {
  readonly name: string;
  readonly bytes: Buffer;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** Values that say "see the 64-bit fields": no order export is that large. */
const IN_ZIP64 = 0xffffffff;

/**
 * The XML parts of a workbook, by its zip directory (PKWARE APPNOTE 4.3). What they unpack to is measured while it
 * happens, never believed. Throws FileUnreadable: 'workbook-broken', 'workbook-encrypted', 'too-large'.
 */
export function unpackWorkbook(bytes: Uint8Array): WorkbookPart[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: WorkbookPart[] = [];
  const seen = new Set<string>();
  let unpacked = 0;
  for (const entry of directoryOf(file)) {
    if (!/\.(?:xml|rels)$/i.test(entry.name) || seen.has(entry.name)) continue;
    seen.add(entry.name);
    const part = unpackEntry(file, entry, MOST_UNPACKED_BYTES - unpacked);
    unpacked += part.length;
    parts.push({ name: entry.name, bytes: part });
  }
  return parts;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedLength: number;
  readonly offset: number;
}

function directoryOf(file: Buffer): Entry[] {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw new FileUnreadable('too-large', null);
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY_MARK) throw broken();
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw new FileUnreadable('workbook-encrypted', null);
    const nameLength = file.readUInt16LE(at + 28);
    const packedLength = file.readUInt32LE(at + 20);
    const offset = file.readUInt32LE(at + 42);
    if (packedLength === IN_ZIP64 || offset === IN_ZIP64) throw broken();
    const name = file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    entries.push({ name, method: file.readUInt16LE(at + 10), packedLength, offset });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = file.length - END_LENGTH; at >= first; at -= 1) {
    if (file.readUInt32LE(at) === END_MARK) return at;
  }
  throw broken();
}

function unpackEntry(file: Buffer, entry: Entry, mostBytes: number): Buffer {
  const { offset, packedLength, method } = entry;
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL_MARK) throw broken();
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const packed = file.subarray(start, start + packedLength);
  if (packed.length < packedLength) throw broken();
  if (method === 0 && packed.length <= mostBytes) return packed;
  if (method === 0) throw new FileUnreadable('too-large', null);
  if (method !== 8) throw broken();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
  } catch (error) {
    const isTooLarge = error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? new FileUnreadable('too-large', null) : broken();
  }
}

function broken(): FileUnreadable {
  return new FileUnreadable('workbook-broken', null);
}

/** The parts as a zip without compression: what a reader of workbooks takes without unpacking anything again. */
export function packStored(parts: readonly WorkbookPart[]): Uint8Array<ArrayBuffer> {
  const names = parts.map((part) => Buffer.from(part.name));
  const lengths = parts.map((part, index) => (names[index]?.length ?? 0) + part.bytes.length);
  const total = lengths.reduce(
    (sum, length, index) => sum + 30 + length + 46 + (names[index]?.length ?? 0),
    END_LENGTH,
  );
  const file = Buffer.from(new ArrayBuffer(total));
  const offsets: number[] = [];
  let at = 0;
  parts.forEach((part, index) => {
    const name = names[index] ?? Buffer.alloc(0);
    offsets.push(at);
    file.writeUInt32LE(LOCAL_MARK, at);
    file.writeUInt32LE(part.bytes.length, at + 18);
    file.writeUInt32LE(part.bytes.length, at + 22);
    file.writeUInt16LE(name.length, at + 26);
    name.copy(file, at + 30);
    part.bytes.copy(file, at + 30 + name.length);
    at += 30 + name.length + part.bytes.length;
  });
  const directoryAt = at;
  parts.forEach((part, index) => {
    const name = names[index] ?? Buffer.alloc(0);
    file.writeUInt32LE(ENTRY_MARK, at);
    file.writeUInt32LE(part.bytes.length, at + 20);
    file.writeUInt32LE(part.bytes.length, at + 24);
    file.writeUInt16LE(name.length, at + 28);
    file.writeUInt32LE(offsets[index] ?? 0, at + 42);
    name.copy(file, at + 46);
    at += 46 + name.length;
  });
  file.writeUInt32LE(END_MARK, at);
  file.writeUInt16LE(parts.length, at + 8);
  file.writeUInt16LE(parts.length, at + 10);
  file.writeUInt32LE(at - directoryAt, at + 12);
  file.writeUInt32LE(directoryAt, at + 16);
  return new Uint8Array(file.buffer);
}
