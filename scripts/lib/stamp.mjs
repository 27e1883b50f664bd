// Remembers what has been done already: small JSON files, and hashes of what the work depends on.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The content of a JSON file, or undefined when it is missing or damaged (the work is then simply done again). */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes a JSON file so that a reader sees the old or the new one, never half of it. */
export function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(temporary, path);
}

/** sha256 (hex) of the named files' names and contents, in the order given. A missing file counts as missing. */
export function hashFiles(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(`${path}\0`);
    hash.update(readOrEmpty(path));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** Every file below a folder, sorted; none when the folder does not exist. */
export function filesBelow(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    })
    .sort((a, b) => (a < b ? -1 : 1));
}

function readOrEmpty(path) {
  try {
    return readFileSync(path);
  } catch {
    return '(missing)';
  }
}
