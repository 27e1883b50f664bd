/**
 * Kinds of file that a label comes as. 'cainiao' is no picture: JSON {"contents": […], "waybillCode", "cpCode"} of a waybill
 * that only Cainiao's own print client can draw (its recipient is encrypted).
 */
export const LABEL_KINDS = ['pdf', 'png', 'gif', 'jpeg', 'zpl', 'cainiao'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** PDF readers look for the header in the first 1024 bytes (ISO 32000-1, annex H.3). */
const HEAD_BYTES = 1024;
/** Where ZPL has to start its first label: drivers put settings and graphics before it. */
const ZPL_BYTES = 4 * 1024 * 1024;

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * What a file is by its first bytes, whatever it is called: PNG (its signature), GIF ('GIF87a', 'GIF89a'), JPEG (SOI and
 * a marker), PDF ('%PDF-' in the first kilobyte), ZPL (a command character after byte order mark and white space, and
 * '^XA' somewhere). Null for anything else.
 */
export function kindOfLabel(bytes: Uint8Array): LabelKind | null {
  if (PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return 'png';
  const head = latin1(bytes, 0, Math.min(bytes.length, HEAD_BYTES));
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (head.includes('%PDF-')) return 'pdf';
  return looksLikeZpl(bytes, head) ? 'zpl' : null;
}

/** Zebra's own driver begins with 'CT~~CD,~CC^~CT~': the letters are the tail of a command whose prefix may differ. */
function looksLikeZpl(bytes: Uint8Array, head: string): boolean {
  const start = head.replace(/^(\u00ef\u00bb\u00bf)?[\s\0\u0002]*(CT)?/u, '');
  if (!/^[\^~]/u.test(start)) return false;
  const end = Math.min(bytes.length, ZPL_BYTES);
  for (let at = 0; at + 2 < end; at += 1) {
    if (bytes[at] === 0x5e && upper(bytes[at + 1]) === 0x58 && upper(bytes[at + 2]) === 0x41) return true;
  }
  return false;
}

function upper(byte = 0): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
