import { toBase64 } from '../../client/base64.ts';

/** What files.open takes at most: 70,000,000 base64 characters are 52,500,000 bytes; we stop at 50 MB. */
export const ORDER_FILE_LIMIT_BYTES = 50_000_000;

/** Files to offer first where the system asks for one; what they are is told by their bytes, in main. */
export const ORDER_FILE_TYPES = '.csv,.txt,.tsv,.xlsx,.xlsm,.xls';

export type ReadFile =
  | { readonly ok: true; readonly fileName: string; readonly base64: string }
  | { readonly ok: false; readonly fault: 'empty' | 'too-large' | 'several-files' | 'unreadable' };

/** Reads one chosen or dropped file. Never throws. */
export async function readOrderFile(files: readonly File[]): Promise<ReadFile> {
  const [file, ...others] = files;
  if (file === undefined) return { ok: false, fault: 'empty' };
  if (others.length > 0) return { ok: false, fault: 'several-files' };
  if (file.size > ORDER_FILE_LIMIT_BYTES) return { ok: false, fault: 'too-large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length === 0) return { ok: false, fault: 'empty' };
    // The contract takes names of at most 200 characters; the end with its extension says most.
    return { ok: true, fileName: file.name.slice(-200), base64: toBase64(bytes) };
  } catch {
    // Excel holds the file open, or it is gone.
    return { ok: false, fault: 'unreadable' };
  }
}
