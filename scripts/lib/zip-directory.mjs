// Reads the table of contents of a zip (PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16). Pure: bytes in, entries out.

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const zip64Mark = 0xffffffff;

/** How many bytes from the end of a zip surely hold its end record (22 bytes and a comment of at most 65 535). */
export const endSearchLength = endLength + 0xffff;

/** Finds the end record in the last bytes of a zip. Returns {entryCount, directoryOffset, directoryLength}; throws when it is no zip. */
export function readZipEnd(tail) {
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature || at + endLength + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const end = {
      entryCount: tail.readUInt16LE(at + 10),
      directoryLength: tail.readUInt32LE(at + 12),
      directoryOffset: tail.readUInt32LE(at + 16),
    };
    if (end.directoryOffset === zip64Mark || end.entryCount === 0xffff)
      throw new Error('zip64 archives are not supported');
    return end;
  }
  throw new Error('not a zip file, or its end is missing');
}

/**
 * The entries of a central directory.
 * Each: name, method (0 stored, 8 deflated), crc32, packedLength, length (bytes), mode (Unix, 0 when unknown), localOffset.
 */
export function readZipEntries(directory, entryCount) {
  const entries = [];
  let at = 0;
  for (let index = 0; index < entryCount; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature)
      throw new Error('damaged zip: bad directory entry');
    const nameLength = directory.readUInt16LE(at + 28);
    const tailLength = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (directory.readUInt16LE(at + 8) & 1) throw new Error('encrypted zips are not supported');
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      crc32: directory.readUInt32LE(at + 16),
      packedLength: directory.readUInt32LE(at + 20),
      length: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      localOffset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + tailLength;
  }
  return entries;
}

/** Length of the header before an entry's data; its name and extra field may differ from the directory's. */
export function localHeaderLength(header) {
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature) throw new Error('damaged zip: bad entry header');
  return 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}
