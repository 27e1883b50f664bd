/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  // Whole chunks of 3 bytes, so that the pieces can be joined; small enough for an argument list.
  const chunkBytes = 3 * 8192;
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + chunkBytes))));
  }
  return pieces.join('');
}

/** The bytes of base64. Throws on anything else. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
