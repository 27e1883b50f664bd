import type { AttachmentMedia } from '../../core/attachment/media.ts';

/** PDF readers look for the header in the first 1024 bytes (ISO 32000-1, annex H.3). */
const HEAD_BYTES = 1024;

/** First bytes as Latin-1; a dot stands for any byte (RIFF has the length of the file there). */
const SIGNATURES: readonly (readonly [AttachmentMedia, RegExp])[] = [
  // SOI and the first byte of a marker (ITU-T T.81, B.1.1.3).
  ['image/jpeg', /^\u00ff\u00d8\u00ff/u],
  ['image/png', /^\u0089PNG\r\n\u001a\n/u],
  ['image/gif', /^GIF8[79]a/u],
  // RFC 9649, 2.4.
  ['image/webp', /^RIFF.{4}WEBPVP8[ LX]/su],
  ['application/pdf', /%PDF-/u],
];

/** Control characters that no text has: all of C0 but tab, line feed, form feed and carriage return, and DEL. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/u;

/** What a file is by its bytes, whatever it is called; null for what is not kept. Plain text is UTF-8 to its last byte. */
export function mediaOf(bytes: Uint8Array): AttachmentMedia | null {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  const signed = SIGNATURES.find(([, signature]) => signature.test(head));
  return signed?.[0] ?? (isText(bytes) ? 'text/plain' : null);
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  try {
    return !NO_TEXT.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
