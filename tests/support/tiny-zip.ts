import { crc32, deflateRawSync } from 'node:zlib';

/** One entry to pack; `mode` are Unix file bits, `damage` spoils the checksum. */
export interface TinyEntry {
  readonly name: string;
  readonly text: string;
  readonly mode?: number;
  readonly isStored?: boolean;
  readonly damage?: boolean;
}

const UNIX = 3;

/** Packs a zip by the book (PKWARE APPNOTE 4.3), independent of the reader it is there to test. */
export function tinyZip(entries: readonly TinyEntry[], comment = ''): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = packed(entry, offset);
    bodies.push(local);
    directory.push(central);
    offset += local.length;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...bodies, table, end, Buffer.from(comment)]);
}

function packed(entry: TinyEntry, offset: number): { local: Buffer; central: Buffer } {
  const plain = Buffer.from(entry.text);
  const data = entry.isStored ? plain : deflateRawSync(plain);
  const name = Buffer.from(entry.name);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(0x800, 2);
  shared.writeUInt16LE(entry.isStored ? 0 : 8, 4);
  shared.writeUInt32LE((crc32(plain) ^ (entry.damage ? 1 : 0)) >>> 0, 10);
  shared.writeUInt32LE(data.length, 14);
  shared.writeUInt32LE(plain.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return {
    local: Buffer.concat([word(0x04034b50), shared, name, data]),
    central: Buffer.concat([word(0x02014b50), Buffer.from([20, UNIX]), shared, rest, name]),
  };
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
