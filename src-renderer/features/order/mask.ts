/** One run of a masked text: what may be read, or a bar for what is hidden. */
export type MaskPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hidden'; readonly length: number };

const MASKED = /[•*●＊…]+/gu;

/** Splits a masked text into readable runs and hidden runs, so that the hidden ones can be drawn as bars. */
export function maskParts(text: string): MaskPart[] {
  const parts: MaskPart[] = [];
  let from = 0;
  for (const match of text.matchAll(MASKED)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'hidden', length: match[0].length });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
