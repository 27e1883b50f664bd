import { toBase64 } from '../client/base64.ts';

/** What orders.attachLabel takes at most: 35,000,000 base64 characters are 26,250,000 bytes; we stop at 25 MiB. */
export const LABEL_FILE_LIMIT_BYTES = 25 * 1024 * 1024;

export type LabelFile =
  | { readonly ok: true; readonly fileName: string; readonly base64: string }
  | {
      readonly ok: false;
      readonly fault: 'empty' | 'unknown-kind' | 'file-too-large' | 'several-files' | 'unreadable';
    };

/** Files to offer first where the system asks for one; what they are is told by their bytes. */
export const LABEL_FILE_TYPES = 'application/pdf,image/png,image/gif,image/jpeg,.zpl,.txt,.prn';

/** First bytes of a PNG, a GIF of either version, and a JPEG. */
const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0x47, 0x49, 0x46, 0x38, 0x37, 0x61],
  [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
  [0xff, 0xd8, 0xff],
];

/** A ZPL file may set things up before its first label. */
const ZPL_START_WITHIN_BYTES = 4096;

/** A PDF may start with other bytes; readers accept the header within the first 1024 (ISO 32000-1, annex H, note 13). */
const PDF_HEADER_WITHIN_BYTES = 1024;

/** Reads one dropped or chosen file. The bytes decide what it is, not the name. Never throws. */
export async function readLabelFile(files: readonly File[]): Promise<LabelFile> {
  const [file, ...others] = files;
  if (file === undefined) return { ok: false, fault: 'empty' };
  if (others.length > 0) return { ok: false, fault: 'several-files' };
  if (file.size > LABEL_FILE_LIMIT_BYTES) return { ok: false, fault: 'file-too-large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length === 0) return { ok: false, fault: 'empty' };
    if (!isPicture(bytes) && !isPdf(bytes) && !isZpl(bytes)) return { ok: false, fault: 'unknown-kind' };
    return { ok: true, fileName: shortName(file.name), base64: toBase64(bytes) };
  } catch {
    // A file that vanished or is locked by another program.
    return { ok: false, fault: 'unreadable' };
  }
}

/** What a file would be as a label: a page, printer language, or neither of the two. Reads its beginning only. Never throws. */
export async function labelKindOf(file: File): Promise<'pdf' | 'zpl' | 'other'> {
  try {
    const start = new Uint8Array(await file.slice(0, ZPL_START_WITHIN_BYTES).arrayBuffer());
    if (isPdf(start)) return 'pdf';
    return isZpl(start) ? 'zpl' : 'other';
  } catch {
    return 'other';
  }
}

function isPicture(bytes: Uint8Array): boolean {
  return PICTURES.some((signature) => signature.every((byte, index) => bytes[index] === byte));
}

function isZpl(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, ZPL_START_WITHIN_BYTES)).includes('^XA');
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEADER_WITHIN_BYTES)).includes('%PDF-');
}

/** The contract takes names of at most 200 characters; the end with its extension says most. */
function shortName(name: string): string {
  return name.length <= 200 ? name : name.slice(-200);
}
