import { isRecord, type JsonNode, plain, readJson } from '../shared/json.ts';

const MOST_DEPTH = 10;

/**
 * The PDF in an answer of getprintinfo: a text that holds JSON that holds base64. The names inside are not published, so
 * the first text that decodes to a PDF is taken, however deep it lies. Null when there is none.
 */
export function readLabelPdf(result: JsonNode): Uint8Array | null {
  return findPdf(plain(result), MOST_DEPTH);
}

function findPdf(value: unknown, depth: number): Uint8Array | null {
  if (depth === 0) return null;
  if (typeof value === 'string') return pdfOf(value) ?? insideText(value, depth);
  const inner = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  for (const one of inner) {
    const found = findPdf(one, depth - 1);
    if (found !== null) return found;
  }
  return null;
}

function insideText(text: string, depth: number): Uint8Array | null {
  if (!/^\s*[{[]/.test(text)) return null;
  const json = readJson(text);
  return json === null ? null : findPdf(plain(json.node), depth - 1);
}

/** "JVBERi0" is "%PDF-" in base64. */
function pdfOf(text: string): Uint8Array | null {
  const trimmed = text.trim();
  return trimmed.startsWith('JVBERi0') ? new Uint8Array(Buffer.from(trimmed, 'base64')) : null;
}
