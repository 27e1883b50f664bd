/** The parts of a `multipart/form-data` body, text and files apart. */
export interface MultipartBody {
  text: [name: string, value: string][];
  files: Map<string, Uint8Array>;
}

const headEnd = Buffer.from('\r\n\r\n');

/** Reads a body between its boundaries; null when it is not one. */
export function readMultipart(body: Uint8Array, contentType: string): MultipartBody | null {
  const boundary = /boundary="?([^";]+)"?/iu.exec(contentType)?.[1];
  if (boundary === undefined) return null;
  const bytes = Buffer.concat([Buffer.from('\r\n'), body]);
  const mark = Buffer.from(`\r\n--${boundary}`);
  const result: MultipartBody = { text: [], files: new Map() };
  let at = bytes.indexOf(mark);
  while (at !== -1) {
    const start = at + mark.length;
    if (bytes.subarray(start, start + 2).toString() === '--') return result;
    const next = bytes.indexOf(mark, start);
    if (next === -1 || !readPart(bytes.subarray(start, next), result)) return null;
    at = next;
  }
  return null;
}

function readPart(part: Buffer, result: MultipartBody): boolean {
  const end = part.indexOf(headEnd);
  if (end === -1) return false;
  const head = part.subarray(0, end).toString('utf8');
  const name = /\bname="([^"]*)"/iu.exec(head)?.[1];
  if (name === undefined) return false;
  const content = part.subarray(end + headEnd.length);
  if (/\bfilename="/iu.test(head)) result.files.set(name, Uint8Array.from(content));
  else result.text.push([name, content.toString('utf8')]);
  return true;
}
