/** Thrown by readBody when the answer is longer than allowed. */
export class BodyTooLarge extends Error {}

/** Reads an answer's body up to `maxBytes`. Throws BodyTooLarge beyond that, and what the stream itself throws. */
export async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  if (Number(response.headers.get('content-length') ?? '0') > maxBytes) throw new BodyTooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop early cancels the stream, so the rest is not downloaded.
    if (length > maxBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
