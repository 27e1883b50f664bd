// Unpacks a zip with what Node has: no `unzip`, no package. Checks length and CRC of every entry.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, symlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { endSearchLength, localHeaderLength, readZipEnd, readZipEntries } from './zip-directory.mjs';

const fileTypeMask = 0o170000;
const symlinkType = 0o120000;
const permissionMask = 0o777;

/**
 * Unpacks the entries for which `place(name)` gives a path (relative to `folder`; undefined skips the entry).
 * Keeps permissions and symbolic links. Returns how many files were written. Throws on damage and on a path that leaves the folder.
 */
export async function extractZip(zipPath, folder, place) {
  const zip = await open(zipPath, 'r');
  try {
    let written = 0;
    for (const entry of await listEntries(zip)) {
      const placed = place(entry.name);
      if (placed === undefined || entry.name.endsWith('/')) continue;
      await writeEntry(zip, zipPath, entry, insideFolder(folder, placed));
      written += 1;
    }
    return written;
  } finally {
    await zip.close();
  }
}

/** `path` below `folder`; throws when it would lie outside (a hostile zip names ../../somewhere). */
export function insideFolder(folder, path) {
  const relative = normalize(path);
  if (isAbsolute(relative) || relative === '..' || relative.startsWith(`..${sep}`))
    throw new Error(`unsafe path in zip: ${path}`);
  return join(folder, relative);
}

async function listEntries(zip) {
  const { size } = await zip.stat();
  const tailLength = Math.min(size, endSearchLength);
  const end = readZipEnd(await readAt(zip, size - tailLength, tailLength));
  return readZipEntries(await readAt(zip, end.directoryOffset, end.directoryLength), end.entryCount);
}

async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('damaged zip: it ends too early');
  return buffer;
}

async function writeEntry(zip, zipPath, entry, path) {
  await mkdir(dirname(path), { recursive: true });
  const data = await entryData(zip, zipPath, entry);
  if ((entry.mode & fileTypeMask) === symlinkType) {
    const chunks = [];
    for await (const chunk of data) chunks.push(chunk);
    const target = Buffer.concat(chunks).toString();
    insideFolder('.', join(dirname(entry.name), target));
    await symlink(target, path);
    return;
  }
  const mode = entry.mode & permissionMask || 0o644;
  await pipeline(data, createWriteStream(path, { mode }));
}

/** The unpacked bytes of an entry as a stream that fails when they are not the ones that were packed. */
async function entryData(zip, zipPath, entry) {
  const header = await readAt(zip, entry.localOffset, 30);
  const start = entry.localOffset + localHeaderLength(header);
  const check = checked(entry);
  if (entry.packedLength === 0) {
    check.end();
    return check;
  }
  const packed = createReadStream(zipPath, { start, end: start + entry.packedLength - 1 });
  const fail = (error) => check.destroy(error);
  packed.on('error', fail);
  if (entry.method === 0) return packed.pipe(check);
  if (entry.method !== 8) throw new Error(`unsupported compression in zip: method ${entry.method}`);
  return packed.pipe(createInflateRaw().on('error', fail)).pipe(check);
}

function checked(entry) {
  let [crc, length] = [0, 0];
  return new Transform({
    transform(chunk, _encoding, done) {
      crc = crc32(chunk, crc);
      length += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      const right = crc === entry.crc32 && length === entry.length;
      done(right ? null : new Error(`damaged zip: ${entry.name} does not match its checksum`));
    },
  });
}
