import { randomUUID } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { sealedKeySchema, type SealedKey } from './sealed-key.ts';

/** Thrown when the key file is there but cannot be read as one; it is never overwritten, for it is the only copy. */
export class KeyFileDamaged extends Error {
  constructor() {
    super('the key file is damaged');
    this.name = 'KeyFileDamaged';
  }
}

/** The sealed key kept at `file`, or null when there is none yet. Throws KeyFileDamaged. */
export async function readKeyFile(file: string): Promise<SealedKey | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const parsed = sealedKeySchema.safeParse(parseJson(text));
  if (!parsed.success) throw new KeyFileDamaged();
  return parsed.data;
}

/** Writes the sealed key beside its place, flushes it and moves it in: a crash leaves the old one or the new one. */
export async function writeKeyFile(file: string, key: SealedKey): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(key));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
