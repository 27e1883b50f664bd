/** Most ids that one call takes (contract). */
export const MAX_IDS = 2_000;

/** The same list in pieces that a call takes. */
export function chunked(ids: readonly string[], size = MAX_IDS): string[][] {
  const chunks: string[][] = [];
  for (let start = 0; start < ids.length; start += size) chunks.push(ids.slice(start, start + size));
  return chunks;
}
