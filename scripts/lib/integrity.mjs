// Checks a file against the integrity text npm gives for a package (Subresource Integrity: "sha512-<base64>").
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** The integrity text of a file, read as a stream. */
export async function integrityOfFile(path, algorithm = 'sha512') {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return `${algorithm}-${hash.digest('base64')}`;
}

/** True when the file is exactly the one the integrity text was made from. */
export async function fileMatches(path, integrity) {
  const algorithm = integrity.slice(0, integrity.indexOf('-'));
  if (algorithm !== 'sha512') throw new Error(`unsupported integrity: ${integrity}`);
  return (await integrityOfFile(path, algorithm)) === integrity;
}
