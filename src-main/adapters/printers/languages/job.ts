/** Joins the parts of a job; texts are Latin-1. */
export function joinJob(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part));
  const job = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of bytes) {
    job.set(part, at);
    at += part.length;
  }
  return job;
}

/** The dots for a language in which 0 prints. Four bytes at a time: a 4×6 label has 124,000. */
export function invertDots(data: Uint8Array): Uint8Array {
  const inverted = new Uint8Array(Math.ceil(data.length / 4) * 4);
  inverted.set(data);
  const words = new Uint32Array(inverted.buffer);
  for (let at = 0; at < words.length; at += 1) words[at] = ~(words[at] ?? 0);
  return inverted.subarray(0, data.length);
}
